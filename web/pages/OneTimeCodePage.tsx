import { renderDocument } from '../components/Document.tsx';
import { PlainHttpNote, type PlainHttpNoteProps } from '../components/PlainHttpNote.tsx';
import { StaffDocument, type StaffPageProps } from '../components/StaffDocument.tsx';
import { accountsVi as words } from '../messages/accounts.vi.ts';

interface OneTimeCodePageProps extends StaffPageProps {
  readonly fault: 'missing' | 'wrong' | null;
  /** Set where the network could read the code (plain http from another machine); null: the page takes a code. */
  readonly plainHttp: PlainHttpNoteProps | null;
}

/** `/dang-nhap/ma`: takes a one-time code from the URL's fragment, or pasted where no script runs. */
export function renderOneTimeCodePage(props: OneTimeCodePageProps): string {
  const { fault, plainHttp } = props;
  return renderDocument(
    <StaffDocument
      {...props}
      title={fault === null ? words.code.title : `${words.faultTitle}${words.code.title}`}
      marker="one-time-code"
    >
      <h1>{words.code.title}</h1>
      {plainHttp === null ? (
        <>
          <p>{words.code.intro}</p>
          <form id="code-form" class="form" method="post" action="/dang-nhap/ma">
            {fault === null ? null : (
              <p id="fault" class="fault" role="alert">
                <a href="#code">{words.code.faults[fault]}</a>
              </p>
            )}
            <div class="field">
              <label for="code">{words.fields.code}</label>
              <p id="code-hint" class="soft">
                {words.fields.codeHint}
              </p>
              <input
                id="code"
                name="code"
                type="text"
                autocomplete="off"
                autocapitalize="none"
                spellcheck={false}
                aria-describedby={fault === null ? 'code-hint' : 'fault code-hint'}
                {...(fault === null ? {} : { 'aria-invalid': 'true' as const })}
              />
            </div>
            <button type="submit">{words.code.button}</button>
            <p id="opening" role="status" hidden>
              {words.code.opening}
            </p>
          </form>
        </>
      ) : (
        <PlainHttpNote {...plainHttp} />
      )}
      <p>
        <a href="/dang-nhap">{words.code.signIn}</a>
      </p>
    </StaffDocument>,
  );
}

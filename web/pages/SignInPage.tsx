import { renderDocument } from '../components/Document.tsx';
import { TextField } from '../components/Form.tsx';
import { PlainHttpNote, type PlainHttpNoteProps } from '../components/PlainHttpNote.tsx';
import { StaffDocument, type StaffPageProps } from '../components/StaffDocument.tsx';
import { accountsVi as words } from '../messages/accounts.vi.ts';

/** `wrong` does not reveal whether the account exists. */
export type SignInFault = 'missing' | 'wrong' | 'busy' | 'slowed' | 'ended';

export interface SignInPageProps extends StaffPageProps {
  readonly fault: SignInFault | null;
  /** Set where the network could read a password (plain http from another machine); null: the page has a form. */
  readonly plainHttp: PlainHttpNoteProps | null;
  /** Seconds until the next attempt is accepted; null: an attempt is accepted now. */
  readonly waitSeconds: number | null;
  readonly name: string;
  /** URL path to open afterwards; empty: the person's first page. */
  readonly next: string;
}

/** `/dang-nhap`: user name and password. */
export function renderSignInPage(props: SignInPageProps): string {
  const { fault, waitSeconds } = props;
  return renderDocument(
    <StaffDocument
      {...props}
      title={fault === null ? words.signIn.title : `${words.faultTitle}${words.signIn.title}`}
      marker="sign-in"
    >
      <h1>{words.signIn.title}</h1>
      <p>{words.signIn.intro}</p>
      {props.plainHttp === null ? (
        <>
          <form class="form" method="post" action="/dang-nhap">
            {fault === null ? null : (
              <p class="fault" role="alert">
                <a href="#field-name">
                  {words.signIn.faults[fault]}
                  {waitSeconds === null ? '' : ` ${words.signIn.wait(waitSeconds)}`}
                </a>
              </p>
            )}
            <TextField
              name="name"
              label={words.fields.name}
              value={props.name}
              autocomplete="username"
              isLiteral
              faults={[]}
            />
            <TextField
              name="password"
              label={words.fields.password}
              type="password"
              autocomplete="current-password"
              faults={[]}
            />
            <input type="hidden" name="next" value={props.next} />
            <button type="submit">{words.signIn.button}</button>
          </form>
          <p>{words.signIn.forgotten}</p>
          <p>
            <a href="/dang-nhap/ma">{words.signIn.haveCode}</a>
          </p>
        </>
      ) : (
        <PlainHttpNote {...props.plainHttp} />
      )}
      <p>{words.signIn.citizens}</p>
      <p>
        <a href="/ket-qua">{words.signIn.results}</a>
      </p>
    </StaffDocument>,
  );
}

import { renderDocument } from '../components/Document.tsx';
import { TextField } from '../components/Form.tsx';
import { PlainHttpNote, type PlainHttpNoteProps } from '../components/PlainHttpNote.tsx';
import { StaffDocument, type StaffPageProps } from '../components/StaffDocument.tsx';
import { accountsVi as words } from '../messages/accounts.vi.ts';

/** `wrong` reveals neither whether the account exists nor why it is refused. */
export type SignInFault = 'missing' | 'wrong' | 'busy' | 'slowed' | 'ended';

export interface SignInPageProps extends StaffPageProps {
  readonly fault: SignInFault | null;
  /** Set on plain http from another machine; null: the connection may carry a password. */
  readonly plainHttp: PlainHttpNoteProps | null;
  /** Seconds until the next attempt; null unless rate limited. */
  readonly waitSeconds: number | null;
  readonly name: string;
  /** Path on this site to open afterwards; empty: the person's start page. */
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

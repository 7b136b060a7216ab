import { renderDocument } from '../components/Document.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { accountsVi as words } from '../messages/accounts.vi.ts';
import type { StaffPageName } from '../types/signed-in.ts';

export type ConfirmedAct = keyof typeof words.confirm.acts;

interface ConfirmPageProps extends SignedInPageProps {
  readonly act: ConfirmedAct;
  /** User name of the person it is done to. */
  readonly subject: string;
  readonly action: string;
  readonly back: string;
  readonly current: StaffPageName;
}

export function renderConfirmPage(props: ConfirmPageProps): string {
  const { text, button } = words.confirm.acts[props.act];
  return renderDocument(
    <SignedInPage page={props} title={words.confirm.title} marker="confirm" current={props.current}>
      <p>{text(props.subject)}</p>
      <form class="actions" method="post" action={props.action}>
        <input type="hidden" name="confirm" value="yes" />
        <button type="submit" class="danger">
          {button}
        </button>
        <a class="button" href={props.back}>
          {words.cancel}
        </a>
      </form>
    </SignedInPage>,
  );
}

import { renderDocument } from '../components/Document.tsx';
import { ConfirmForm } from '../components/Form.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { showFaults } from '../formatting/faults.ts';
import { accountsVi as words } from '../messages/accounts.vi.ts';
import { confirmVi } from '../messages/confirm.vi.ts';
import type { Fault } from '../types/fault.ts';
import type { StaffPageName } from '../types/signed-in.ts';

export type ConfirmedAct = keyof typeof confirmVi.acts;

interface ConfirmPageProps extends SignedInPageProps {
  readonly act: ConfirmedAct;
  readonly subject: string;
  /** Name of the counter that takes over the work of the closed one. */
  readonly successor?: string;
  /** Form values that the confirmation sends again. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly action: string;
  readonly back: string;
  readonly current: StaffPageName;
  /** Faults of the password field; undefined: the form has none. */
  readonly passwordFaults?: readonly Fault[];
}

export function renderConfirmPage(props: ConfirmPageProps): string {
  const { current, successor = '', fields = {}, action, back } = props;
  const { text, button } = confirmVi.acts[props.act];
  const passwordFaults = props.passwordFaults && showFaults(props.passwordFaults, words.faults);
  return renderDocument(
    <SignedInPage
      page={props}
      title={confirmVi.title}
      marker="confirm"
      current={current}
      faults={passwordFaults ?? []}
    >
      <p>{text(props.subject, successor)}</p>
      <ConfirmForm
        action={action}
        fields={fields}
        button={button}
        back={back}
        passwordFaults={passwordFaults}
      />
    </SignedInPage>,
  );
}

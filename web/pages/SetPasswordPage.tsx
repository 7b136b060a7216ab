import { renderDocument } from '../components/Document.tsx';
import { FaultSummary } from '../components/Faults.tsx';
import { NewPassword, TextField } from '../components/Form.tsx';
import { StaffDocument, type StaffPageProps } from '../components/StaffDocument.tsx';
import { showFaults } from '../formatting/faults.ts';
import { accountsVi as words } from '../messages/accounts.vi.ts';
import type { Fault } from '../types/fault.ts';

interface SetPasswordPageProps extends StaffPageProps {
  /** One-time code; it is used up when the form is accepted. */
  readonly code: string;
  /** User name; null: the first administrator, who chooses one. */
  readonly owner: string | null;
  readonly typed: { readonly name: string; readonly fullName: string };
  readonly faults: readonly Fault[];
}

/** Opened with a one-time code: sets a person's password, or creates the first administrator. */
export function renderSetPasswordPage(given: SetPasswordPageProps): string {
  const props = { ...given, faults: showFaults(given.faults, words.faults) };
  const { owner, typed, faults } = props;
  const title = owner === null ? words.setPassword.firstTitle : words.setPassword.title;
  return renderDocument(
    <StaffDocument
      {...props}
      title={faults.length === 0 ? title : `${words.faultTitle}${title}`}
      marker="set-password"
    >
      <h1>{title}</h1>
      <p>{owner === null ? words.setPassword.firstIntro : words.setPassword.intro(owner)}</p>
      <FaultSummary faults={faults} />
      <form class="form" method="post" action="/dang-nhap/mat-khau">
        <input type="hidden" name="code" value={props.code} />
        {owner === null ? (
          <>
            <TextField
              name="full_name"
              label={words.fields.fullName}
              value={typed.fullName}
              autocomplete="name"
              faults={faults}
            />
            <TextField
              name="name"
              label={words.fields.name}
              hint={words.fields.nameHint}
              value={typed.name}
              autocomplete="username"
              isLiteral
              faults={faults}
            />
          </>
        ) : (
          // A password manager stores the password under this user name.
          <input type="hidden" name="username" autocomplete="username" value={owner} />
        )}
        <NewPassword faults={faults} />
        {owner === null ? null : <p class="soft">{words.setPassword.ends}</p>}
        <button type="submit">{words.setPassword.button}</button>
      </form>
    </StaffDocument>,
  );
}

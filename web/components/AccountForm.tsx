import type { ComponentChildren } from 'preact';
import type { AccountMessages } from '../messages/accounts.vi.ts';
import { controlProps, Field, type SaidFault, SaidFaults } from './SettingForm.tsx';

/** One field of a form that cannot be taken as it is; the code has its sentence in the catalogue. */
export interface AccountFault {
  readonly field: string;
  readonly code: string;
  /** Where in the field, or on which of several like it, when the sentence alone does not say. */
  readonly place?: string;
}

function sentence({ code, place }: AccountFault, words: AccountMessages): string {
  const text = words.faults[code] ?? words.faults.unknown ?? '';
  return place === undefined ? text : `${place}: ${text}`;
}

/** The id of a field's control, which faults link to. */
export const fieldId = (field: string): string => `field-${field}`;

/** An account form's faults as the form of settings takes them. */
export const sayFaults = (faults: readonly AccountFault[], words: AccountMessages): SaidFault[] =>
  faults.map((fault) => ({ id: fieldId(fault.field), sentence: sentence(fault, words) }));

interface FaultsProps {
  readonly faults: readonly AccountFault[];
  readonly words: AccountMessages;
}

/** All faults of a form at once, at the top of the page, each linked to its field. */
export const AccountFaults = ({ faults, words }: FaultsProps) => (
  <SaidFaults faults={sayFaults(faults, words)} />
);

/** The faults of one field, beside it, with the way back to all of them. */
export function FaultsAt({ field, faults, words }: FaultsProps & { readonly field: string }) {
  const own = faults.filter((fault) => fault.field === field);
  if (own.length === 0) return null;
  return (
    <p id={`${fieldId(field)}-fault`} class="fault">
      {own.map((fault) => sentence(fault, words)).join(' ')} <a href="#faults">{words.backToFaults}</a>
    </p>
  );
}

interface TextFieldProps extends FaultsProps {
  /** The name that is sent. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
  readonly type?: 'text' | 'password';
  readonly autocomplete: string;
  /** For user names and codes: no capitals, no spelling. */
  readonly isLiteral?: boolean;
}

/** A text field with its label, hint and faults; a password can be shown where scripts run. */
export function TextField(props: TextFieldProps) {
  const { name, label, hint, value, type = 'text', autocomplete, isLiteral, faults, words } = props;
  const id = fieldId(name);
  const field = { id, label, faults: sayFaults(faults, words), ...(hint === undefined ? {} : { hint }) };
  return (
    <Field {...field}>
      <input
        {...(type === 'password' ? { type: 'password' as const } : { type: 'text' as const })}
        {...controlProps(field)}
        name={name}
        autocomplete={autocomplete}
        {...(value === undefined ? {} : { value })}
        {...(isLiteral || type === 'password' ? { autocapitalize: 'none' as const, spellcheck: false } : {})}
      />
      {type === 'password' ? (
        <button
          type="button"
          class="quiet show"
          aria-controls={id}
          data-show={words.show}
          data-hide={words.hide}
          hidden
        >
          {words.show}
        </button>
      ) : null}
    </Field>
  );
}

interface ChoiceProps {
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly value: string;
  readonly isChecked: boolean;
  readonly id?: string;
  readonly hint?: string | undefined;
  readonly children: ComponentChildren;
}

/** One thing to choose, its words beside it. */
export function Choice({ type, name, value, isChecked, id, hint, children }: ChoiceProps) {
  return (
    <label class="choice">
      <input
        type={type}
        name={name}
        value={value}
        checked={isChecked}
        {...(id === undefined ? {} : { id })}
      />
      <span class="choice-text">
        {children}
        {hint === undefined ? null : <span class="soft">{hint}</span>}
      </span>
    </label>
  );
}

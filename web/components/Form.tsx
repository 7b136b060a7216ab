import type { ComponentChildren } from 'preact';
import { fieldId, type ShownFault } from '../formatting/faults.ts';
import { accountsVi as words } from '../messages/accounts.vi.ts';
import { FieldFaults } from './Faults.tsx';

interface FieldProps {
  /** Element id, unique on the page. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly faults: readonly ShownFault[];
  /** A control with the attributes that `controlProps` returns. */
  readonly children: ComponentChildren;
}

export function Field({ id, label, hint, faults, children }: FieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} class="soft">
          {hint}
        </p>
      )}
      <FieldFaults id={id} faults={faults} />
      {children}
    </div>
  );
}

/** Attributes that make screen readers read the hint and the faults with the control. */
export function controlProps({ id, hint, faults }: Pick<FieldProps, 'id' | 'hint' | 'faults'>) {
  const isFaulty = faults.some((fault) => fault.id === id);
  const described = [isFaulty ? `${id}-fault` : '', hint === undefined ? '' : `${id}-hint`]
    .filter((part) => part !== '')
    .join(' ');
  return {
    id,
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': isFaulty ? ('true' as const) : undefined,
  };
}

interface NamedFieldProps extends Omit<FieldProps, 'id' | 'children'> {
  readonly name: string;
  /** Element id; needed if several controls on the page have this name. */
  readonly id?: string;
}

interface TextFieldProps extends NamedFieldProps {
  readonly value?: string;
  /** With `date` the value is `YYYY-MM-DD`. */
  readonly type?: 'text' | 'password' | 'date';
  readonly autocomplete?: string;
  /** For user names and codes: phones must not capitalise or correct the input. */
  readonly isLiteral?: boolean;
  /** Phones show a keypad with digits and decimal mark. */
  readonly isDecimal?: boolean;
}

/** A date input discards any other value, so rejected input gets a text input instead. */
const IS_DATE = /^(\d{4}-\d\d-\d\d)?$/;

/** A password field gets a button that shows the password, if scripts run. */
export function TextField(props: TextFieldProps) {
  const { name, id = fieldId(name), label, hint, faults, value, type = 'text', autocomplete = 'off' } = props;
  const field = { id, label, hint, faults };
  return (
    <Field {...field}>
      <input
        {...(type === 'password'
          ? { type: 'password' as const }
          : type === 'date' && IS_DATE.test(value ?? '')
            ? { type: 'date' as const }
            : { type: 'text' as const })}
        {...controlProps(field)}
        name={name}
        autocomplete={autocomplete}
        value={value}
        inputMode={props.isDecimal ? 'decimal' : undefined}
        {...(props.isLiteral || type === 'password'
          ? { autocapitalize: 'none' as const, spellcheck: false }
          : {})}
      />
      {type === 'password' ? (
        <button
          type="button"
          class="link show"
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

type PasswordProps = Pick<TextFieldProps, 'faults'> & { readonly label?: string };

/** Asked for again, so that somebody at an abandoned session cannot make the change. */
export const CurrentPassword = ({ label = words.fields.current, faults }: PasswordProps) => (
  <TextField name="current" label={label} type="password" autocomplete="current-password" faults={faults} />
);

export const NewPassword = ({ faults }: PasswordProps) => (
  <TextField
    name="password"
    label={words.fields.newPassword}
    hint={words.fields.passwordHint}
    type="password"
    autocomplete="new-password"
    faults={faults}
  />
);

interface SelectFieldProps extends NamedFieldProps {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
}

export function SelectField({ name, id = fieldId(name), value, options, ...rest }: SelectFieldProps) {
  const field = { id, ...rest };
  return (
    <Field {...field}>
      <select {...controlProps(field)} name={name}>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.text}
          </option>
        ))}
      </select>
    </Field>
  );
}

interface ChoiceProps {
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly value: string;
  readonly isChecked: boolean;
  readonly id?: string | undefined;
  readonly hint?: string | undefined;
  readonly children: ComponentChildren;
}

export function Choice({ type, name, value, isChecked, id, hint, children }: ChoiceProps) {
  return (
    <label class="choice">
      <input type={type} name={name} value={value} checked={isChecked} id={id} />
      <span class="choice-text">
        {children}
        {hint === undefined ? null : <span class="soft">{hint}</span>}
      </span>
    </label>
  );
}

interface ChoiceFieldProps extends Omit<NamedFieldProps, 'hint'> {
  readonly value: string;
  readonly options: readonly {
    readonly value: string;
    readonly text: string;
    readonly hint?: string | undefined;
  }[];
}

/** In the list of faults at the top of the page, the link leads to the first radio button. */
export function ChoiceField({ name, id = fieldId(name), label, value, options, faults }: ChoiceFieldProps) {
  return (
    <fieldset>
      <legend>{label}</legend>
      <FieldFaults id={id} faults={faults} />
      {options.map((option, index) => (
        <Choice
          key={option.value}
          type="radio"
          name={name}
          value={option.value}
          isChecked={option.value === value}
          hint={option.hint}
          id={index === 0 ? id : undefined}
        >
          {option.text}
        </Choice>
      ))}
    </fieldset>
  );
}

type HiddenFields = Readonly<Record<string, string>>;

const renderHidden = (fields: HiddenFields) =>
  Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);

interface ActFormProps {
  readonly action: string;
  readonly button: string;
  readonly fields?: HiddenFields;
  readonly isDangerous?: boolean;
  /** Id of the element that names what the button acts on; screen readers read it with the button. */
  readonly describedBy?: string;
}

export function ActForm({ action, button, fields = {}, isDangerous = false, describedBy }: ActFormProps) {
  return (
    <form method="post" action={action}>
      {renderHidden(fields)}
      <button type="submit" class={isDangerous ? 'danger' : 'quiet'} aria-describedby={describedBy}>
        {button}
      </button>
    </form>
  );
}

interface ConfirmFormProps {
  readonly action: string;
  readonly fields: HiddenFields;
  readonly button: string;
  /** Link of the button that cancels. */
  readonly back: string;
  /** Faults of the password field; undefined: the form has none. */
  readonly passwordFaults?: readonly ShownFault[] | undefined;
}

export function ConfirmForm({ action, fields, button, back, passwordFaults }: ConfirmFormProps) {
  return (
    <form class="form" method="post" action={action}>
      {renderHidden({ confirm: 'yes', ...fields })}
      {passwordFaults ? <CurrentPassword label={words.fields.ownPassword} faults={passwordFaults} /> : null}
      <div class="actions">
        <button type="submit" class="danger">
          {button}
        </button>
        <a class="button" href={back}>
          {words.cancel}
        </a>
      </div>
    </form>
  );
}

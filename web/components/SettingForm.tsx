import type { ComponentChildren } from 'preact';
import { accountsVi } from '../messages/accounts.vi.ts';

/** One thing in a form that cannot be taken, already in words, and the id of its control. */
export interface SaidFault {
  readonly id: string;
  readonly sentence: string;
}

const words = accountsVi;

/** All faults of a page's forms at once, at the top, each linked to its control. */
export function SaidFaults({ faults }: { readonly faults: readonly SaidFault[] }) {
  if (faults.length === 0) return null;
  return (
    <div id="faults" class="faults" role="alert" tabIndex={-1}>
      <h2>{words.faultHeading}</h2>
      <ul>
        {faults.map(({ id, sentence }) => (
          <li key={`${id} ${sentence}`}>
            <a href={`#${id}`}>{sentence}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface FieldProps {
  /** Of the control, once on the page. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly faults: readonly SaidFault[];
  /** The control; it takes what `controlProps` gives. */
  readonly children: ComponentChildren;
}

/** A control with its label, hint and faults. */
export function Field({ id, label, hint, faults, children }: FieldProps) {
  const own = faults.filter((fault) => fault.id === id);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} class="soft">
          {hint}
        </p>
      )}
      {own.length === 0 ? null : (
        <p id={`${id}-fault`} class="fault">
          {own.map(({ sentence }) => sentence).join(' ')} <a href="#faults">{words.backToFaults}</a>
        </p>
      )}
      {children}
    </div>
  );
}

/** The attributes by which a control belongs to its `Field`. */
export function controlProps({ id, hint, faults }: Pick<FieldProps, 'id' | 'hint' | 'faults'>) {
  const isFaulty = faults.some((fault) => fault.id === id);
  const described = [isFaulty ? `${id}-fault` : '', hint === undefined ? '' : `${id}-hint`]
    .filter((part) => part !== '')
    .join(' ');
  return {
    id,
    ...(described === '' ? {} : { 'aria-describedby': described }),
    ...(isFaulty ? { 'aria-invalid': 'true' as const } : {}),
  };
}

interface TextInputProps extends Omit<FieldProps, 'children'> {
  readonly name: string;
  readonly value: string;
  /** For figures: a keyboard with digits and the decimal mark. */
  readonly isDecimal?: boolean;
}

/** A line of text with its label, hint and faults. */
export function TextInput({ name, value, isDecimal = false, ...field }: TextInputProps) {
  return (
    <Field {...field}>
      <input
        {...controlProps(field)}
        type="text"
        name={name}
        value={value}
        autocomplete="off"
        {...(isDecimal ? { inputMode: 'decimal' as const } : {})}
      />
    </Field>
  );
}

interface SelectInputProps extends Omit<FieldProps, 'children'> {
  readonly name: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
}

/** One of several things, with its label, hint and faults. */
export function SelectInput({ name, value, options, ...field }: SelectInputProps) {
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

interface ConfirmFormProps {
  /** Where the yes is sent. */
  readonly action: string;
  /** What was typed, to be sent again with it. */
  readonly fields: Readonly<Record<string, string>>;
  readonly button: string;
  /** Where the no leads. */
  readonly back: string;
}

/** The yes and the no under what will be done. */
export function ConfirmForm({ action, fields, button, back }: ConfirmFormProps) {
  return (
    <form class="actions" method="post" action={action}>
      <input type="hidden" name="confirm" value="yes" />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class="danger">
        {button}
      </button>
      <a class="button" href={back}>
        {words.cancel}
      </a>
    </form>
  );
}

import type { AccountMessages } from '../messages/accounts.vi.ts';
import { type AccountFault, FaultsAt, fieldId } from './AccountForm.tsx';

interface SelectFieldProps {
  /** The name that is sent. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** The first one stands for "none" where its value is empty. */
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly value: string;
  readonly faults: readonly AccountFault[];
  readonly words: AccountMessages;
}

/** One choice out of many, with its label, hint and faults. */
export function SelectField({ name, label, hint, options, value, faults, words }: SelectFieldProps) {
  const id = fieldId(name);
  const isFaulty = faults.some(({ field }) => field === name);
  const described = [isFaulty ? `${id}-fault` : '', hint === undefined ? '' : `${id}-hint`]
    .filter((part) => part !== '')
    .join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} class="soft">
          {hint}
        </p>
      )}
      <FaultsAt field={name} faults={faults} words={words} />
      <select
        id={id}
        name={name}
        {...(described === '' ? {} : { 'aria-describedby': described })}
        {...(isFaulty ? { 'aria-invalid': 'true' as const } : {})}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}

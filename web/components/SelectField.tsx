import type { AccountMessages } from '../messages/accounts.vi.ts';
import { type AccountFault, fieldId, sayFaults } from './AccountForm.tsx';
import { SelectInput } from './SettingForm.tsx';

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
export const SelectField = ({ name, faults, words, ...field }: SelectFieldProps) => (
  <SelectInput {...field} id={fieldId(name)} name={name} faults={sayFaults(faults, words)} />
);

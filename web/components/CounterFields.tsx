import type { AccountMessages } from '../messages/accounts.vi.ts';
import type { UnitSettingsMessages } from '../messages/unit-settings.vi.ts';
import { type AccountFault, TextField } from './AccountForm.tsx';
import { SelectField } from './SelectField.tsx';

/** A field (lĩnh vực) that a counter can serve. */
export interface FieldOptionView {
  readonly id: string;
  readonly text: string;
}

interface CounterFieldsProps {
  readonly typed: { readonly name: string; readonly field: string };
  readonly fields: readonly FieldOptionView[];
  readonly faults: readonly AccountFault[];
  /** With the sentences of these faults. */
  readonly formWords: AccountMessages;
  readonly words: UnitSettingsMessages['counters'];
}

/** The name of a counter and the field that it serves, part of a form. */
export function CounterFields({ typed, fields, faults, formWords, words }: CounterFieldsProps) {
  return (
    <>
      <TextField
        name="name"
        label={words.name}
        hint={words.nameHint}
        value={typed.name}
        autocomplete="off"
        faults={faults}
        words={formWords}
      />
      <SelectField
        name="field"
        label={words.field}
        hint={words.fieldHint}
        options={[
          { value: '', text: words.fieldAsked },
          ...fields.map(({ id, text }) => ({ value: id, text })),
        ]}
        value={typed.field}
        faults={faults}
        words={formWords}
      />
    </>
  );
}

import type { ShownFault } from '../formatting/faults.ts';
import type { UnitSettingsMessages } from '../messages/unit-settings.vi.ts';
import { SelectField, TextField } from './Form.tsx';

/** A business field (lĩnh vực), not a form field. */
export interface FieldOptionView {
  readonly id: string;
  readonly text: string;
}

interface CounterFieldsProps {
  readonly typed: { readonly name: string; readonly field: string };
  readonly fields: readonly FieldOptionView[];
  readonly faults: readonly ShownFault[];
  readonly words: UnitSettingsMessages['counters'];
}

export function CounterFields({ typed, fields, faults, words }: CounterFieldsProps) {
  return (
    <>
      <TextField
        name="name"
        label={words.name}
        hint={words.nameHint}
        value={typed.name}
        autocomplete="off"
        faults={faults}
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
      />
    </>
  );
}

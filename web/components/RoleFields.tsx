import { fieldId, type ShownFault } from '../formatting/faults.ts';
import type { AccountMessages } from '../messages/accounts.vi.ts';
import type { RoleChoice } from '../types/account.ts';
import { FieldFaults } from './Faults.tsx';
import { Choice, ChoiceField } from './Form.tsx';

interface RoleFieldsProps {
  readonly typed: RoleChoice;
  readonly counters: readonly { readonly code: string; readonly name: string }[];
  readonly faults: readonly ShownFault[];
  readonly words: AccountMessages;
}

export function RoleFields({ typed, counters, faults, words }: RoleFieldsProps) {
  return (
    <>
      <ChoiceField
        name="role"
        label={words.fields.role}
        options={Object.entries(words.roles).map(([value, text]) => ({
          value,
          text,
          hint: words.roleHints[value],
        }))}
        value={typed.role}
        faults={faults}
      />
      <fieldset>
        <legend>{words.fields.counters}</legend>
        <p class="soft">{words.fields.countersHint}</p>
        <FieldFaults id={fieldId('counters')} faults={faults} />
        <Choice
          type="radio"
          name="all_counters"
          value="yes"
          isChecked={typed.allCounters}
          id={fieldId('counters')}
        >
          {words.fields.allCounters}
        </Choice>
        <Choice type="radio" name="all_counters" value="no" isChecked={!typed.allCounters}>
          {words.fields.someCounters}
        </Choice>
        <div class="indent">
          {counters.map(({ code, name }) => (
            <Choice
              key={code}
              type="checkbox"
              name="counter"
              value={code}
              isChecked={typed.counters.includes(code)}
            >
              {name}
            </Choice>
          ))}
        </div>
      </fieldset>
    </>
  );
}

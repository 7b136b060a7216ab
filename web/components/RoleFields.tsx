import { fieldId, type ShownFault } from '../formatting/faults.ts';
import type { AccountMessages } from '../messages/accounts.vi.ts';
import type { RoleChoice } from '../types/account.ts';
import { FieldFaults } from './Faults.tsx';
import { Choice } from './Form.tsx';

interface RoleFieldsProps {
  readonly typed: RoleChoice;
  readonly counters: readonly { readonly code: string; readonly name: string }[];
  readonly faults: readonly ShownFault[];
  readonly words: AccountMessages;
}

export function RoleFields({ typed, counters, faults, words }: RoleFieldsProps) {
  return (
    <>
      <fieldset>
        <legend>{words.fields.role}</legend>
        <p class="soft">{words.fields.rolesHint}</p>
        <FieldFaults id={fieldId('role')} faults={faults} />
        {Object.entries(words.roles).map(([role, name], index) => (
          <Choice
            key={role}
            type="checkbox"
            name="role"
            value={role}
            isChecked={typed.roles.includes(role)}
            hint={words.roleHints[role]}
            {...(index === 0 ? { id: fieldId('role') } : {})}
          >
            {name}
          </Choice>
        ))}
      </fieldset>
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

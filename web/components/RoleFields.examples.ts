import { counterNamesExample } from '../examples/office.examples.ts';
import { showFaults } from '../formatting/faults.ts';
import { accountsVi } from '../messages/accounts.vi.ts';
import type { Examples } from '../preview/example.ts';
import type { RoleFields } from './RoleFields.tsx';

const props = {
  typed: { role: '', allCounters: true, counters: [] },
  counters: counterNamesExample,
  faults: [],
  words: accountsVi,
};

export const roleFieldsExamples: Examples<typeof RoleFields> = [
  { name: 'nothing chosen', props },
  {
    name: 'one counter',
    props: { ...props, typed: { role: 'staff', allCounters: false, counters: ['z9h4t'] } },
  },
  {
    name: 'faulty',
    props: {
      ...props,
      faults: showFaults(
        [
          { field: 'role', code: 'role-missing' },
          { field: 'counters', code: 'counters-missing' },
        ],
        accountsVi.faults,
      ),
    },
  },
];

import { counterNamesExample } from '../examples/office.examples.ts';
import { accountsVi } from '../messages/accounts.vi.ts';
import type { Examples } from '../preview/example.ts';
import type { RoleFields } from './RoleFields.tsx';

export const roleFieldsExamples: Examples<typeof RoleFields> = [
  {
    name: 'one counter',
    props: {
      typed: { roles: ['staff'], allCounters: false, counters: ['z9h4t'] },
      counters: counterNamesExample,
      faults: [],
      words: accountsVi,
    },
  },
];

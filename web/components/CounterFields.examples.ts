import { fieldOptionsExample, LONG_NAME } from '../examples/office.examples.ts';
import { unitSettingsVi } from '../messages/unit-settings.vi.ts';
import type { Examples } from '../preview/example.ts';
import type { CounterFields } from './CounterFields.tsx';

const typed = { name: LONG_NAME, field: 'labour-social' };

export const counterFieldsExamples: Examples<typeof CounterFields> = [
  {
    name: 'filled in',
    props: { typed, fields: fieldOptionsExample, faults: [], words: unitSettingsVi.counters },
  },
];

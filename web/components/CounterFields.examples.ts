import { fieldOptionsExample, LONG_NAME } from '../examples/office.examples.ts';
import { showFaults } from '../formatting/faults.ts';
import { unitSettingsVi as words } from '../messages/unit-settings.vi.ts';
import type { Examples } from '../preview/example.ts';
import type { CounterFields } from './CounterFields.tsx';

const props = {
  typed: { name: '', field: '' },
  fields: fieldOptionsExample,
  faults: [],
  words: words.counters,
};

export const counterFieldsExamples: Examples<typeof CounterFields> = [
  { name: 'empty', props },
  { name: 'filled in', props: { ...props, typed: { name: LONG_NAME, field: 'labour-social' } } },
  {
    name: 'without a name',
    props: { ...props, faults: showFaults([{ field: 'name', code: 'counter-name-missing' }], words.faults) },
  },
];

import { accountMessages } from '../messages/accounts.ts';
import { unitSettingsMessages } from '../messages/unit-settings.ts';
import type { Examples } from '../preview/example.ts';
import type { CounterFields } from './CounterFields.tsx';
import { fieldOptionsExample, LONG_NAME } from './office.examples.ts';

const words = unitSettingsMessages('vi');
const props = {
  typed: { name: '', field: '' },
  fields: fieldOptionsExample,
  faults: [],
  formWords: { ...accountMessages('vi'), faults: { ...accountMessages('vi').faults, ...words.faults } },
  words: words.counters,
};

export const counterFieldsExamples: Examples<typeof CounterFields> = [
  { name: 'empty', props },
  { name: 'filled in', props: { ...props, typed: { name: LONG_NAME, field: 'labour-social' } } },
  { name: 'without a name', props: { ...props, faults: [{ field: 'name', code: 'counter-name-missing' }] } },
];

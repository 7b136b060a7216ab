import { counterNamesExample, LONG_NAME, officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderTransactionImportPage } from './TransactionImportPage.tsx';

type Pages = PageExamples<typeof renderTransactionImportPage>;

const span = { from: '2024-01-29', to: '2024-01-29' };
const props = {
  ...officeExample,
  shape: 'totals',
  counters: counterNamesExample,
  isWholeUnit: true,
  entries: [
    { ...span, counter: 'k7mpx', n: 41, before: null },
    { ...span, counter: 'z9h4t', n: 1_204, before: 1_104 },
  ],
  names: [{ index: 0, name: LONG_NAME.toUpperCase(), choice: '' }],
  unfinished: 3,
  totalRows: 1,
  beforeOpening: 2,
  faults: [],
  formFaults: [],
  payload: '[]',
  mustChoose: true,
};

export const transactionImportPageExamples: Pages = [
  { name: 'a name to be chosen for', props },
  { name: 'ready to be saved', props: { ...props, names: [], mustChoose: false } },
  {
    name: 'faulty',
    props: {
      ...props,
      entries: [],
      names: [],
      payload: null,
      mustChoose: false,
      faults: [
        { code: 'number', row: 4, column: 'C', value: 'mười', other: null },
        { code: 'something-new', row: null, column: null, value: null, other: null },
      ],
    },
  },
];

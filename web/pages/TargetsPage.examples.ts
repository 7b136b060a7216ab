import { officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderTargetsPage } from './TargetsPage.tsx';

type Pages = PageExamples<typeof renderTargetsPage>;

const rows = [
  { since: '2023-01-01', value: 85, state: 'past', mayWithdraw: false },
  { since: '2024-01-01', value: 90, state: 'in-force', mayWithdraw: false },
  { since: '2024-03-01', value: 92.5, state: 'planned', mayWithdraw: true },
] as const;
const typed = { value: '', since: '' };
const props = {
  ...officeExample,
  settings: [
    { name: 'target_percent', rows, typed },
    { name: 'minimum_n', rows: [], typed },
  ],
  exampleDay: '2024-03-01',
  faults: [],
  mayChange: true,
} as const;

export const targetsPageExamples: Pages = [
  { name: 'past, in force, planned; and never set', props },
  { name: 'to be read only', props: { ...props, mayChange: false } },
  {
    name: 'faulty',
    props: {
      ...props,
      faults: [
        { setting: 'target_percent', field: 'value', code: 'value-missing', params: {} },
        { setting: 'minimum_n', field: 'since', code: 'day-malformed', params: {} },
      ],
    },
  },
];

import { officeExample } from '../components/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderHeadlinePage } from './HeadlinePage.tsx';

type Pages = PageExamples<typeof renderHeadlinePage>;

const props = {
  ...officeExample,
  current: 'all',
  rows: [
    { since: '2024-01-01', value: 'all', state: 'in-force' },
    { since: '2024-03-01', value: 'single-use', state: 'planned' },
  ],
  typed: { value: '', since: '' },
  exampleDay: '2024-03-01',
  faults: [],
  mayChange: true,
} as const;

export const headlinePageExamples: Pages = [
  { name: 'a change is planned', props },
  { name: 'never changed', props: { ...props, rows: [] } },
  { name: 'to be read only', props: { ...props, mayChange: false } },
  {
    name: 'faulty',
    props: {
      ...props,
      typed: { value: 'all', since: 'mai' },
      faults: [
        { field: 'value', code: 'value-same', day: null },
        { field: 'since', code: 'day-malformed', day: null },
      ],
    },
  },
];

import { gridExample } from '../components/TransactionGrid.examples.ts';
import { correctionsExample, weekLinesExample } from '../components/TransactionHistory.examples.ts';
import { totalExample } from '../components/TransactionTotals.examples.ts';
import { counterNamesExample, officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderTransactionsPage } from './TransactionsPage.tsx';

type Pages = PageExamples<typeof renderTransactionsPage>;

const week = { id: '2024-W05', kind: 'week', from: '2024-01-29', to: '2024-02-04' };
const props = {
  ...officeExample,
  week,
  previousHref: '/can-bo/giao-dich?tuan=2024-W04',
  nextHref: null,
  modes: { byCounter: '/can-bo/giao-dich?theo=quay', byUnit: '/can-bo/giao-dich?theo=ca-don-vi' },
  mode: 'counters',
  counters: counterNamesExample,
  isWholeUnit: true,
  mayEnter: true,
  grid: gridExample,
  seen: 1,
  totals: [totalExample],
  totalPeriods: [week],
  missing: [{ day: '2024-01-31', counters: ['z9h4t'] }],
  weeks: weekLinesExample,
  corrections: correctionsExample,
  closed: [],
  saved: null,
  typedDays: null,
  typedTotal: { period: '', counter: '', n: '' },
  faults: [],
} as const;

export const transactionsPageExamples: Pages = [
  { name: 'a running week', props },
  { name: 'three numbers were saved', props: { ...props, saved: 3 } },
  {
    name: 'nothing yet, one counter of one’s own',
    props: {
      ...props,
      modes: null,
      counters: counterNamesExample.slice(0, 1),
      grid: [],
      totals: [],
      missing: [],
      weeks: [],
      corrections: [],
    },
  },
  { name: 'to be read only, within a closed period', props: { ...props, mayEnter: false, closed: [week] } },
  { name: 'changed meanwhile', props: { ...props, faults: [{ field: 'seen', code: 'changed-meanwhile' }] } },
  { name: 'no file chosen', props: { ...props, faults: [{ field: 'file', code: 'file-missing' }] } },
];

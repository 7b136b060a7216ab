import { counterNamesExample } from '../examples/office.examples.ts';
import { fieldId } from '../formatting/faults.ts';
import type { Examples } from '../preview/example.ts';
import { cellField, type GridDayView, type TransactionGrid } from './TransactionGrid.tsx';

const DAYS = ['2024-01-29', '2024-01-30', '2024-01-31', '2024-02-01', '2024-02-02'];

export const gridExample: readonly GridDayView[] = DAYS.map((day, index) => ({
  day,
  state: index === 4 ? 'future' : 'open',
  cells: counterNamesExample.map(({ code }, column) => ({
    counter: code,
    n: index < 2 ? 12 + 7 * index + column : null,
    total: index === 3 && column === 2 ? { from: '2024-02-01', to: '2024-02-02', n: 31 } : null,
  })),
}));

const props = { grid: gridExample, counters: counterNamesExample, mayEnter: true, typed: null, faults: [] };
const wrong = cellField('2024-01-31', 'k7mpx');

export const transactionGridExamples: Examples<typeof TransactionGrid> = [
  { name: 'a running week', props },
  { name: 'to be read only', props: { ...props, mayEnter: false } },
  {
    name: 'a number that is none',
    props: {
      ...props,
      typed: { [wrong]: 'mười' },
      faults: [{ id: fieldId(wrong), sentence: 'Số lượt phải từ 0 đến 100.000.' }],
    },
  },
  {
    name: 'the whole unit',
    props: {
      ...props,
      grid: gridExample.map((day) => ({ ...day, cells: [{ counter: null, n: null, total: null }] })),
    },
  },
];

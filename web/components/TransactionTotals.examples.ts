import { counterNamesExample } from '../examples/office.examples.ts';
import type { Examples } from '../preview/example.ts';
import type { TotalView, TransactionTotalForm, TransactionTotalList } from './TransactionTotals.tsx';

export const totalExample: TotalView = {
  from: '2024-01-29',
  to: '2024-02-04',
  counter: 'z9h4t',
  n: 1_204,
  actorName: 'mot-cua',
  enteredAt: '2024-02-05T09:12:00+07:00',
  withdrawHref: '/can-bo/giao-dich/bo/2024-01-29_2024-02-04_z9h4t',
};

const form = {
  periods: [
    { id: '2024-W05', kind: 'week', from: '2024-01-29', to: '2024-02-04' },
    { id: '2024-01', kind: 'month', from: '2024-01-01', to: '2024-01-31' },
  ],
  counters: counterNamesExample,
  isWholeUnit: true,
  typed: { period: '', counter: '', n: '' },
  faults: [],
};

export const transactionTotalFormExamples: Examples<typeof TransactionTotalForm> = [
  { name: 'empty', props: form },
  {
    name: 'faulty',
    props: {
      ...form,
      typed: { period: '2024-W05', counter: 'z9h4t', n: 'mười' },
      faults: [{ id: 'field-n', sentence: 'Số lượt phải từ 0 đến 100.000.' }],
    },
  },
];

export const transactionTotalListExamples: Examples<typeof TransactionTotalList> = [
  { name: 'one', props: { totals: [totalExample], counters: counterNamesExample, mayEnter: true } },
  {
    name: 'to be read only',
    props: { totals: [totalExample], counters: counterNamesExample, mayEnter: false },
  },
];

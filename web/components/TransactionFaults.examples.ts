import { counterNamesExample } from '../examples/office.examples.ts';
import type { Examples } from '../preview/example.ts';
import type { FaultsBeside, TransactionFault, TransactionFaults } from './TransactionFaults.tsx';

const faults: readonly TransactionFault[] = [
  {
    field: 'n.2024-01-29.k7mpx',
    code: 'number',
    about: { from: '2024-01-29', to: '2024-01-29', counter: 'k7mpx' },
  },
  {
    field: 'ky',
    code: 'before-opening',
    about: { from: '2024-01-01', to: '2024-01-31', counter: null },
    other: { from: '2024-01-01', to: '2024-01-07', counter: 'z9h4t' },
  },
];

export const transactionFaultsExamples: Examples<typeof TransactionFaults> = [
  { name: 'two faults', props: { faults, counters: counterNamesExample } },
];

export const faultsBesideExamples: Examples<typeof FaultsBeside> = [
  { name: 'beside its field', props: { field: 'ky', faults, counters: counterNamesExample } },
];

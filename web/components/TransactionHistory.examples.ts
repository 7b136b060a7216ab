import { counterNamesExample } from '../examples/office.examples.ts';
import type { Examples } from '../preview/example.ts';
import type {
  CorrectionView,
  TransactionCorrections,
  TransactionWeeks,
  WeekLineView,
} from './TransactionHistory.tsx';

export const weekLinesExample: readonly WeekLineView[] = [
  {
    from: '2024-01-22',
    to: '2024-01-28',
    href: '/can-bo/giao-dich?tuan=2024-W04',
    counters: { k7mpx: 120, q2wna: 88, z9h4t: 1_204 },
    unit: 1_412,
    missingDays: 0,
    isStraddled: false,
  },
  {
    from: '2024-01-15',
    to: '2024-01-21',
    href: '/can-bo/giao-dich?tuan=2024-W03',
    counters: { k7mpx: 97, q2wna: null, z9h4t: null },
    unit: null,
    missingDays: 1,
    isStraddled: true,
  },
];

export const correctionsExample: readonly CorrectionView[] = [
  {
    from: '2024-01-22',
    to: '2024-01-28',
    counter: 'z9h4t',
    before: 1_104,
    after: 1_204,
    actorName: 'mot-cua',
    enteredAt: '2024-01-30T09:12:00+07:00',
  },
  {
    from: '2024-01-15',
    to: '2024-01-15',
    counter: null,
    before: 31,
    after: null,
    actorName: 'mot-cua',
    enteredAt: '2024-01-29T16:40:00+07:00',
  },
];

export const transactionWeeksExamples: Examples<typeof TransactionWeeks> = [
  {
    name: 'two weeks',
    props: { weeks: weekLinesExample, counters: counterNamesExample, isWholeUnit: true },
  },
  { name: 'none yet', props: { weeks: [], counters: counterNamesExample, isWholeUnit: true } },
];

export const transactionCorrectionsExamples: Examples<typeof TransactionCorrections> = [
  { name: 'two', props: { corrections: correctionsExample, counters: counterNamesExample } },
  { name: 'none', props: { corrections: [], counters: counterNamesExample } },
];

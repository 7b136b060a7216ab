import { indicatorExample } from '../examples/report.examples.ts';
import { staffVi as words } from '../messages/staff.vi.ts';
import type { Examples } from '../preview/example.ts';
import type { ThreeNumbers } from './ThreeNumbers.tsx';

export const threeNumbersExamples: Examples<typeof ThreeNumbers> = [
  { name: 'a hundred ballots', props: { indicator: indicatorExample, words } },
  {
    name: 'ten thousand ballots',
    props: {
      indicator: {
        ...indicatorExample,
        numerator: 89_960,
        denominator: 100_000,
        neutral: 7_040,
        dissatisfied: 3_000,
      },
      words,
    },
  },
];

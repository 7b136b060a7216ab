import { indicatorExample, itemNamesExample } from '../examples/report.examples.ts';
import { staffMessages } from '../messages/staff.ts';
import type { Examples } from '../preview/example.ts';
import type { FixFirst } from './FixFirst.tsx';

const props = {
  fixFirst: { item: 'i34', marked_low: 4, dissatisfied_total: 7 },
  indicator: indicatorExample,
  itemNames: itemNamesExample,
  words: staffMessages('vi'),
};

export const fixFirstExamples: Examples<typeof FixFirst> = [
  { name: 'one thing', props },
  { name: 'nothing stands out', props: { ...props, fixFirst: null } },
  {
    name: 'nobody dissatisfied',
    props: {
      ...props,
      fixFirst: null,
      indicator: { ...indicatorExample, numerator: 100, percent: 100, neutral: 0, dissatisfied: 0 },
    },
  },
];

import { itemNamesExample, reportExample } from '../examples/report.examples.ts';
import { staffMessages } from '../messages/staff.ts';
import { weeksVi } from '../messages/weeks.vi.ts';
import type { Examples } from '../preview/example.ts';
import type { WeekPraise } from './WeekPraise.tsx';

const risen = { id: 'i34', difference_points: 12.5, called: 'up' } as const;
const props = {
  report: reportExample,
  changes: [],
  itemNames: itemNamesExample,
  weekWords: weeksVi,
  words: staffMessages('vi'),
};

export const weekPraiseExamples: Examples<typeof WeekPraise> = [
  { name: 'what people were content with', props },
  { name: 'and what clearly rose', props: { ...props, changes: [risen] } },
  {
    name: 'only what clearly rose',
    props: {
      ...props,
      report: { ...reportExample, questions: reportExample.questions.filter(({ id }) => id === 'i34') },
      changes: [risen],
    },
  },
];

import { hiddenReport, reportExample } from '../examples/report.examples.ts';
import { leaderVi } from '../messages/leader.vi.ts';
import type { Examples } from '../preview/example.ts';
import type { PeriodComparison } from './PeriodComparison.tsx';

const earlier = (difference_points: number | null, called: 'up' | 'down' | null) => ({
  report: reportExample,
  change: { id: 'overall', difference_points, called },
});
const props = {
  before: earlier(-8.26, 'down'),
  yearBefore: earlier(15.5, 'up'),
  isOnceAYear: false,
  words: leaderVi,
};

export const periodComparisonExamples: Examples<typeof PeriodComparison> = [
  { name: 'fell since the period before, rose since a year ago', props },
  {
    name: 'chance explains it; too few ballots a year ago',
    props: {
      ...props,
      before: earlier(1.4, null),
      yearBefore: { ...earlier(null, null), report: hiddenReport(3) },
    },
  },
  { name: 'a year', props: { ...props, isOnceAYear: true } },
  { name: 'nothing before it', props: { ...props, before: null, yearBefore: null } },
];

import { hiddenReport, itemNamesExample, reportExample } from '../examples/report.examples.ts';
import { leaderVi } from '../messages/leader.vi.ts';
import { staffMessages } from '../messages/staff.ts';
import type { Examples } from '../preview/example.ts';
import type { OtherFigures } from './OtherFigures.tsx';

const props = {
  report: reportExample,
  meanScore: { rule: 'mean-score/1', percent: 86.4 },
  itemNames: itemNamesExample,
  leaderWords: leaderVi,
  words: staffMessages('vi'),
};

export const otherFiguresExamples: Examples<typeof OtherFigures> = [
  { name: 'factors, mean score, and the share with what was set aside', props },
  {
    name: 'nothing set aside, too few for a mean score',
    props: {
      ...props,
      report: { ...reportExample, set_aside: { total: 0, by_reason: [] } },
      meanScore: null,
    },
  },
  { name: 'no ballots', props: { ...props, report: hiddenReport(0), meanScore: null } },
];

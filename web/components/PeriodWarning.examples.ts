import { headlineExamples } from '../examples/headline.examples.ts';
import { hiddenReport } from '../examples/report.examples.ts';
import { leaderVi } from '../messages/leader.vi.ts';
import type { Examples } from '../preview/example.ts';
import type { PeriodWarning } from './PeriodWarning.tsx';

const props = { today: '2024-02-12', words: leaderVi };

export const periodWarningExamples: Examples<typeof PeriodWarning> = [
  ...headlineExamples
    .filter(({ name }) => name === 'too few ballots')
    .map(({ name, report }) => ({ name, props: { ...props, report } })),
  { name: 'none shown on the last day', props: { ...props, report: hiddenReport(0), today: '2024-02-14' } },
];

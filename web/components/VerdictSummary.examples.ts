import { headlineExamples } from '../examples/headline.examples.ts';
import { staffVi } from '../messages/staff.vi.ts';
import type { Examples } from '../preview/example.ts';
import type { VerdictSummary } from './VerdictSummary.tsx';

const NAMES = ['met, not certain', 'not met and certain', 'exactly the target', 'four ballots'];

export const verdictSummaryExamples: Examples<typeof VerdictSummary> = headlineExamples
  .filter(({ name }) => NAMES.includes(name))
  .map(({ name, report, verdict }) => ({
    name,
    props: { id: 'summary', report, verdict, level: 2, words: staffVi },
  }));

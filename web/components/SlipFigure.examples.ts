import { headlineExamples } from '../examples/headline.examples.ts';
import { indicatorExample } from '../examples/report.examples.ts';
import { staffVi } from '../messages/staff.vi.ts';
import type { Examples } from '../preview/example.ts';
import type { SlipFigure } from './SlipFigure.tsx';

const tooFew = headlineExamples.find(({ name }) => name === 'too few ballots')?.report.indicator ?? null;

export const slipFigureExamples: Examples<typeof SlipFigure> = [
  {
    name: 'one-time slips beside all ballots',
    props: { slips: indicatorExample, id: 'beside-slips', level: 2, words: staffVi },
  },
  { name: 'too few slips', props: { slips: tooFew, id: 'beside-few', level: 3, words: staffVi } },
];

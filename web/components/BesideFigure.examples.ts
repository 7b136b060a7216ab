import { headlineExamples } from '../examples/headline.examples.ts';
import { indicatorExample } from '../examples/report.examples.ts';
import type { Examples } from '../preview/example.ts';
import type { BesideFigure } from './BesideFigure.tsx';

const tooFew = headlineExamples.find(({ name }) => name === 'too few ballots')?.report.indicator ?? null;

export const besideFigureExamples: Examples<typeof BesideFigure> = [
  {
    name: 'one-time slips beside all ballots',
    props: {
      beside: { kind: 'single-use', indicator: indicatorExample, wasToBeFirst: false },
      id: 'beside-slips',
      level: 2,
      locale: 'vi',
    },
  },
  {
    name: 'too few slips, which were to come first',
    props: {
      beside: { kind: 'single-use', indicator: tooFew, wasToBeFirst: true },
      id: 'beside-few',
      level: 3,
      locale: 'vi',
    },
  },
  {
    name: 'all ballots beside slips, not shown',
    props: {
      beside: { kind: 'all', indicator: null, wasToBeFirst: false },
      id: 'beside-all',
      level: 3,
      locale: 'en',
    },
  },
];

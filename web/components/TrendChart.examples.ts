import { hiddenReport, reportExample } from '../examples/report.examples.ts';
import { emptyTrend, trendExample } from '../examples/trend.examples.ts';
import { staffVi } from '../messages/staff.vi.ts';
import type { Examples } from '../preview/example.ts';
import type { TrendCard, TrendChart } from './TrendChart.tsx';

export const trendCardExamples: Examples<typeof TrendCard> = [
  { name: 'a month', props: { points: trendExample, report: reportExample, words: staffVi } },
  { name: 'too few ballots', props: { points: emptyTrend, report: hiddenReport(3), words: staffVi } },
];

export const trendChartExamples: Examples<typeof TrendChart> = [
  { name: 'twelve weeks', props: { points: trendExample, target: 90, words: staffVi } },
  { name: 'no week with a share', props: { points: emptyTrend, target: null, words: staffVi } },
];

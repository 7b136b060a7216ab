import { emptyTrend, trendExample } from '../examples/trend.examples.ts';
import { staffVi } from '../messages/staff.vi.ts';
import type { Examples } from '../preview/example.ts';
import type { TrendChart } from './TrendChart.tsx';

export const trendChartExamples: Examples<typeof TrendChart> = [
  { name: 'twelve weeks', props: { points: trendExample, target: 90, words: staffVi } },
  { name: 'no week with a share', props: { points: emptyTrend, target: null, words: staffVi } },
];

import { emptyTrend, trendExample } from '../examples/trend.examples.ts';
import { staffMessages } from '../messages/staff.ts';
import type { Examples } from '../preview/example.ts';
import type { TrendChart } from './TrendChart.tsx';

const words = staffMessages('vi');

export const trendChartExamples: Examples<typeof TrendChart> = [
  { name: 'twelve weeks', props: { points: trendExample, target: 90, words } },
  { name: 'one week, no target', props: { points: trendExample.slice(-1), target: null, words } },
  { name: 'nothing to show', props: { points: emptyTrend, target: 90, words } },
];

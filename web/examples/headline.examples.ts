import type { IndicatorView, ReportView } from '../types/report-view.ts';
import {
  allSetAsideReport,
  fiveBallotsReport,
  hiddenReport,
  reportExample,
  reportWith,
} from './report.examples.ts';

interface HeadlineExample {
  readonly name: string;
  readonly report: ReportView;
}

const closedMonth = { ...reportExample.period, closed_at: '2024-02-20T00:00:00+07:00' };

function counted(
  [numerator, neutral, dissatisfied]: readonly [number, number, number],
  [low, high]: readonly [number, number],
  rest: Partial<IndicatorView> = {},
): ReportView {
  const denominator = numerator + neutral + dissatisfied;
  const percent = Math.round((10_000 * numerator) / denominator) / 100;
  return reportWith({
    ...{ numerator, denominator, percent, neutral, dissatisfied },
    interval: { low, high },
    ...rest,
  });
}

const notMet = { verdict: 'not-met' } as const;

export const headlineExamples: readonly HeadlineExample[] = [
  { name: 'met and certain', report: counted([940, 40, 20], [92.35, 95.31], { certain: true }) },
  { name: 'met, not certain', report: reportExample },
  {
    name: 'met, not certain, closed',
    report: reportWith({}, { period: closedMonth, as_of: closedMonth.closed_at }),
  },
  {
    name: 'met, cannot be settled by the transactions there are',
    report: reportWith({ interval_finite: { population: 240, low: 88.15, high: 95.96 } }),
  },
  { name: 'met, cannot be settled within reason', report: counted([28, 2, 1], [75.1, 96.65]) },
  {
    name: 'not met and certain',
    report: counted([310, 60, 30], [73.16, 81.32], { ...notMet, certain: true }),
  },
  { name: 'not met, not certain', report: counted([88, 9, 3], [80.19, 93], notMet) },
  {
    name: 'not met by a hair, cannot be settled',
    report: counted([8996, 704, 300], [89.36, 90.53], notMet),
  },
  { name: 'exactly the target', report: counted([90, 7, 3], [82.56, 94.48]) },
  {
    name: 'exactly the least number of ballots, all satisfied',
    report: counted([30, 0, 0], [88.65, 100]),
  },
  { name: 'nobody satisfied', report: counted([0, 10, 20], [0, 11.35], { ...notMet, certain: true }) },
  {
    name: 'too few ballots',
    report: counted([11, 1, 0], [0, 0], { percent: null, interval: null, verdict: 'too-few' }),
  },
  { name: 'five ballots', report: fiveBallotsReport },
  { name: 'four ballots', report: hiddenReport(4) },
  { name: 'one ballot', report: hiddenReport(1) },
  { name: 'no ballots', report: hiddenReport(0) },
  { name: 'all set aside', report: allSetAsideReport },
  { name: 'no target', report: reportWith({ target: null, verdict: null }) },
];

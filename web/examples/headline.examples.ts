import type { ReportView } from '../types/report-view.ts';
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

/** Every case of the verdict's sentences. Intervals are Wilson, 95 %. */
export const headlineExamples: readonly HeadlineExample[] = [
  {
    name: 'met and certain',
    report: reportWith({
      numerator: 940,
      denominator: 1000,
      percent: 94,
      neutral: 40,
      dissatisfied: 20,
      interval: { low: 92.35, high: 95.31 },
      certain: true,
    }),
  },
  { name: 'met, not certain', report: reportExample },
  {
    name: 'met, not certain, closed',
    report: reportWith({}, { period: closedMonth, as_of: closedMonth.closed_at }),
  },
  {
    name: 'met, cannot be settled by the transactions there are',
    report: reportWith({ interval_finite: { population: 240, low: 88.15, high: 95.96 } }),
  },
  {
    name: 'met, cannot be settled within reason',
    report: reportWith({
      numerator: 28,
      denominator: 31,
      percent: 90.32,
      neutral: 2,
      dissatisfied: 1,
      interval: { low: 75.1, high: 96.65 },
    }),
  },
  {
    name: 'not met and certain',
    report: reportWith({
      numerator: 310,
      denominator: 400,
      percent: 77.5,
      neutral: 60,
      dissatisfied: 30,
      interval: { low: 73.16, high: 81.32 },
      verdict: 'not-met',
      certain: true,
    }),
  },
  {
    name: 'not met, not certain',
    report: reportWith({
      numerator: 88,
      denominator: 100,
      percent: 88,
      neutral: 9,
      dissatisfied: 3,
      interval: { low: 80.19, high: 93 },
      verdict: 'not-met',
    }),
  },
  {
    name: 'not met by a hair, cannot be settled',
    report: reportWith({
      numerator: 8996,
      denominator: 10_000,
      percent: 89.96,
      neutral: 704,
      dissatisfied: 300,
      interval: { low: 89.36, high: 90.53 },
      verdict: 'not-met',
    }),
  },
  {
    name: 'exactly the target',
    report: reportWith({
      numerator: 90,
      percent: 90,
      neutral: 7,
      dissatisfied: 3,
      interval: { low: 82.56, high: 94.48 },
    }),
  },
  {
    name: 'exactly the least number of ballots, all satisfied',
    report: reportWith({
      numerator: 30,
      denominator: 30,
      percent: 100,
      neutral: 0,
      dissatisfied: 0,
      interval: { low: 88.65, high: 100 },
    }),
  },
  {
    name: 'nobody satisfied',
    report: reportWith({
      numerator: 0,
      denominator: 30,
      percent: 0,
      neutral: 10,
      dissatisfied: 20,
      interval: { low: 0, high: 11.35 },
      verdict: 'not-met',
      certain: true,
    }),
  },
  {
    name: 'too few ballots',
    report: reportWith({
      numerator: 11,
      denominator: 12,
      percent: null,
      neutral: 1,
      dissatisfied: 0,
      interval: null,
      verdict: 'too-few',
    }),
  },
  { name: 'five ballots', report: fiveBallotsReport },
  { name: 'four ballots', report: hiddenReport(4) },
  { name: 'one ballot', report: hiddenReport(1) },
  { name: 'no ballots', report: hiddenReport(0) },
  { name: 'all set aside', report: allSetAsideReport },
  { name: 'no target', report: reportWith({ target: null, verdict: null }) },
];

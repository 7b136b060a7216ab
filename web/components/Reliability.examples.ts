import { fiveBallotsReport, hiddenReport, reportExample } from '../examples/report.examples.ts';
import type { Examples } from '../preview/example.ts';
import type { Reliability } from './Reliability.tsx';

export const reliabilityExamples: Examples<typeof Reliability> = [
  { name: 'a hundred ballots', props: { report: reportExample, locale: 'vi' } },
  { name: 'five ballots', props: { report: fiveBallotsReport, locale: 'vi' } },
  { name: 'no ballots', props: { report: hiddenReport(0), locale: 'vi' } },
];

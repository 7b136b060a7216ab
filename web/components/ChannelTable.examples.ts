import { fiveBallotsReport, hiddenReport, reportExample } from '../examples/report.examples.ts';
import { staffVi as words } from '../messages/staff.vi.ts';
import type { Examples } from '../preview/example.ts';
import type { ChannelTable } from './ChannelTable.tsx';

export const channelTableExamples: Examples<typeof ChannelTable> = [
  { name: 'a hundred ballots', props: { report: reportExample, words } },
  { name: 'five ballots', props: { report: fiveBallotsReport, words } },
  { name: 'no ballots', props: { report: hiddenReport(0), words } },
];

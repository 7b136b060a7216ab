import { hiddenReport, itemNamesExample, reportExample } from '../examples/report.examples.ts';
import { staffMessages } from '../messages/staff.ts';
import type { Examples } from '../preview/example.ts';
import type { FactorTable } from './FactorTable.tsx';

const props = { report: reportExample, itemNames: itemNamesExample, words: staffMessages('vi') };

export const factorTableExamples: Examples<typeof FactorTable> = [
  { name: 'five factors, one with too few ballots', props },
  { name: 'no ballots', props: { ...props, report: hiddenReport(0) } },
];

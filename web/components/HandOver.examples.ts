import { headlineExamples } from '../examples/headline.examples.ts';
import { LONG_NAME } from '../examples/office.examples.ts';
import { itemNamesExample, plainVerdict, reportExample } from '../examples/report.examples.ts';
import { staffMessages } from '../messages/staff.ts';
import type { Examples } from '../preview/example.ts';
import type { HandOver } from './HandOver.tsx';

const props = {
  unitName: 'UBND xã Đông Sơn',
  demo: false,
  current: { report: reportExample, verdict: plainVerdict },
  fixFirst: { item: 'i34', marked_low: 4, dissatisfied_total: 7 },
  itemNames: itemNamesExample,
  seal: { short: 'ERXR-36D9' },
  words: staffMessages('vi'),
};

const NAMES = ['too few ballots', 'no ballots'];

export const handOverExamples: Examples<typeof HandOver> = [
  { name: 'a figure, what to mend, and a seal', props },
  {
    name: 'made-up data, the longest name',
    props: { ...props, demo: true, unitName: LONG_NAME },
  },
  ...headlineExamples
    .filter(({ name }) => NAMES.includes(name))
    .map(({ name, report, verdict }) => ({
      name,
      props: { ...props, current: { report, verdict }, fixFirst: null, seal: null },
    })),
];

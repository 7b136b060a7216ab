import { staffMessages } from '../messages/staff.ts';
import { headlineExamples } from '../pages/headline.examples.ts';
import { indicatorExample, itemNamesExample, plainVerdict, reportExample } from '../pages/report.examples.ts';
import type { Examples } from '../preview/example.ts';
import type { HandOver } from './HandOver.tsx';
import { LONG_NAME } from './office.examples.ts';

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
    name: 'made-up data, slips first, the longest name',
    props: {
      ...props,
      demo: true,
      unitName: LONG_NAME,
      current: {
        ...props.current,
        beside: { kind: 'all', indicator: indicatorExample, wasToBeFirst: false },
      },
    },
  },
  ...headlineExamples
    .filter(({ name }) => NAMES.includes(name))
    .map(({ name, report, verdict }) => ({
      name,
      props: { ...props, current: { report, verdict }, fixFirst: null, seal: null },
    })),
];

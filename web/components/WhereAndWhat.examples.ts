import { itemNamesExample, reportExample } from '../examples/report.examples.ts';
import type { Examples } from '../preview/example.ts';
import type { WhereAndWhat } from './WhereAndWhat.tsx';

const low = (code: string, numerator: number, points: number | null) => ({
  ...{ code, name: `Quầy ${code}: Tư pháp – Hộ tịch`, numerator, denominator: 60 },
  ...{ isBelowTarget: true, points },
});

const props = {
  report: reportExample,
  lowCounters: [low('1', 38, -9.1)],
  fixFirst: [
    { item: 'i34', marked_low: 4, dissatisfied_total: 7 },
    { item: 'i28', marked_low: 2, dissatisfied_total: 7 },
  ],
  topReason: 'Trả chậm',
  itemNames: itemNamesExample,
};

export const whereAndWhatExamples: Examples<typeof WhereAndWhat> = [
  { name: 'a low counter, and a reason', props },
  {
    name: 'more counters than are named',
    props: {
      ...props,
      lowCounters: ['1', '2', '3', '4'].map((code) => low(code, 40, null)),
      topReason: null,
    },
  },
  { name: 'nothing to name', props: { ...props, lowCounters: [], fixFirst: [], topReason: null } },
];

import { counterNamesExample, LONG_NAME } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderTransactionResultPage } from './TransactionResultPage.tsx';
import { fileExample, mappingExample, readExample } from './transaction-file.examples.ts';

const numbers = {
  entries: [],
  bad: [],
  leftOut: { unfinished: [7, 11, 40], repeated: [98], notes: [1_880], totals: [1_895] },
  rows: 1_892,
  placeholders: [
    { text: '', n: 2 },
    { text: 'Chưa trả', n: 1 },
  ],
  states: [],
};
const entry = (day: string, n: number, before: number | null = null, counter: string | null = null) => ({
  from: day,
  to: day,
  counter,
  n,
  before,
});
const props = {
  ...fileExample,
  read: { ...readExample, numbers },
  mapping: mappingExample,
  counters: counterNamesExample,
  isWholeUnit: true,
  isFaulty: false,
  prepared: {
    entries: [
      entry('2026-10-01', 74),
      entry('2026-10-02', 80),
      entry('2026-10-19', 84, 80),
      entry('2026-10-20', 1_076, 75),
      entry('2026-10-24', 3),
      entry('2026-10-19', 12, null, 'z9h4t'),
    ],
    rejected: [{ entry: entry('2026-12-01', 14), code: 'not-over', other: null }],
    skipped: 0,
    names: [],
  },
};
const bad = (row: number, value: string, day: string | null) => ({
  row,
  column: 'F',
  code: 'not-a-date',
  value,
  day,
});

export const transactionResultPageExamples: PageExamples<typeof renderTransactionResultPage> = [
  { name: 'numbers of a month', props },
  {
    name: 'rows that cannot be read',
    props: {
      ...props,
      read: {
        ...props.read,
        numbers: {
          ...numbers,
          bad: [
            { ...bad(97, '', null), code: 'hidden-row' },
            bad(118, '2/1O/2026', null),
            bad(702, 'tạm dừng', '2026-10-02'),
            ...Array.from({ length: 60 }, (_, index) => bad(800 + index, LONG_NAME, '2026-10-05')),
          ],
        },
      },
    },
  },
  {
    name: 'names to be chosen, one left out',
    props: {
      ...props,
      isFaulty: true,
      prepared: {
        ...props.prepared,
        names: [
          { name: LONG_NAME.toLowerCase(), n: 42, choice: null },
          { name: 'Bảo trợ xã hội', n: 12, choice: 'all' },
        ],
      },
    },
  },
  {
    name: 'states to be explained',
    props: {
      ...props,
      isFaulty: true,
      read: {
        ...props.read,
        numbers: {
          ...numbers,
          states: [
            { text: 'Đã hủy', heading: 'Trạng thái', n: 3 },
            { text: '', heading: 'Trạng thái', n: 1 },
          ],
        },
      },
    },
  },
  {
    name: 'totals of weeks, as last time',
    props: {
      ...props,
      read: { ...props.read, isRemembered: true },
      mapping: { ...mappingExample, kind: 'totals', counts: [0], until: 4 },
      prepared: {
        ...props.prepared,
        entries: [{ from: '2026-10-05', to: '2026-10-11', counter: null, n: 384, before: null }],
        skipped: 7,
      },
    },
  },
  {
    name: 'nothing to save',
    props: {
      ...props,
      read: {
        ...props.read,
        numbers: { ...numbers, leftOut: { unfinished: [], repeated: [], notes: [], totals: [] } },
      },
      prepared: { entries: [], rejected: [], skipped: 0, names: [] },
    },
  },
];

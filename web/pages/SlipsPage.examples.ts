import { counterNamesExample, LONG_NAME, officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderSlipsPage } from './SlipsPage.tsx';

const batch = {
  id: '1',
  counterName: LONG_NAME,
  issuedBy: 'mot-cua',
  issuedOn: '2024-02-05',
  expiresOn: '2024-03-05',
  isExpired: false,
  slips: 100,
  used: null,
  expired: null,
};
const props = {
  ...officeExample,
  printsFor: 'counters',
  batchId: 'b1',
  counters: counterNamesExample,
  slipsOnSheet: 10,
  mostSheets: 20,
  validDays: [7, 30, 90],
  typed: { counter: '', sheets: '1', days: '30' },
  faults: [],
  batches: [batch, { ...batch, id: '2', counterName: null, isExpired: true, used: 61, expired: 39 }],
  weeks: [{ id: '2024-W05', from: '2024-01-29', to: '2024-02-04', issued: 100, used: 61, expired: 12 }],
} as const;

export const slipsPageExamples: PageExamples<typeof renderSlipsPage> = [
  { name: 'two batches', props },
  { name: 'none yet, a supervisor', props: { ...props, printsFor: 'any-counter', batches: [], weeks: [] } },
  { name: 'to be read only', props: { ...props, printsFor: 'nobody' } },
  {
    name: 'faulty',
    props: {
      ...props,
      typed: { counter: '', sheets: 'x', days: '30' },
      faults: [
        { field: 'counter', code: 'counter-missing' },
        { field: 'sheets', code: 'sheets-range' },
      ],
    },
  },
];

import { reportExample } from '../examples/report.examples.ts';
import { staffVi as words } from '../messages/staff.vi.ts';
import type { Examples } from '../preview/example.ts';
import type { ResponseRate } from './ResponseRate.tsx';

const unknown = {
  ...reportExample,
  period: { ...reportExample.period, closed_at: '2024-02-20T00:00:00+07:00' },
  as_of: '2024-02-20T00:00:00+07:00',
  transactions: { n: null },
  response_rate_percent: null,
};

export const responseRateExamples: Examples<typeof ResponseRate> = [
  { name: 'known', props: { report: reportExample, pages: [], words } },
  {
    name: 'more ballots than transactions',
    props: { report: { ...reportExample, response_rate_percent: 131.25 }, pages: [], words },
  },
  { name: 'not known, and the page to enter it', props: { report: unknown, pages: ['transactions'], words } },
];

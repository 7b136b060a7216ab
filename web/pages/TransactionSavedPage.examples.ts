import { officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderTransactionSavedPage } from './TransactionSavedPage.tsx';

const saved = [
  { from: '2026-10-01', to: '2026-10-01', n: 1_074, before: null, isLatest: true },
  { from: '2026-10-30', to: '2026-10-30', n: 80, before: 75, isLatest: true },
];
const props = { ...officeExample, saved, enteredAt: '2026-11-02T08:00:00+07:00', fingerprint: 'x' };

export const transactionSavedPageExamples: PageExamples<typeof renderTransactionSavedPage> = [
  { name: 'saved', props },
  { name: 'undone since', props: { ...props, saved: saved.map((each) => ({ ...each, isLatest: false })) } },
];

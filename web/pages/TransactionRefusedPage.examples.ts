import { officeExample } from '../examples/office.examples.ts';
import { transactionFileVi } from '../messages/transaction-file.vi.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderTransactionRefusedPage } from './TransactionRefusedPage.tsx';

export const transactionRefusedPageExamples: PageExamples<typeof renderTransactionRefusedPage> = [
  ...Object.keys(transactionFileVi.refused.reasons).map((code) => ({
    name: code,
    props: { ...officeExample, code, row: code === 'broken-quotes' ? 1_204 : null },
  })),
  { name: 'a code without a sentence', props: { ...officeExample, code: 'something-new', row: null } },
];

import { totalExample } from '../components/TransactionTotals.examples.ts';
import { counterNamesExample, officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderTransactionWithdrawPage } from './TransactionWithdrawPage.tsx';

type Pages = PageExamples<typeof renderTransactionWithdrawPage>;

export const transactionWithdrawPageExamples: Pages = [
  {
    name: 'a week of a counter',
    props: {
      ...officeExample,
      entry: totalExample,
      counters: counterNamesExample,
      action: totalExample.withdrawHref,
      back: '/can-bo/giao-dich',
    },
  },
];

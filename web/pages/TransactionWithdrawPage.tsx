import type { SignedInPageProps } from '../components/SignedInPage.tsx';
import { formatCount } from '../formatting/numbers.ts';
import { spanLabel } from '../formatting/transaction-faults.ts';
import type { CounterName, EntryKey } from '../types/transactions.ts';
import { renderConfirmPage } from './ConfirmPage.tsx';

interface TransactionWithdrawPageProps extends SignedInPageProps {
  readonly entry: EntryKey & { readonly n: number };
  readonly counters: readonly CounterName[];
  readonly action: string;
  readonly back: string;
}

export const renderTransactionWithdrawPage = ({
  entry,
  counters,
  ...page
}: TransactionWithdrawPageProps): string =>
  renderConfirmPage({
    ...page,
    act: 'transactions-withdraw',
    subject: `${spanLabel(entry, counters)}: ${formatCount(entry.n, 'vi')}`,
    current: 'transactions',
  });

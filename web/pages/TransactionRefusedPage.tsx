import { renderDocument } from '../components/Document.tsx';
import type { SignedInPageProps } from '../components/SignedInPage.tsx';
import { TransactionFileShell } from '../components/TransactionFileShell.tsx';
import { transactionFileVi } from '../messages/transaction-file.vi.ts';

interface TransactionRefusedPageProps extends SignedInPageProps {
  readonly code: string;
  /** Null: the reason is not in a single row. */
  readonly row: number | null;
}

const { refused } = transactionFileVi;

export function renderTransactionRefusedPage(props: TransactionRefusedPageProps): string {
  const [reason, way] = refused.reasons[props.code] ?? refused.reasons['not-a-table'] ?? ['', ''];
  return renderDocument(
    <TransactionFileShell page={props} fileName="" step={0} isFaulty>
      <p class="bad" role="alert">
        {refused.lead}: {reason}
        {props.row === null ? '' : refused.row(props.row)}
      </p>
      <p>{way === 'xlsx' ? refused.xlsx : way === 'resave' ? refused.resave : way}</p>
      <p class="actions">
        <a class="button main" href="/can-bo/giao-dich">
          {refused.byHand}
        </a>
        <a href="/can-bo/giao-dich#upload">{refused.other}</a>
      </p>
    </TransactionFileShell>,
  );
}

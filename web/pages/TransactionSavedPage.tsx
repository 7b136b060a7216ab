import { renderDocument } from '../components/Document.tsx';
import type { SignedInPageProps } from '../components/SignedInPage.tsx';
import { TransactionFileShell } from '../components/TransactionFileShell.tsx';
import { formatSpan } from '../formatting/dates.ts';
import { transactionFileVi } from '../messages/transaction-file.vi.ts';

interface TransactionSavedPageProps extends SignedInPageProps {
  /** `before`: the number that was replaced; `isLatest`: whether nobody has changed the number since. */
  readonly saved: readonly {
    readonly from: string;
    readonly to: string;
    readonly n: number | null;
    readonly before: number | null;
    readonly isLatest: boolean;
  }[];
  readonly enteredAt: string;
  /** Identifies the headings for which a mapping of columns is stored; null: it is no longer stored. */
  readonly fingerprint: string | null;
}

const { saved: words } = transactionFileVi;

export function renderTransactionSavedPage(props: TransactionSavedPageProps): string {
  const { saved, fingerprint } = props;
  const current = saved.filter(({ isLatest }) => isLatest);
  return renderDocument(
    <TransactionFileShell page={props} fileName="" step={2}>
      {current.length === 0 ? <p role="status">{words.undone}</p> : <Done {...props} saved={current} />}
      {fingerprint === null || current.length === 0 ? null : (
        <section class="card">
          <h2>{words.heading}</h2>
          <p>{words.note}</p>
          <form method="post" action="/can-bo/giao-dich/tep/quen">
            <input type="hidden" name="cach" value={fingerprint} />
            <button type="submit" class="quiet">
              {words.forget}
            </button>
          </form>
        </section>
      )}
      <p class="actions">
        <a class="button" href="/can-bo/giao-dich">
          {words.weeks}
        </a>
      </p>
    </TransactionFileShell>,
  );
}

function Done({ saved, enteredAt }: TransactionSavedPageProps) {
  const days = new Set(saved.map(({ from, to }) => `${from} ${to}`)).size;
  const from = saved.map((entry) => entry.from).sort()[0] ?? '';
  const to =
    saved
      .map((entry) => entry.to)
      .sort()
      .at(-1) ?? '';
  const total = saved.reduce((sum, { n }) => sum + (n ?? 0), 0);
  const [what, when] = words.done(total, days, formatSpan(from, to, 'vi'));
  return (
    <form class="done" method="post" action="/can-bo/giao-dich/tep/hoan-tac">
      <input type="hidden" name="luc" value={enteredAt} />
      <p role="status">
        <b>{what}</b>
        {when}
        {words.replaced(saved.filter(({ before, n }) => before !== null && before !== n).length)}
      </p>
      <button type="submit" class="quiet">
        {words.undo}
      </button>
    </form>
  );
}

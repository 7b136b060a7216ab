import { renderDocument } from '../components/Document.tsx';
import { FaultSummary } from '../components/Faults.tsx';
import { Fold } from '../components/Fold.tsx';
import { MissingDays, type MissingDayView } from '../components/MissingDays.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { findCommonTotal, type GridDayView, TransactionGrid } from '../components/TransactionGrid.tsx';
import {
  type CorrectionView,
  TransactionCorrections,
  TransactionWeeks,
  type WeekLineView,
} from '../components/TransactionHistory.tsx';
import {
  type TotalChoiceView,
  type TotalView,
  TransactionTotalForm,
  TransactionTotalList,
} from '../components/TransactionTotals.tsx';
import { TransactionUpload } from '../components/TransactionUpload.tsx';
import { formatSpan } from '../formatting/dates.ts';
import { fieldId, type Shown } from '../formatting/faults.ts';
import { formatPeriodWithDays } from '../formatting/periods.ts';
import { showTransactionFaults, type TransactionFault } from '../formatting/transaction-faults.ts';
import { staffVi as staffWords } from '../messages/staff.vi.ts';
import { transactionsVi as words } from '../messages/transactions.vi.ts';
import type { PeriodName } from '../types/report-view.ts';
import type { CounterName } from '../types/transactions.ts';

interface TransactionsPageProps extends SignedInPageProps {
  readonly week: PeriodName;
  readonly previousHref: string | null;
  readonly nextHref: string | null;
  /** URLs for entry by counter or for the whole unit; null: the person may enter by counter only. */
  readonly modes: { readonly byCounter: string; readonly byUnit: string } | null;
  readonly mode: 'counters' | 'unit';
  /** Only counters for which the person may enter numbers. */
  readonly counters: readonly CounterName[];
  readonly isWholeUnit: boolean;
  readonly mayEnter: boolean;
  readonly grid: readonly GridDayView[];
  /** Number of revisions when the page was rendered; the server compares it to detect conflicting edits. */
  readonly seen: number;
  readonly totals: readonly TotalView[];
  readonly totalPeriods: readonly PeriodName[];
  readonly missing: readonly MissingDayView[];
  readonly weeks: readonly WeekLineView[];
  readonly corrections: readonly CorrectionView[];
  /** Closed periods that have days of this week. */
  readonly closed: readonly PeriodName[];
  /** How many numbers were just saved; null: the form was not sent. */
  readonly saved: number | null;
  readonly typedDays: Readonly<Record<string, string>> | null;
  readonly typedTotal: TotalChoiceView;
  readonly faults: readonly TransactionFault[];
}

/** `/can-bo/giao-dich`: numbers of transactions, and their corrections. */
export function renderTransactionsPage(given: TransactionsPageProps): string {
  const props = { ...given, faults: showTransactionFaults(given.faults, given.counters) };
  const { faults, counters, mayEnter, saved } = props;
  const isWide = (props.grid[0]?.cells.length ?? 0) > 2;
  return renderDocument(
    <SignedInPage
      page={props}
      title={words.title}
      marker="transactions"
      current="transactions"
      isFaulty={faults.length > 0}
    >
      <FaultSummary faults={faults} heading={words.faultHeading} />
      {saved === null ? null : (
        <p class="done" role="status">
          {words.saved(saved)}
        </p>
      )}
      {mayEnter ? null : <p>{words.readOnly}</p>}
      <div class={isWide ? undefined : 'halves'}>
        <Week {...props} />
        <div class={isWide ? 'halves' : undefined}>
          {mayEnter && counters.length > 0 ? (
            <section class="card" aria-labelledby="upload">
              <h2 id="upload">{words.upload.heading}</h2>
              <TransactionUpload faults={faults} />
            </section>
          ) : null}
          <section class="card" aria-labelledby="missing">
            <h2 id="missing">{words.missing.heading}</h2>
            <MissingDays {...props} />
          </section>
          <section class="card" aria-labelledby="weeks">
            <h2 id="weeks">{words.weeks.heading}</h2>
            <TransactionWeeks {...props} />
          </section>
        </div>
      </div>
      {mayEnter || props.totals.length > 0 ? <Totals {...props} /> : null}
      <Fold id="corrections" heading={words.corrections.heading}>
        <p class="soft">{words.corrections.note}</p>
        <TransactionCorrections corrections={props.corrections} counters={counters} />
      </Fold>
      <p class="soft">{words.definition}</p>
    </SignedInPage>,
  );
}

/** One number for several days; open if it has faults or stored numbers. */
function Totals(props: Shown<TransactionsPageProps>) {
  const { faults, mayEnter, counters } = props;
  const isAsked = faults.some(({ id }) => ['ky', 'quay', 'n'].some((field) => id === fieldId(field)));
  return (
    <details class="fold" open={isAsked || props.totals.length > 0}>
      <summary>
        <h2>{words.total.heading}</h2>
      </summary>
      <p>{words.total.intro}</p>
      {mayEnter ? (
        <TransactionTotalForm
          periods={props.totalPeriods}
          counters={counters}
          isWholeUnit={props.isWholeUnit}
          typed={props.typedTotal}
          faults={faults}
        />
      ) : null}
      <TransactionTotalList totals={props.totals} counters={counters} mayEnter={mayEnter} />
    </details>
  );
}

function Week(props: Shown<TransactionsPageProps>) {
  const { week, grid, counters, mayEnter, closed, mode, modes } = props;
  const hasOpenDay = grid.some(({ state, cells }) => state === 'open' && cells.length > 0);
  // After a rejection the page shows what was typed, even if a stored number already covers the week.
  const common = props.typedDays === null ? findCommonTotal(grid) : null;
  const table = <TransactionGrid {...props} typed={props.typedDays} />;
  return (
    <section class="card" aria-labelledby={fieldId('week')}>
      <div class="week-line">
        <h2 id={fieldId('week')} tabIndex={-1}>
          {words.week.heading(formatSpan(week.from, week.to, 'vi'))}
        </h2>
        <WeekLinks {...props} />
      </div>
      {closed.length === 0 ? null : (
        <p class="note">
          {words.week.closed(closed.map((period) => formatPeriodWithDays(period, staffWords)).join('; '))}
        </p>
      )}
      {counters.length === 0 ? (
        <p>{words.week.noCounters}</p>
      ) : common !== null ? (
        <p class="note">
          {words.week.allInTotal(formatSpan(common.from, common.to, 'vi'), common.n)}{' '}
          {mayEnter ? words.week.splitTotal : null}
        </p>
      ) : mayEnter ? (
        <form method="post" action="/can-bo/giao-dich/ngay">
          <p class="soft">{words.week.intro}</p>
          <input type="hidden" name="tuan" value={week.id} />
          <input type="hidden" name="theo" value={mode === 'unit' ? 'ca-don-vi' : 'quay'} />
          <input type="hidden" name="seen" value={props.seen} />
          {table}
          {hasOpenDay ? <button type="submit">{words.week.button}</button> : null}
        </form>
      ) : (
        table
      )}
      {modes === null ? null : (
        <p class="screen-only mode-line">
          {mode === 'unit' ? (
            <a href={modes.byCounter}>{words.week.byCounter}</a>
          ) : (
            <a href={modes.byUnit}>{words.week.byUnit}</a>
          )}
        </p>
      )}
    </section>
  );
}

function WeekLinks({ previousHref, nextHref }: Shown<TransactionsPageProps>) {
  if (previousHref === null && nextHref === null) return null;
  return (
    <nav class="week-links screen-only" aria-label={words.week.move}>
      {previousHref === null ? null : (
        <a class="button" rel="prev" href={previousHref}>
          <span aria-hidden="true">‹</span>
          <span class="vh">{words.week.previous}</span>
        </a>
      )}
      {nextHref === null ? null : (
        <a class="button" rel="next" href={nextHref}>
          <span aria-hidden="true">›</span>
          <span class="vh">{words.week.next}</span>
        </a>
      )}
    </nav>
  );
}

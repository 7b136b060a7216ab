import { type Day, dayOf, toVietnamTime } from '../lib/day.ts';
import { closesAt, isFinished, type Period } from '../period/period.ts';
import type { CellTally } from '../tally/cell.ts';
import type { Counter } from '../unit/counter.ts';
import type { Unit } from '../unit/unit.ts';
import { countTransactions, type TransactionCount } from './count-transactions.ts';
import { currentEntries, type EntryRevision } from './entry.ts';

interface PeriodTransactionsQuery {
  readonly unit: Unit;
  readonly counters: readonly Counter[];
  readonly period: Period;
  /** Codes of counters with ballots in the period. */
  readonly answered: ReadonlySet<string>;
  readonly isWorkingDay: (day: Day) => boolean;
  readonly now: Date;
  /** null: the whole unit. */
  readonly counterCode: string | null;
}

/** Both days included; the result may include revisions of other days. */
export type ListRevisions = (from: Day, to: Day) => Promise<readonly EntryRevision[]>;

/**
 * Transactions of a period; null before the period has ended, or if the number is unknown. Ignores entries made
 * after the period was closed.
 */
export async function loadPeriodTransactions(
  listRevisions: ListRevisions,
  { unit, counters, period, answered, isWorkingDay, now, counterCode }: PeriodTransactionsQuery,
): Promise<TransactionCount | null> {
  if (!isFinished(period, dayOf(now))) return null;
  const { from, to } = period;
  const closing = closesAt(period);
  const limit = closing === null ? null : toVietnamTime(closing);
  const revisions = (await listRevisions(from, to)).filter(
    ({ enteredAt }) => limit === null || enteredAt < limit,
  );
  const counts = countTransactions(currentEntries(revisions), {
    from,
    to,
    openedOn: unit.opened_on,
    counters: selectNeeded(counters, answered),
    isWorkingDay,
  });
  return counterCode === null ? counts.unit : (counts.counters.get(counterCode) ?? null);
}

/** Counters that need numbers: open ones, and those with ballots on these days. */
export function neededCounters(
  counters: readonly Counter[],
  tallies: readonly Pick<CellTally, 'counter_code' | 'day'>[],
  from: string,
  to: string,
): string[] {
  const used = new Set(
    tallies.filter(({ day }) => day >= from && day <= to).map(({ counter_code }) => counter_code),
  );
  return selectNeeded(counters, used);
}

/** `answered`: codes of counters with ballots. */
export const selectNeeded = (counters: readonly Counter[], answered: ReadonlySet<string>): string[] =>
  counters.filter(({ code, is_open }) => is_open || answered.has(code)).map(({ code }) => code);

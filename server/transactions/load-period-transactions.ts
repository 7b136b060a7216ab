import { type Day, dayOf, toVietnamTime } from '../lib/day.ts';
import { closesAt, isFinished, type Period } from '../period/period.ts';
import type { CellTally } from '../tally/cell.ts';
import type { Counter } from '../unit/counter.ts';
import type { Unit } from '../unit/unit.ts';
import { countTransactions, type TransactionCount } from './count-transactions.ts';
import { currentEntries, type EntryRevision } from './entry.ts';

/** What a period's transactions are counted for. */
export interface PeriodTransactionsQuery {
  readonly unit: Unit;
  /** All of the unit's. */
  readonly counters: readonly Counter[];
  readonly period: Period;
  /** Codes of the counters that have ballots on the period's days. */
  readonly answered: ReadonlySet<string>;
  readonly isWorkingDay: (day: Day) => boolean;
  readonly now: Date;
  /** Null: the whole unit. */
  readonly counterCode: string | null;
}

/** Every revision of the numbers of some days, both included; others may be among them. */
export type ListRevisions = (from: Day, to: Day) => Promise<readonly EntryRevision[]>;

/**
 * The finished transactions of a period, of the unit or a counter; null while the period runs and where not
 * known. What was entered after the period had closed does not count for it (method: until the fifth day).
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

/** The counters whose numbers are needed: those that are open, and those that have ballots of these days. */
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

/** Of a unit's counters those whose numbers are needed, where `answered` are the codes of those with ballots. */
export const selectNeeded = (counters: readonly Counter[], answered: ReadonlySet<string>): string[] =>
  counters.filter(({ code, is_open }) => is_open || answered.has(code)).map(({ code }) => code);

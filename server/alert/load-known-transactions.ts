import { addDays, type Day, listDays, mondayOf, toVietnamTime } from '../lib/day.ts';
import { closesAt, isClosed, type Period } from '../period/period.ts';
import type { Db, Trx } from '../storage/schema.ts';
import type { DayCount } from '../tally/tally.store.ts';
import { countTransactions } from '../transactions/count-transactions.ts';
import { listEntryRevisions } from '../transactions/entry.store.ts';
import { type CurrentEntry, currentEntries, isDayEntry } from '../transactions/entry.ts';
import { selectNeeded } from '../transactions/load-period-transactions.ts';
import type { Counter } from '../unit/counter.ts';
import type { Unit } from '../unit/unit.ts';
import type { KnownTransactions } from './alert.ts';

interface TransactionsQuery {
  readonly unit: Unit;
  readonly counters: readonly Counter[];
  readonly period: Period;
  /** Daily counts of ballots, including days before the requested range. */
  readonly days: readonly DayCount[];
  readonly isWorkingDay: (day: Day) => boolean;
  readonly now: Date;
}

/**
 * Numbers of transactions of single days, complete weeks, and longer ranges as they were entered. Ignores entries
 * made after the period was closed.
 */
export async function loadKnownTransactions(
  db: Db | Trx,
  { unit, counters, period, days, isWorkingDay, now }: TransactionsQuery,
  from: Day,
  to: Day,
): Promise<KnownTransactions[]> {
  const closing = isClosed(period, now) ? closesAt(period) : null;
  const limit = closing === null ? null : toVietnamTime(closing);
  const revisions = await listEntryRevisions(db, unit.code, mondayOf(from), to);
  const entries = currentEntries(revisions.filter(({ enteredAt }) => limit === null || enteredAt < limit));
  if (entries.length === 0) return [];
  const answered = Map.groupBy(days, ({ day }) => day);
  const count = (first: Day, last: Day): KnownTransactions[] => {
    const used = listDays(first, last).flatMap((day) => answered.get(day) ?? []);
    const known = countTransactions(entries, {
      from: first,
      to: last,
      openedOn: unit.opened_on,
      counters: selectNeeded(counters, new Set(used.map(({ counter }) => counter))),
      isWorkingDay,
    });
    const all = [[null, known.unit] as const, ...known.counters];
    return all.flatMap(([counter, sum]) =>
      sum === null ? [] : [{ from: first, to: last, counter, n: sum.n }],
    );
  };
  return [
    ...listDays(from, to).flatMap((day) => count(day, day)),
    ...listWeeks(from, to).flatMap((monday) => count(monday, addDays(monday, 6))),
    ...entries
      .filter((entry) => isTotal(entry) && entry.to <= to)
      .map(({ from: first, to: last, counter, n }) => ({ from: first, to: last, counter, n })),
  ];
}

/** Whether the entry covers several days that are not exactly one week; `listWeeks` covers weeks. */
const isTotal = (entry: CurrentEntry): boolean =>
  !isDayEntry(entry) && !(entry.from === mondayOf(entry.to) && entry.to === addDays(entry.from, 6));

function listWeeks(from: Day, to: Day): Day[] {
  const mondays: Day[] = [];
  for (let monday = mondayOf(from); addDays(monday, 6) <= to; monday = addDays(monday, 7))
    mondays.push(monday);
  return mondays;
}

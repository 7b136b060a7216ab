import { addDays, type Day, listDays, mondayOf, toVietnamTime } from '../lib/day.ts';
import { closesAt, isClosed, type Period } from '../period/period.ts';
import type { Db, Trx } from '../storage/schema.ts';
import type { CellTally } from '../tally/cell.ts';
import { countTransactions } from '../transactions/count-transactions.ts';
import { listEntryRevisions } from '../transactions/entry.store.ts';
import { type CurrentEntry, currentEntries, isDayEntry } from '../transactions/entry.ts';
import { selectNeeded } from '../transactions/load-period-transactions.ts';
import { loadWorkingDays } from '../transactions/load-working-days.ts';
import type { Counter } from '../unit/counter.ts';
import type { Unit } from '../unit/unit.ts';
import type { KnownTransactions } from './alert-input.ts';

/** Whose transactions are asked for, and as of when. */
interface TransactionsQuery {
  readonly unit: Unit;
  readonly counters: readonly Counter[];
  readonly period: Period;
  /** Of the days that are asked for and before. */
  readonly tallies: readonly Pick<CellTally, 'counter_code' | 'day'>[];
  readonly now: Date;
}

/**
 * What is known of transactions from `from` to `to`: of single days, of weeks that are whole, and the totals of
 * more days as they were entered. What was entered after the period had closed does not count for it.
 */
export async function loadKnownTransactions(
  db: Db | Trx,
  { unit, counters, period, tallies, now }: TransactionsQuery,
  from: Day,
  to: Day,
): Promise<KnownTransactions[]> {
  const closing = isClosed(period, now) ? closesAt(period) : null;
  const limit = closing === null ? null : toVietnamTime(closing);
  const revisions = await listEntryRevisions(db, unit.code, mondayOf(from), to);
  const entries = currentEntries(revisions.filter(({ enteredAt }) => limit === null || enteredAt < limit));
  if (entries.length === 0) return [];
  const isWorkingDay = await loadWorkingDays(db, unit.code);
  const answered = listAnswered(tallies);
  const count = (first: Day, last: Day): KnownTransactions[] => {
    const known = countTransactions(entries, {
      from: first,
      to: last,
      openedOn: unit.opened_on,
      counters: selectNeeded(
        counters,
        new Set(listDays(first, last).flatMap((day) => [...(answered.get(day) ?? [])])),
      ),
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
      .map(({ from: first, to: last, counter, n }) => ({
        from: first,
        to: last,
        counter,
        n,
      })),
  ];
}

/** The codes of the counters that have ballots, by day. */
function listAnswered(tallies: TransactionsQuery['tallies']): ReadonlyMap<Day, ReadonlySet<string>> {
  const answered = new Map<Day, Set<string>>();
  for (const { day, counter_code } of tallies) {
    const known = answered.get(day);
    if (known) known.add(counter_code);
    else answered.set(day, new Set([counter_code]));
  }
  return answered;
}

/** A total that is no week: those are counted already. */
const isTotal = (entry: CurrentEntry): boolean =>
  !isDayEntry(entry) && !(entry.from === mondayOf(entry.to) && entry.to === addDays(entry.from, 6));

/** The Mondays of weeks that end in the days. */
function listWeeks(from: Day, to: Day): Day[] {
  const mondays: Day[] = [];
  for (let monday = mondayOf(from); addDays(monday, 6) <= to; monday = addDays(monday, 7))
    mondays.push(monday);
  return mondays;
}

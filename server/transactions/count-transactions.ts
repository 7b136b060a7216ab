import { type Day, laterOf, listDays } from '../lib/day.ts';
import type { CurrentEntry, EntrySource } from './entry.ts';

export interface TransactionCount {
  readonly n: number;
  /** `imported` only if all numbers came from files. */
  readonly source: EntrySource;
}

export interface TransactionCounts {
  /** null: unknown. */
  readonly unit: TransactionCount | null;
  /** By counter code, one entry for each requested counter; null: unknown. */
  readonly counters: ReadonlyMap<string, TransactionCount | null>;
  /** Working days not covered by any number, in order, with the counters that lack one. */
  readonly missing: readonly { readonly day: Day; readonly counters: readonly string[] }[];
  /** Numbers that also cover days outside the range. They cannot be split, so the sum is unknown. */
  readonly straddling: readonly CurrentEntry[];
}

interface TransactionSpan {
  /** First and last day, both included. */
  readonly from: Day;
  readonly to: Day;
  /** First day of the unit; earlier days need no number. */
  readonly openedOn: Day;
  /** Codes of counters that are open or have ballots on these days. */
  readonly counters: readonly string[];
  /** Only working days need a number; numbers of other days are added as well. */
  readonly isWorkingDay: (day: Day) => boolean;
}

/**
 * Sums the transactions of a range of days. The sum is known if every working day is covered, by a number of the
 * whole unit or by one of each counter, and all numbers lie within the range, because a week's total cannot be
 * split. Nothing is estimated: an unknown sum is null, never 0. `entries` outside the range are ignored; no two
 * entries may count the same transactions.
 */
export function countTransactions(
  entries: readonly CurrentEntry[],
  { from, to, openedOn, counters, isWorkingDay }: TransactionSpan,
): TransactionCounts {
  const touching = entries.filter((entry) => entry.from <= to && entry.to >= from);
  const isInside = (entry: CurrentEntry) => entry.from >= from && entry.to <= to;
  const inside = touching.filter(isInside);
  const straddling = touching.filter((entry) => !isInside(entry));
  const covered = new Map<Day, Set<string | null>>();
  for (const entry of touching) {
    for (const day of listDays(laterOf(entry.from, from), entry.to <= to ? entry.to : to)) {
      const known = covered.get(day);
      if (known) known.add(entry.counter);
      else covered.set(day, new Set([entry.counter]));
    }
  }
  const missing = listDays(laterOf(from, openedOn), to)
    .filter(isWorkingDay)
    .flatMap((day) => {
      const known = covered.get(day);
      if (known?.has(null)) return [];
      const lacking = counters.filter((code) => !known?.has(code));
      return lacking.length > 0 || (counters.length === 0 && known === undefined)
        ? [{ day, counters: lacking }]
        : [];
    });

  const isKnown = missing.length === 0 && straddling.length === 0 && inside.length > 0;
  return {
    unit: isKnown ? addUp(inside) : null,
    counters: new Map(
      counters.map((code) => {
        const own = inside.filter((entry) => entry.counter === code);
        // Numbers of the whole unit are left out, because they cannot be divided among counters.
        const isCut = straddling.some((entry) => entry.counter === code);
        const lacksDay = listDays(laterOf(from, openedOn), to).some(
          (day) => isWorkingDay(day) && !covered.get(day)?.has(code),
        );
        return [code, own.length > 0 && !isCut && !lacksDay ? addUp(own) : null];
      }),
    ),
    missing,
    straddling,
  };
}

const addUp = (entries: readonly CurrentEntry[]): TransactionCount => ({
  n: entries.reduce((sum, entry) => sum + entry.n, 0),
  source: entries.every((entry) => entry.source === 'imported') ? 'imported' : 'typed',
});

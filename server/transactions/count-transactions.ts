import { type Day, laterOf, listDays } from '../lib/day.ts';
import type { CurrentEntry, EntrySource } from './entry.ts';

/** Finished transactions of a run of days. */
export interface TransactionCount {
  readonly n: number;
  /** `imported` where every number came from a file. */
  readonly source: EntrySource;
}

/** What is known of the transactions of a run of days, and what is missing. */
export interface TransactionCounts {
  /** Of the unit; null when not known. */
  readonly unit: TransactionCount | null;
  /** By counter's code, one entry a counter asked for; null when not known. */
  readonly counters: ReadonlyMap<string, TransactionCount | null>;
  /** Working days that no number covers, with the counters that lack one, in order of days. */
  readonly missing: readonly { readonly day: Day; readonly counters: readonly string[] }[];
  /** Numbers of which some days lie outside: they cannot be cut, so nothing is known because of them. */
  readonly straddling: readonly CurrentEntry[];
}

/** The days asked about, and whose numbers are needed on each of them. */
export interface TransactionSpan {
  /** Both included. */
  readonly from: Day;
  readonly to: Day;
  /** The unit's first day; earlier ones need no number. */
  readonly openedOn: Day;
  /** Codes of the counters that are open or have ballots of these days. */
  readonly counters: readonly string[];
  /** Whether citizens could be served on a day. Other days need no number, but one that is there counts. */
  readonly isWorkingDay: (day: Day) => boolean;
}

/**
 * Adds up the transactions of a run of days. They are known when every working day is covered, by a number
 * of the whole unit or by one of each counter, and no number reaches beyond the days: a week's total cannot
 * be cut. Nothing is guessed in between: not known is null, never 0. `entries` may hold others, too; no two
 * may count the same transactions.
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
        // A number of the whole unit says nothing of one counter.
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

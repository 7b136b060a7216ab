import { addDays, type Day, dayOf, earlierOf, laterOf, listDays } from '../lib/day.ts';
import { type NamedPeriod, nextPeriod, type Period, periodOf, previousPeriod } from '../period/period.ts';
import type { User } from '../staff/user.ts';
import type { Db } from '../storage/schema.ts';
import { listTallies } from '../tally/tally.store.ts';
import { listCounters } from '../unit/counter.store.ts';
import type { Counter } from '../unit/counter.ts';
import type { Unit } from '../unit/unit.ts';
import { countTransactions, type TransactionCounts } from './count-transactions.ts';
import { countSeen } from './enter-transactions.ts';
import { listCorrections, listEntryRevisions } from './entry.store.ts';
import {
  type CurrentEntry,
  countsTwice,
  currentEntries,
  type EntryRevision,
  entryId,
  isDayEntry,
  sharesDays,
} from './entry.ts';
import { listClosedAround, listTotalPeriods, type TotalPeriod } from './entry-periods.ts';
import { neededCounters } from './load-period-transactions.ts';
import { loadWorkingDays } from './load-working-days.ts';

interface GridDay {
  readonly day: Day;
  readonly state: 'open' | 'future' | 'before-opening';
  readonly cells: readonly GridCell[];
}

/** `counter` is null for the whole unit. `total`: see `makeCell`. */
interface GridCell {
  readonly counter: string | null;
  readonly n: number | null;
  readonly total: CurrentEntry | null;
}

interface WeekLine extends TransactionCounts {
  readonly week: Period;
}

export interface TransactionsView {
  readonly week: Period;
  readonly previous: Period | null;
  readonly next: Period | null;
  /** Counters of the signed-in person, in the order of pages. */
  readonly counters: readonly Counter[];
  readonly isWholeUnit: boolean;
  /** Whether numbers are entered by counter or for the whole unit. */
  readonly mode: 'counters' | 'unit';
  readonly grid: readonly GridDay[];
  readonly seen: number;
  /** Totals of several days, newest first. */
  readonly totals: readonly CurrentEntry[];
  readonly totalPeriods: readonly TotalPeriod[];
  /** Working days without a number, in the last finished weeks and the current one. */
  readonly missing: TransactionCounts['missing'];
  readonly weeks: readonly WeekLine[];
  readonly corrections: readonly { readonly before: number | null; readonly after: EntryRevision }[];
  /** Closed weeks and months that overlap the shown week. */
  readonly closed: readonly Period[];
}

const WEEKS_SHOWN = 8;
const CORRECTIONS_SHOWN = 20;

export async function loadTransactionsView(
  db: Db,
  unit: Unit,
  user: Pick<User, 'counters'>,
  now: Date,
  chosen: NamedPeriod | null,
  chosenMode: 'counters' | 'unit' | null,
): Promise<TransactionsView> {
  const today = dayOf(now);
  const running = periodOf('week', today);
  const week = chosen ?? running;
  const first = addDays(running.from, -7 * WEEKS_SHOWN);
  const all = await listCounters(db, unit.code);
  const isOwn = (code: string) => user.counters === null || user.counters.includes(code);
  const isWholeUnit = user.counters === null;
  const isWorkingDay = await loadWorkingDays(db, unit.code);

  const recent = currentEntries(await listEntryRevisions(db, unit.code, first, running.to));
  const entries = sharesDays(week, { from: first, to: running.to })
    ? recent
    : currentEntries(await listEntryRevisions(db, unit.code, week.from, week.to));
  const inWeek = entries.filter((entry) => sharesDays(entry, week));
  const tallies = await listTallies(db, unit.code, first, addDays(today, -1));
  const count = (from: Day, to: Day) =>
    countTransactions(recent, {
      from,
      to,
      openedOn: unit.opened_on,
      counters: neededCounters(all, tallies, from, to).filter(isOwn),
      isWorkingDay,
    });
  const mode = isWholeUnit ? (chosenMode ?? guessMode(inWeek, recent)) : 'counters';
  const counters = all.filter(({ code }) => isOwn(code));
  const shown = counters.filter(
    ({ code, is_open }) => is_open || inWeek.some((entry) => entry.counter === code),
  );
  const weeks: WeekLine[] = [];
  for (let at = previousPeriod(running); weeks.length < WEEKS_SHOWN && at.to >= unit.opened_on; ) {
    weeks.push({ week: at, ...count(at.from, at.to) });
    at = previousPeriod(at);
  }
  return {
    week,
    previous: week.from > unit.opened_on ? previousPeriod(week) : null,
    next: week.to < running.to ? nextPeriod(week) : null,
    counters,
    isWholeUnit,
    mode,
    grid: listDays(week.from, week.to).map((day) => ({
      day,
      state: day > today ? 'future' : day < unit.opened_on ? 'before-opening' : 'open',
      cells: (mode === 'unit' ? [null] : shown.map(({ code }) => code)).map((counter) =>
        makeCell(inWeek, day, counter),
      ),
    })),
    seen: await countSeen(db, unit.code, user, week),
    totals: recent
      .filter((entry) => !isDayEntry(entry) && (entry.counter === null ? isWholeUnit : isOwn(entry.counter)))
      .sort((a, b) => (a.to < b.to ? 1 : a.to > b.to ? -1 : 0)),
    totalPeriods: listTotalPeriods(today, unit.opened_on, isWorkingDay),
    missing: today > unit.opened_on ? count(laterOf(first, unit.opened_on), addDays(today, -1)).missing : [],
    weeks,
    corrections: await listCorrections(db, unit.code, user.counters, CORRECTIONS_SHOWN),
    closed: listClosedAround(week.from, earlierOf(week.to, today), now),
  };
}

/** The mode in which this week's numbers were entered, else that of recent weeks; by default `unit`. */
function guessMode(inWeek: readonly CurrentEntry[], recent: readonly CurrentEntry[]): 'counters' | 'unit' {
  const days = (inWeek.some(isDayEntry) ? inWeek : recent).filter(isDayEntry);
  return (days.at(-1)?.counter ?? null) === null ? 'unit' : 'counters';
}

/**
 * `total`: an entry that already includes the cell's transactions, so that no number can be entered in the cell. It
 * covers several days, or the whole unit when numbers are entered by counter, or the reverse.
 */
function makeCell(inWeek: readonly CurrentEntry[], day: Day, counter: string | null): GridCell {
  const key = { from: day, to: day, counter };
  const own = inWeek.find((entry) => entryId(entry) === entryId(key));
  const total = inWeek.find((entry) => entry !== own && countsTwice(entry, key));
  return { counter, n: own?.n ?? null, total: total ?? null };
}

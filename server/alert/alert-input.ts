import type { Day } from '../lib/day.ts';
import type { Channel } from '../storage/schema.ts';

/** One finished day's ballots of a counter by a channel: how many, nothing of what they answer. */
export interface DayCount {
  readonly day: Day;
  readonly counter: string;
  readonly channel: Channel;
  /** All that were stored. */
  readonly received: number;
  /** Less those that were set aside. */
  readonly counted: number;
}

/** Ballots of a unit's day that came at odd hours (`trust/odd-hour.ts`), those of slips apart. */
export interface OddHoursCount {
  readonly day: Day;
  readonly slips: number;
  readonly others: number;
}

/** Finished transactions of some days, both included, as the office entered them. */
export interface KnownTransactions {
  readonly from: Day;
  readonly to: Day;
  /** A counter's code; null: the whole unit. */
  readonly counter: string | null;
  readonly n: number;
}

/** A batch of one-time slips and how many were used, as far as that is shown. */
export interface BatchCount {
  readonly id: string;
  /** Null: handed out by a supervisor. */
  readonly counter: string | null;
  readonly issued_on: Day;
  readonly slips: number;
  readonly used: number;
  /** The last day of the week in which the latest used ones were added. */
  readonly counted_to: Day;
}

/**
 * Everything that alerts are taken from. Days before `from` are the history: as far back as `HISTORY_DAYS`
 * says, or less where there is less. Numbers alone; the rules read no ballot.
 */
export interface AlertInput {
  /** The days whose alerts are wanted, both included; `to` is over. */
  readonly from: Day;
  readonly to: Day;
  /** The unit's first day. */
  readonly openedOn: Day;
  readonly isWorkingDay: (day: Day) => boolean;
  /** Counters that take ballots: a closed one may be silent. */
  readonly openCounters: readonly string[];
  readonly days: readonly DayCount[];
  /** Days for which odd hours were counted; the others are not known. */
  readonly oddHours: readonly OddHoursCount[];
  readonly transactions: readonly KnownTransactions[];
  readonly batches: readonly BatchCount[];
}

/** Calendar days before the first one asked for that the rules look at. */
export const HISTORY_DAYS = 84;

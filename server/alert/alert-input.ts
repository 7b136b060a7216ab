import type { Day } from '../lib/day.ts';
import type { Channel } from '../storage/schema.ts';

/** Ballots of a settled day by counter and channel: numbers only, no answers. */
export interface DayCount {
  readonly day: Day;
  readonly counter: string;
  readonly channel: Channel;
  /** Including ballots set aside. */
  readonly received: number;
  /** Excluding ballots set aside. */
  readonly counted: number;
}

/**
 * A unit's ballots of one day at odd hours (`trust/odd-hour.ts`). `slips`: from one-time slips; `others`:
 * from all other channels.
 */
export interface OddHoursCount {
  readonly day: Day;
  readonly slips: number;
  readonly others: number;
}

/** The most ballots that one network sent within ten minutes of a day; no network is stored. */
export interface NetworkCount {
  readonly day: Day;
  readonly n: number;
}

/** Transactions of a range of days (both included), as entered by the office. */
export interface KnownTransactions {
  readonly from: Day;
  readonly to: Day;
  /** Counter code; null: the whole unit. */
  readonly counter: string | null;
  readonly n: number;
}

/** How many slips of a batch of one-time slips were used, as far as disclosed. */
export interface BatchCount {
  readonly id: string;
  /** Counter code; null: the batch is handed out by a supervisor. */
  readonly counter: string | null;
  readonly issued_on: Day;
  readonly slips: number;
  readonly used: number;
  /** Last day of the latest week in which used slips were disclosed; `issued_on` if there is no such week. */
  readonly counted_to: Day;
}

/** Input of all alert rules: numbers only, no ballots. Days before `from` are the history, up to `HISTORY_DAYS`. */
export interface AlertInput {
  /** Days whose alerts are computed, both included; `to` is settled. */
  readonly from: Day;
  readonly to: Day;
  readonly openedOn: Day;
  readonly isWorkingDay: (day: Day) => boolean;
  /** Open counters; closed ones are expected to be silent. */
  readonly openCounters: readonly string[];
  readonly days: readonly DayCount[];
  /** A day without an entry was not counted, which is not the same as zero ballots. */
  readonly oddHours: readonly OddHoursCount[];
  readonly networks: readonly NetworkCount[];
  readonly transactions: readonly KnownTransactions[];
  readonly batches: readonly BatchCount[];
}

/** Calendar days before `from` that the rules use. */
export const HISTORY_DAYS = 84;

import type { Day } from '../lib/day.ts';
import type { Channel } from '../storage/schema.ts';
import type { DayCount } from '../tally/tally.store.ts';
import type { IntakeCount } from '../trust/intake-measures.ts';
import type { OddHours } from '../trust/odd-hours.ts';

/** In the order in which pages list alerts. */
export const ALERT_IDS = [
  'more-than-transactions',
  'sudden-rise',
  'odd-hours',
  'silent-counter',
  'batch-use',
  'one-network',
] as const;

export type AlertId = (typeof ALERT_IDS)[number];

/**
 * An anomaly in counts that is very unlikely by chance, found afterwards. An alert asks staff to review the anomaly;
 * it names no cause, changes no figure and sets no ballot aside.
 */
export interface Alert {
  readonly id: AlertId;
  /** Counter code; null: the whole unit. */
  readonly counter: string | null;
  /** null: all channels that this kind of alert considers. */
  readonly channel: Channel | null;
  /** First and last day of the anomaly, both included. */
  readonly from: Day;
  readonly to: Day;
  /** The unit depends on the kind of alert: ballots, percent, used slips or working days. */
  readonly observed: number;
  /** Same unit as `observed`, not rounded. */
  readonly expected: number;
  /** p-value, 0–1; null when the anomaly is certain rather than improbable. */
  readonly p: number | null;
  /** Significance level (`levelOf`): there is an alert if `p` is at most this. Null when `p` is null. */
  readonly level: number | null;
  /** Further numbers of the computation. Strings are days, counter codes or batch ids. */
  readonly params: Readonly<Record<string, number | string>>;
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
  /** Days whose alerts are computed, both included; the ballots of `to` are final. */
  readonly from: Day;
  readonly to: Day;
  readonly openedOn: Day;
  readonly isWorkingDay: (day: Day) => boolean;
  /** Open counters; closed ones are expected to be silent. */
  readonly openCounters: readonly string[];
  readonly days: readonly DayCount[];
  readonly oddHours: readonly OddHours[];
  /** The most ballots that one network sent within ten minutes of a day; no network is stored. */
  readonly networks: readonly Pick<IntakeCount, 'day' | 'n'>[];
  readonly transactions: readonly KnownTransactions[];
  readonly batches: readonly BatchCount[];
}

/** Calendar days before `from` that the rules use. */
export const HISTORY_DAYS = 84;

/**
 * The expected number of false alarms is the sum of the significance levels of all tests, independent or not.
 * So each kind has a budget of false alarms per subject (a counter or the whole unit) and year, and its level
 * is the budget divided by its tests per year. The budgets of a subject add up to less than 0.5. An office
 * with n counters has n + 1 subjects, so it expects fewer than (n + 1) / 2 false alarms a year: fewer than
 * one if it has one counter.
 */
interface FalseAlarms {
  /** Maximum expected false alarms per subject and year. */
  readonly budget: number;
  /** Tests per subject and year. */
  readonly tests: number;
}

/** Kinds that are found by a statistical test. */
export type TestedId = Exclude<AlertId, 'one-network'>;

const WORKING_DAYS = 250;
const DAYS = 366;
const WEEKS = 53;

/** Bonferroni 1936 (sum of levels); Shewhart 1931 (control charts of counts). */
export const FALSE_ALARMS: Readonly<Record<TestedId, FalseAlarms>> = {
  // Only single days are tested. For longer ranges every excess is reported without a test.
  'more-than-transactions': { budget: 0.05, tests: WORKING_DAYS },
  // Each working day is tested twice: alone, and together with the two working days before it.
  'sudden-rise': { budget: 0.2, tests: 2 * WORKING_DAYS },
  // Ballots from slips and from all other channels are tested separately.
  'odd-hours': { budget: 0.05, tests: 2 * DAYS },
  'silent-counter': { budget: 0.1, tests: WORKING_DAYS },
  'batch-use': { budget: 0.03, tests: WEEKS },
};

/** Significance level of one test, 0–1. */
export const levelOf = (id: TestedId): number => FALSE_ALARMS[id].budget / FALSE_ALARMS[id].tests;

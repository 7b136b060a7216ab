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
 * An anomaly in counts that is very unlikely by chance. It names no cause, changes no figure and sets no ballot
 * aside.
 */
export interface Alert {
  readonly id: AlertId;
  /** Counter code; null: the whole unit. */
  readonly counter: string | null;
  /** null: all channels that this kind of alert tests. */
  readonly channel: Channel | null;
  readonly from: Day;
  readonly to: Day;
  /** Ballots, percent, used slips or working days, depending on the kind of alert. */
  readonly observed: number;
  /** Same unit as `observed`, not rounded. */
  readonly expected: number;
  /** p-value, 0–1; null when the anomaly was not found by a statistical test. */
  readonly p: number | null;
  /** Significance level: the alert exists if `p` is at most this value. Null when `p` is null. */
  readonly level: number | null;
  /** Further numbers of the computation, by name. Strings are days, counter codes or batch ids. */
  readonly params: Readonly<Record<string, number | string>>;
}

/** Number of transactions that the office entered for a range of days, both included. */
export interface KnownTransactions {
  readonly from: Day;
  readonly to: Day;
  /** Counter code; null: the whole unit. */
  readonly counter: string | null;
  readonly n: number;
}

/** Use of one batch of slips, as far as the figures have disclosed it. */
export interface BatchCount {
  readonly id: string;
  /** Counter code; null: a supervisor hands out the slips. */
  readonly counter: string | null;
  readonly issued_on: Day;
  readonly slips: number;
  readonly used: number;
  /** Last day of the latest week whose used slips were disclosed; `issued_on` if there is no such week. */
  readonly counted_to: Day;
}

/**
 * Input of all alert rules: only counts. Days before `from`, up to `HISTORY_DAYS`, are the history for comparison.
 */
export interface AlertInput {
  /** Range of days whose alerts are computed, both included; no later ballot can arrive for them. */
  readonly from: Day;
  readonly to: Day;
  readonly openedOn: Day;
  readonly isWorkingDay: (day: Day) => boolean;
  /** Closed counters are left out, because they are expected to receive no ballots. */
  readonly openCounters: readonly string[];
  readonly days: readonly DayCount[];
  readonly oddHours: readonly OddHours[];
  /** The highest number of ballots from one IP network within ten minutes, per day; no address is stored. */
  readonly networks: readonly Pick<IntakeCount, 'day' | 'n'>[];
  readonly transactions: readonly KnownTransactions[];
  readonly batches: readonly BatchCount[];
}

/** Calendar days before the tested range that the rules use for comparison. */
export const HISTORY_DAYS = 84;

/**
 * The expected number of false alarms is the sum of the significance levels of all tests, independent or not. So
 * each kind has a budget of false alarms per subject (a counter or the whole unit) and year; the level of a test is
 * the budget divided by the number of tests per year. The budgets of a subject add up to less than 0.5. An office
 * with n counters has n + 1 subjects, so it expects fewer than (n + 1) / 2 false alarms a year.
 */
interface FalseAlarms {
  readonly budget: number;
  readonly tests: number;
}

export type TestedId = Exclude<AlertId, 'one-network'>;

const WORKING_DAYS = 250;
const DAYS = 366;
const WEEKS = 53;

/** Sources of the method: Bonferroni 1936 (sum of levels); Shewhart 1931 (control charts of counts). */
export const FALSE_ALARMS: Readonly<Record<TestedId, FalseAlarms>> = {
  // Counts the tests of single days only: for longer ranges an excess is reported without a test.
  'more-than-transactions': { budget: 0.05, tests: WORKING_DAYS },
  // Each working day is tested twice: alone, and together with the two working days before it.
  'sudden-rise': { budget: 0.2, tests: 2 * WORKING_DAYS },
  // Ballots from slips and those from all other channels are tested separately.
  'odd-hours': { budget: 0.05, tests: 2 * DAYS },
  'silent-counter': { budget: 0.1, tests: WORKING_DAYS },
  'batch-use': { budget: 0.03, tests: WEEKS },
};

export const levelOf = (id: TestedId): number => FALSE_ALARMS[id].budget / FALSE_ALARMS[id].tests;

import type { AlertId } from './alert.ts';

/**
 * How false alarms are kept rare. The expected number of them is the sum of the levels of all tests made,
 * whether or not these depend on each other. So each kind has a budget, in false alarms a year for one
 * subject (a counter, or the whole unit), and its level is that over the tests that a year brings. The budgets
 * add up to less than a half; as the unit is a subject beside its counters, an office with a single counter expects one
 * false alarm a year at most, one with more of them less for each.
 */
interface FalseAlarms {
  /** Expected in a year for one subject at most. */
  readonly budget: number;
  /** Tests made in a year for one subject. */
  readonly tests: number;
}

const WORKING_DAYS = 250;
const DAYS = 366;
const WEEKS = 53;

/** By kind. Sources of the method: Bonferroni 1936 (a sum of levels); Shewhart 1931 (charts of counts). */
export const FALSE_ALARMS: Readonly<Record<AlertId, FalseAlarms>> = {
  // Only single days are tests; of a week or longer every excess is shown.
  'more-than-transactions': { budget: 0.05, tests: WORKING_DAYS },
  // Each day alone, and with the two before it.
  'sudden-rise': { budget: 0.2, tests: 2 * WORKING_DAYS },
  // Slips apart from all others.
  'odd-hours': { budget: 0.05, tests: 2 * DAYS },
  'silent-counter': { budget: 0.1, tests: WORKING_DAYS },
  'batch-use': { budget: 0.03, tests: WEEKS },
};

/** The chance, 0–1, from which on down one test of a kind is an alert. */
export const levelOf = (id: AlertId): number => FALSE_ALARMS[id].budget / FALSE_ALARMS[id].tests;

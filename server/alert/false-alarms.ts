import type { AlertId } from './alert.ts';

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

/** Kinds that are a matter of chance. */
type TestedId = Exclude<AlertId, 'one-network'>;

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

import type { Day } from '../lib/day.ts';
import { quantile } from '../statistics/quantile.ts';
import { type RuleId, THRESHOLD_RANGES } from '../unit/rule-setting.ts';
import { type IntakeCount, PACE_STEP_S, paceHistogram } from './intake-measures.ts';

/** Working days with ballots that a threshold is taken from. */
export const DAYS_TO_LEARN = 20;
/** Rules whose threshold comes from history; the others have one from the beginning. */
export const LEARNING_RULES: readonly RuleId[] = ['too-fast', 'same-run', 'burst'];

/** Ballots below which one in two hundred says nothing. */
const LEAST_BALLOTS = 200;
/** The share of a history's ballots that the pace may set aside, at most. */
const FAST_SHARE = 0.005;
/** However slowly people answered until then: two seconds a question are no sign of anything. */
const MOST_SECONDS = 2;
/** Of the days' maxima, the one that nine in ten days do not exceed, so that a single odd day decides nothing. */
const DAY_SHARE = 0.9;
/** A day may be twice as busy as the days before. */
const MARGIN = 2;
const LEAST_IN_WINDOW = 5;
const LEAST_IN_ROW = 10;

/** The latest working days of a history that have ballots; null while there are not enough of them. */
export function daysToLearnFrom(
  counts: readonly IntakeCount[],
  isWorkingDay: (day: Day) => boolean,
): readonly Day[] | null {
  const days = [...new Set(counts.map(({ day }) => day))].filter(isWorkingDay).sort();
  return days.length < DAYS_TO_LEARN ? null : days.slice(-DAYS_TO_LEARN);
}

/**
 * The threshold of a rule from the counts of the days that it is taken from; null where they do not hold
 * enough. It depends on no answer and on nothing that somebody types.
 */
export function learnThreshold(id: RuleId, counts: readonly IntakeCount[]): number | null {
  const range = THRESHOLD_RANGES[id];
  const found = range && findThreshold(id, counts);
  return found == null ? null : Math.min(range?.max ?? found, Math.max(range?.min ?? found, found));
}

function findThreshold(id: RuleId, counts: readonly IntakeCount[]): number | null {
  switch (id) {
    case 'too-fast':
      return findPace(counts);
    case 'same-run':
      return findMost(counts, 'run', LEAST_IN_ROW);
    case 'burst':
      return findMost(counts, 'busiest', LEAST_IN_WINDOW);
    default:
      return null;
  }
}

/** The longest time a question below which at most one ballot in two hundred came. */
function findPace(counts: readonly IntakeCount[]): number | null {
  const histogram = paceHistogram(counts);
  const total = histogram.reduce((sum, n) => sum + n, 0);
  if (total < LEAST_BALLOTS) return null;
  let below = 0;
  let step = 0;
  while (step * PACE_STEP_S < MOST_SECONDS && below + (histogram[step] ?? 0) <= FAST_SHARE * total) {
    below += histogram[step] ?? 0;
    step += 1;
  }
  return step * PACE_STEP_S;
}

function findMost(counts: readonly IntakeCount[], measure: string, least: number): number | null {
  const most = counts
    .filter((count) => count.measure === measure)
    .map(({ n }) => n)
    .sort((a, b) => a - b);
  if (most.length < DAYS_TO_LEARN) return null;
  return Math.max(least, MARGIN * quantile(most, DAY_SHARE));
}

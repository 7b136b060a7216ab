import type { Day } from '../lib/day.ts';
import { quantile } from '../statistics/quantile.ts';
import { type RuleId, THRESHOLD_RANGES } from '../unit/rule-setting.ts';
import { type IntakeCount, PACE_STEP_S, paceHistogram } from './intake-measures.ts';

/** Number of working days with ballots that are needed to learn a threshold. */
export const DAYS_TO_LEARN = 20;
/** Rules whose threshold is learned from earlier days; all other rules have a fixed threshold. */
export const LEARNING_RULES: readonly RuleId[] = ['too-fast', 'same-run', 'burst'];

/** Minimum number of ballots for estimating a share of 0.5 %. */
const LEAST_BALLOTS = 200;
/** Maximum share of past ballots that a learned threshold would set aside. */
const FAST_SHARE = 0.005;
/** Upper limit of a learned threshold in seconds per question; slower answers are never suspicious. */
const MOST_SECONDS = 2;
/** Quantile of daily maxima, so that a few unusual days have no effect. */
const DAY_SHARE = 0.9;
/** Factor on the usual maximum, so that days twice as busy as usual are tolerated. */
const MARGIN = 2;
const LEAST_IN_WINDOW = 5;
const LEAST_IN_ROW = 10;

/** The last `DAYS_TO_LEARN` working days with counts; null while there are fewer. */
export function daysToLearnFrom(
  counts: readonly IntakeCount[],
  isWorkingDay: (day: Day) => boolean,
): readonly Day[] | null {
  const days = [...new Set(counts.map(({ day }) => day))].filter(isWorkingDay).sort();
  return days.length < DAYS_TO_LEARN ? null : days.slice(-DAYS_TO_LEARN);
}

/** Null without enough data. Uses neither answers nor anything that a person typed. */
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

/** The highest threshold that sets aside at most 0.5 % of the ballots. */
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

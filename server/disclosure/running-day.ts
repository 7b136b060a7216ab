import type { Day } from '../lib/day.ts';
import type { StoredHeadlineStep } from '../tally/headline-step.ts';
import { addLevels, countLevels, type LevelCounts, NO_LEVELS } from '../tally/level-counts.ts';
import type { ShownCounts } from './shown-counts.ts';

/** The contribution of the current day to a period's counts. */
export interface RunningDay {
  readonly day: Day;
  readonly received: number;
  /** The released part of the headline: ballots that count, and ballots set aside. */
  readonly counted: LevelCounts;
  readonly setAside: LevelCounts;
}

/** `set_aside` is '' for ballots that count. */
interface CountBySetAside {
  readonly day: Day;
  readonly set_aside: string;
  readonly ballots: number;
}

/** Steps without ballots of their kind are ignored. */
export function readRunningDay(
  day: Day,
  counts: readonly CountBySetAside[],
  steps: readonly StoredHeadlineStep[],
): RunningDay {
  const rows = counts.filter((row) => row.day === day && row.ballots > 0);
  const shownOf = (isSetAside: boolean): LevelCounts => {
    const hasBallots = rows.some((row) => (row.set_aside !== '') === isSetAside);
    const step = steps.find((one) => one.day === day && (one.is_set_aside === 1) === isSetAside);
    return hasBallots && step ? step.released : NO_LEVELS;
  };
  return {
    day,
    received: rows.reduce((sum, { ballots }) => sum + ballots, 0),
    counted: shownOf(false),
    setAside: shownOf(true),
  };
}

/** The counts of a period that the current day can change. */
type Running = Pick<ShownCounts, 'received' | 'headline' | 'set_aside' | 'headline_set_aside'>;

/**
 * Adds the current day to the counts of finished days of an open period. Of a day that is not over only the
 * released groups of the headline and the number of ballots are shown (`release.ts`). Not for sums of
 * quarters: each quarter adds its own day.
 */
export const addRunningDay = <Counts extends Running>(finished: Counts, today: RunningDay): Counts => ({
  ...finished,
  received: finished.received + today.received,
  headline: addLevels(finished.headline, today.counted),
  set_aside: finished.set_aside + countLevels(today.setAside),
  headline_set_aside: addLevels(finished.headline_set_aside, today.setAside),
});

import type { Day } from '../lib/day.ts';
import type { StoredHeadlineStep } from '../tally/headline-step.ts';
import { addLevels, countLevels, type LevelCounts, NO_LEVELS } from '../tally/level-counts.ts';
import type { ShownCounts } from './shown-counts.ts';

/** What the current day adds to a period's counts. */
export interface RunningDay {
  readonly day: Day;
  readonly received: number;
  /** Levels of the ballots that the headline already shows: those that count, and those set aside. */
  readonly counted: LevelCounts;
  readonly setAside: LevelCounts;
}

/** `set_aside` is the reason why the ballots are set aside; '' for ballots that count. */
interface CountBySetAside {
  readonly day: Day;
  readonly set_aside: string;
  readonly ballots: number;
}

/** A headline step is ignored when the day has no ballots of its kind (counted or set aside). */
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
 * Adds the current day to the counts of finished days of an open period. Of the current day only the number
 * of ballots and the released groups of the headline are shown (`release.ts`). Not for sums of quarters: each
 * quarter adds the current day itself.
 */
export const addRunningDay = <Counts extends Running>(finished: Counts, today: RunningDay): Counts => ({
  ...finished,
  received: finished.received + today.received,
  headline: addLevels(finished.headline, today.counted),
  set_aside: finished.set_aside + countLevels(today.setAside),
  headline_set_aside: addLevels(finished.headline_set_aside, today.setAside),
});

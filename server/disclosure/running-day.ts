import type { Day } from '../lib/day.ts';
import type { StoredHeadlineStep } from '../tally/headline-step.ts';
import { addLevels, countLevels, type LevelCounts, NO_LEVELS } from '../tally/level-counts.ts';
import type { ShownCounts } from './shown-counts.ts';

/** All that a day which is not over brings to what may be shown of a period. */
export interface RunningDay {
  readonly day: Day;
  /** All of its ballots. */
  readonly received: number;
  /** What the running headline shows of those that count, and of those set aside. */
  readonly counted: LevelCounts;
  readonly setAside: LevelCounts;
}

/** So many ballots of a day that count (`set_aside` ''), or that were set aside for a reason. */
interface DayCount {
  readonly day: Day;
  readonly set_aside: string;
  readonly ballots: number;
}

/** What a running day has so far. A side without ballots shows nothing, whatever its steps say. */
export function readRunningDay(
  day: Day,
  counts: readonly DayCount[],
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

/** What of a period's counts a running day can change. */
type Running = Pick<ShownCounts, 'received' | 'headline' | 'set_aside' | 'headline_set_aside'>;

/**
 * What may be shown of an open period together with its running day, from what may be shown of its finished days.
 * Of a day that is not over only the headline's whole groups of five are shown, and how many ballots came: it
 * changes nothing else (`release.ts`). Not for sums of quarters: each quarter takes its own day.
 */
export const addRunningDay = <Counts extends Running>(finished: Counts, today: RunningDay): Counts => ({
  ...finished,
  received: finished.received + today.received,
  headline: addLevels(finished.headline, today.counted),
  set_aside: finished.set_aside + countLevels(today.setAside),
  headline_set_aside: addLevels(finished.headline_set_aside, today.setAside),
});

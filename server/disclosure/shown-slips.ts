import { OVERALL } from '../survey/definition.ts';
import { GROUP_SIZE } from '../tally/headline-step.ts';
import { addLevels, countLevels, type LevelCounts, NO_LEVELS } from '../tally/level-counts.ts';
import { levelsOf } from '../tally/tally.ts';
import type { ReleasedCells } from './released-cells.ts';
import { hasSmallCut, tabulate } from './small-cuts.ts';

/** The ballots from one-time slips that count: their overall levels, and whether they would tell of few others. */
export interface SlipCounts {
  readonly levels: LevelCounts;
  /** Whether they may not be shown, however many ballots the headline has. */
  readonly isTelling: boolean;
}

/** What of the slips' overall levels may be shown; `none`: there are no ballots from slips. */
export type SlipLevels = LevelCounts | 'none' | 'hidden';

/** What is counted of slips among the ballots that count; null where there are none. */
export function countSlips(counted: ReleasedCells['cells'], isTelling: boolean): SlipCounts | null {
  const levels = counted
    .filter(({ channel }) => channel === 'slip')
    .reduce((sum, { tally }) => addLevels(sum, levelsOf(tally, OVERALL)), NO_LEVELS);
  if (countLevels(levels) === 0) return null;
  const byCounter = counted.map(
    ({ channel, counter_code, tally }) =>
      [channel === 'slip' ? 'slip' : 'other', counter_code, tally.ballots] as const,
  );
  return { levels, isTelling: isTelling || hasSmallCut(tabulate(byCounter)) };
}

/** What a period has of slips, beside its headline. */
interface SlipsOfPeriod {
  readonly headline: LevelCounts;
  readonly slips: SlipCounts | null;
  readonly quarters: readonly SlipsOfPeriod[];
}

/**
 * What may be shown of slips: finished days, groups of five. It stands beside the headline, so it is hidden too
 * where the ballots without slips would be fewer than five: they would be the difference. A sum of quarters holds
 * those in which it is shown.
 */
export function showSlips({ headline, slips, quarters }: SlipsOfPeriod): SlipLevels {
  if (quarters.length > 0) {
    const parts = quarters.map(showSlips);
    const shown = parts.filter((part) => typeof part !== 'string');
    if (shown.length > 0) return shown.reduce(addLevels, NO_LEVELS);
    return parts.includes('hidden') ? 'hidden' : 'none';
  }
  if (slips === null) return 'none';
  const n = countLevels(slips.levels);
  const others = countLevels(headline) - n;
  return n < GROUP_SIZE || (others > 0 && others < GROUP_SIZE) || slips.isTelling ? 'hidden' : slips.levels;
}

import { OVERALL } from '../survey/definition.ts';
import { GROUP_SIZE } from '../tally/headline-step.ts';
import { addLevels, countLevels, type LevelCounts, NO_LEVELS } from '../tally/level-counts.ts';
import { levelsOf } from '../tally/tally.ts';
import type { ReleasedCells } from './released-cells.ts';
import { hasSmallCut, tabulate } from './small-cuts.ts';

/** Overall levels of ballots from one-time slips that count. */
export interface SlipCounts {
  readonly levels: LevelCounts;
  /** They must not be shown, however many ballots the headline has. */
  readonly isDisclosive: boolean;
}

/** `none` when there are no ballots from slips. */
type SlipLevels = LevelCounts | 'none' | 'hidden';

/** Null when there are none. */
export function countSlips(counted: ReleasedCells['cells'], isDisclosive: boolean): SlipCounts | null {
  const levels = counted
    .filter(({ channel }) => channel === 'slip')
    .reduce((sum, { tally }) => addLevels(sum, levelsOf(tally, OVERALL)), NO_LEVELS);
  if (countLevels(levels) === 0) return null;
  const byCounter = counted.map(
    ({ channel, counter_code, tally }) =>
      [channel === 'slip' ? 'slip' : 'other', counter_code, tally.ballots] as const,
  );
  return { levels, isDisclosive: isDisclosive || hasSmallCut(tabulate(byCounter)) };
}

interface SlipsOfPeriod {
  readonly headline: LevelCounts;
  readonly slips: SlipCounts | null;
  readonly quarters: readonly SlipsOfPeriod[];
}

/**
 * Finished days, groups of five. Shown beside the headline, so it is also suppressed when fewer than five
 * ballots came without a slip, because they would be the difference. A sum of quarters includes the quarters
 * in which it is shown.
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
  return n < GROUP_SIZE || (others > 0 && others < GROUP_SIZE) || slips.isDisclosive
    ? 'hidden'
    : slips.levels;
}

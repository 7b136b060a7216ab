import { OVERALL } from '../survey/definition.ts';
import { GROUP_SIZE } from '../tally/headline-step.ts';
import { addLevels, countLevels, type LevelCounts, NO_LEVELS } from '../tally/level-counts.ts';
import { levelsOf } from '../tally/tally.ts';
import type { ReleasedCells } from './released-cells.ts';
import { hasSmallCut, tabulate } from './small-cuts.ts';

/** Overall levels of ballots from one-time slips that count. */
export interface SlipCounts {
  readonly levels: LevelCounts;
  /** Whether the levels must not be shown, however many ballots the headline has. */
  readonly isDisclosive: boolean;
}

/** `none`: there are no ballots from slips; `hidden`: the levels are suppressed. */
type SlipLevels = LevelCounts | 'none' | 'hidden';

/** Null when there are no ballots from slips. */
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
 * Levels of ballots from slips, from finished days, if they are at least five. They are shown beside the
 * headline, so they are also hidden when fewer than five ballots came without a slip: subtraction would
 * reveal those. A sum of quarters includes only the quarters in which the levels are shown.
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

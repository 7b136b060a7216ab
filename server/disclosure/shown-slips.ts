import { OVERALL } from '../survey/definition.ts';
import { GROUP_SIZE } from '../tally/headline-step.ts';
import { addLevels, countLevels, type LevelCounts, NO_LEVELS } from '../tally/level-counts.ts';
import { levelsOf } from '../tally/tally.ts';
import type { Disclosed } from './disclose.ts';
import { hasSmallCut } from './small-cuts.ts';
import { findSuppressed } from './suppress.ts';

/** The ballots from one-time slips that count: their overall levels, and whether they would tell of few others. */
export interface SlipCounts {
  readonly levels: LevelCounts;
  /** Whether they may not be shown, however many ballots the headline has. */
  readonly isTelling: boolean;
}

/** What of the slips' overall levels may be shown; `none`: there are no ballots from slips. */
export type SlipLevels = LevelCounts | 'none' | 'hidden';

/** What is counted of slips in a period that is no sum; null where there are none, and on a counter's page. */
export function countSlips({ cells, withheld, has_telling_slips }: Disclosed): SlipCounts | null {
  if (withheld) return null;
  const counted = cells.filter(({ set_aside }) => set_aside === '');
  const levels = counted
    .filter(({ channel }) => channel === 'slip')
    .reduce((sum, { tally }) => addLevels(sum, levelsOf(tally, OVERALL)), NO_LEVELS);
  if (countLevels(levels) === 0) return null;
  const isTelling =
    has_telling_slips || findSuppressed(channelsOf(counted)).has('slip') || tellsFewBesideCounters(counted);
  return { levels, isTelling };
}

/** What may be shown of slips beside a headline of so many ballots. */
export function showSlips(slips: SlipCounts | null, headline: LevelCounts): SlipLevels {
  if (slips === null) return 'none';
  const n = countLevels(slips.levels);
  const others = countLevels(headline) - n;
  return n < GROUP_SIZE || (others > 0 && others < GROUP_SIZE) || slips.isTelling ? 'hidden' : slips.levels;
}

type Cells = Disclosed['cells'];

function channelsOf(cells: Cells): { id: string; n: number }[] {
  const channels = new Map<string, number>();
  for (const { channel, tally } of cells) channels.set(channel, (channels.get(channel) ?? 0) + tally.ballots);
  return [...channels].map(([id, n]) => ({ id, n }));
}

/** Whether the counters' figures beside the slips' would tell what one to four ballots say. */
function tellsFewBesideCounters(cells: Cells): boolean {
  const rows = new Map<string, Map<string, number>>();
  for (const { channel, counter_code, tally } of cells) {
    const name = channel === 'slip' ? 'slip' : 'other';
    const row = rows.get(name) ?? new Map<string, number>();
    rows.set(name, row);
    row.set(counter_code, (row.get(counter_code) ?? 0) + tally.ballots);
  }
  return hasSmallCut(rows);
}

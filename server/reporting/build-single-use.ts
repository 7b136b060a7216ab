import type { Disclosed } from '../disclosure/disclose.ts';
import { hasSmallCut } from '../disclosure/small-cuts.ts';
import { findSuppressed } from '../disclosure/suppress.ts';
import { OVERALL } from '../survey/definition.ts';
import { GROUP_SIZE } from '../tally/headline-step.ts';
import { addLevels, countLevels, type LevelCounts, NO_LEVELS } from '../tally/level-counts.ts';
import { levelsOf } from '../tally/tally.ts';
import { buildIndicator, type IndicatorInput } from './build-indicator.ts';
import type { ReportIndicator } from './report.v1.ts';

/** What of the slips' overall levels may be shown; `none`: there are no ballots from slips. */
type SlipLevels = LevelCounts | 'none' | 'hidden';

/**
 * The indicator from one-time slips alone. It is a cell's figure: finished days only, groups of five. It stands
 * beside the headline, so it is hidden too where the ballots without slips would be fewer than five: they
 * would be the difference. A sum of quarters holds those in which it is shown. A counter's page has none.
 */
export function buildSingleUse(
  disclosed: Disclosed,
  input: IndicatorInput,
  minimumN: number,
): ReportIndicator | null {
  if (disclosed.withheld) return null;
  const levels = findSlipLevels(disclosed);
  if (levels === 'none') return null;
  // Transactions are those of everybody, whether they had a slip or not.
  return buildIndicator(levels === 'hidden' ? NO_LEVELS : levels, { ...input, transactions: null }, minimumN);
}

function findSlipLevels(disclosed: Disclosed): SlipLevels {
  const { quarters, headline, has_telling_slips } = disclosed;
  if (quarters.length > 0) {
    const parts = quarters.map(findSlipLevels);
    const shown = parts.filter((part) => typeof part !== 'string');
    if (shown.length > 0) return shown.reduce(addLevels, NO_LEVELS);
    return parts.includes('hidden') ? 'hidden' : 'none';
  }
  const counted = disclosed.cells.filter(({ set_aside }) => set_aside === '');
  const levels = counted
    .filter(({ channel }) => channel === 'slip')
    .reduce((sum, { tally }) => addLevels(sum, levelsOf(tally, OVERALL)), NO_LEVELS);
  const n = countLevels(levels);
  if (n === 0) return 'none';
  const others = countLevels(headline) - n;
  const isHidden =
    n < GROUP_SIZE ||
    (others > 0 && others < GROUP_SIZE) ||
    has_telling_slips ||
    findSuppressed(channelsOf(counted)).has('slip') ||
    tellsFewBesideCounters(counted);
  return isHidden ? 'hidden' : levels;
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

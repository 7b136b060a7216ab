import type { ShownCounts } from '../disclosure/shown-counts.ts';
import { type SlipLevels, showSlips } from '../disclosure/shown-slips.ts';
import { addLevels, NO_LEVELS } from '../tally/level-counts.ts';
import { buildIndicator, type IndicatorInput } from './build-indicator.ts';
import type { ReportIndicator } from './report.v1.ts';

/**
 * The indicator from one-time slips alone. It is a cell's figure: finished days only, groups of five. It stands
 * beside the headline, so it is hidden too where the ballots without slips would be fewer than five: they
 * would be the difference. A sum of quarters holds those in which it is shown. A counter's page has none.
 */
export function buildSingleUse(
  shown: ShownCounts,
  input: IndicatorInput,
  minimumN: number,
): ReportIndicator | null {
  const levels = findSlipLevels(shown);
  if (levels === 'none') return null;
  // Transactions are those of everybody, whether they had a slip or not.
  return buildIndicator(levels === 'hidden' ? NO_LEVELS : levels, { ...input, transactions: null }, minimumN);
}

function findSlipLevels({ quarters, slips, headline }: ShownCounts): SlipLevels {
  if (quarters.length === 0) return showSlips(slips, headline);
  const parts = quarters.map(findSlipLevels);
  const shown = parts.filter((part) => typeof part !== 'string');
  if (shown.length > 0) return shown.reduce(addLevels, NO_LEVELS);
  return parts.includes('hidden') ? 'hidden' : 'none';
}

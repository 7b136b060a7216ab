import { countLevels, type LevelCounts, NO_LEVELS } from '../tally/level-counts.ts';

/** Below this many people a group shows nothing. */
const MINIMUM_GROUP = 5;

/** What those who were not satisfied held against one item. */
export interface FixFirst {
  readonly item: string;
  /** Of `dissatisfied_total`, those who marked the item low (level 1 or 2), at least 1. */
  readonly marked_low: number;
  /** Ballots whose overall answer is 1, 2 or 3, at least 5. */
  readonly dissatisfied_total: number;
}

const countNotSatisfied = ([one, two, three]: LevelCounts): number => countLevels([one, two, three, 0, 0]);

/**
 * What to fix first: items by how many of those not satisfied overall marked them low, most first.
 * Items that none of them marked are not listed, and nothing is when fewer than five are not satisfied:
 * counts of so few would say who they are.
 * @param low by item: ballots that marked it low, split by their overall level.
 * @param overall ballots by overall level.
 * @param order which of two items with the same count stands first; by default the order of `low`.
 */
export function rankFixFirst(
  low: Readonly<Record<string, LevelCounts>>,
  overall: LevelCounts,
  order: readonly string[] = Object.keys(low),
): FixFirst[] {
  const dissatisfied_total = countNotSatisfied(overall);
  if (dissatisfied_total < MINIMUM_GROUP) return [];
  return order
    .map((item) => ({ item, marked_low: countNotSatisfied(low[item] ?? NO_LEVELS), dissatisfied_total }))
    .filter(({ marked_low }) => marked_low > 0)
    .sort((left, right) => right.marked_low - left.marked_low);
}

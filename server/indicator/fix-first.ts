import type { FixFirstView } from '../../web/types/report-view.ts';
import { GROUP_SIZE } from '../tally/group-size.ts';
import { countLevels, type LevelCounts, NO_LEVELS } from '../tally/level-counts.ts';

const countNotSatisfied = ([one, two, three]: LevelCounts): number => countLevels([one, two, three, 0, 0]);

/**
 * Items sorted by the number of people who rated the item low among those not satisfied overall, highest first;
 * items with none are left out. Empty when fewer than five people are not satisfied, because the counts could
 * identify them.
 * @param low by item: ballots that rated the item low, by overall level.
 * @param overall ballots by overall level.
 * @param order breaks ties; by default the order of `low`.
 */
export function rankFixFirst(
  low: Readonly<Record<string, LevelCounts>>,
  overall: LevelCounts,
  order: readonly string[] = Object.keys(low),
): FixFirstView[] {
  const dissatisfied_total = countNotSatisfied(overall);
  if (dissatisfied_total < GROUP_SIZE) return [];
  return order
    .map((item) => ({ item, marked_low: countNotSatisfied(low[item] ?? NO_LEVELS), dissatisfied_total }))
    .filter(({ marked_low }) => marked_low > 0)
    .sort((left, right) => right.marked_low - left.marked_low);
}

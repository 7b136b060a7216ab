import type { Cell } from '../tally/cell.ts';
import type { Tally } from '../tally/tally.ts';
import { type DisclosureInput, releasePeriod } from './released-cells.ts';
import { type ShownCounts, showCounts } from './shown-counts.ts';
import { sumBy } from './suppress.ts';

/**
 * What may be disclosed about a unit's period at `now`. With `counterCode`, only about that counter. Every
 * figure on pages and in files derives from the result.
 */
export const disclose = (input: DisclosureInput, counterCode: string | null): ShownCounts =>
  showCounts(releasePeriod(input), counterCode);

/**
 * Number of ballots by counter that count and are included in the unit's figures, also for counters whose own
 * figure is suppressed.
 */
export const countReleased = (input: DisclosureInput): ReadonlyMap<string, number> =>
  countByCounter(releasePeriod(input).cells);

export function countByCounter(
  cells: readonly (Pick<Cell, 'counter_code' | 'set_aside'> & { readonly tally: Pick<Tally, 'ballots'> })[],
): ReadonlyMap<string, number> {
  return sumBy(
    cells.filter(({ set_aside }) => set_aside === ''),
    ({ counter_code }) => counter_code,
    ({ tally }) => tally.ballots,
  );
}

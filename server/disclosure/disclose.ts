import type { Cell } from '../tally/cell.ts';
import type { Tally } from '../tally/tally.ts';
import { type DisclosureInput, releaseCells } from './released-cells.ts';
import { type ShownCounts, showCounts } from './shown-counts.ts';
import { sumBy } from './suppress.ts';

/**
 * What may be shown to anybody of a unit's period at an instant; with a counter's code, of that counter's part.
 * Every figure of every page, file and alert is written from the result.
 */
export const disclose = (input: DisclosureInput, counterCode: string | null): ShownCounts =>
  showCounts(releaseCells(input), counterCode);

/** How many of each counter's ballots that count are in the figures, whether its own figure is shown or not. */
export const countReleased = (input: DisclosureInput): ReadonlyMap<string, number> =>
  countByCounter(releaseCells(input).cells);

/** Ballots that count, by counter. */
export function countByCounter(
  cells: readonly (Pick<Cell, 'counter_code' | 'set_aside'> & { readonly tally: Pick<Tally, 'ballots'> })[],
): ReadonlyMap<string, number> {
  return sumBy(
    cells.filter(({ set_aside }) => set_aside === ''),
    ({ counter_code }) => counter_code,
    ({ tally }) => tally.ballots,
  );
}

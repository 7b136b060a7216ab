import { GROUP_SIZE } from '../tally/headline-step.ts';

/**
 * Of groups that make up one whole (counters of a unit, channels, reasons), by the number of their ballots, those
 * that may not be shown: those under five, and, as long as the hidden ones together could be had by subtraction
 * from the whole, the smallest of the others too. Hidden groups must hold at least five ballots together, and more
 * than one of them must have any, unless none has. Groups that are equally large are hidden in the order of their
 * ids, so that the choice says nothing.
 */
export function findSuppressed(sizes: ReadonlyMap<string, number>): ReadonlySet<string> {
  const hidden = [...sizes].filter(([, n]) => n < GROUP_SIZE);
  const shown = [...sizes]
    .filter(([, n]) => n >= GROUP_SIZE)
    .sort(([idA, a], [idB, b]) => a - b || (idA < idB ? -1 : 1));
  const isTelling = () => {
    const total = hidden.reduce((sum, [, n]) => sum + n, 0);
    return total > 0 && (total < GROUP_SIZE || hidden.filter(([, n]) => n > 0).length < 2);
  };
  while (isTelling()) {
    const next = shown.shift();
    if (!next) break;
    hidden.push(next);
  }
  return new Set(hidden.map(([id]) => id));
}

/** Adds up a count by group. */
export function sumBy<Item>(
  items: Iterable<Item>,
  idOf: (item: Item) => string,
  countOf: (item: Item) => number,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const item of items) sums.set(idOf(item), (sums.get(idOf(item)) ?? 0) + countOf(item));
  return sums;
}

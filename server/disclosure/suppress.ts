import { GROUP_SIZE } from '../tally/headline-step.ts';

/** A group among others that make up one whole: counters of a unit, channels, reasons. */
export interface Group {
  readonly id: string;
  /** Ballots in it. */
  readonly n: number;
}

/**
 * The groups that may not be shown: those under five, and, as long as the hidden ones together could
 * be had by subtraction from the whole, the smallest of the others too. Hidden groups must hold at
 * least five ballots together, and more than one of them must have any, unless none has.
 * Groups that are equally large are hidden in the order of their ids, so that the choice says nothing.
 */
export function findSuppressed(groups: readonly Group[]): ReadonlySet<string> {
  const hidden = groups.filter((group) => group.n < GROUP_SIZE);
  const shown = groups
    .filter((group) => group.n >= GROUP_SIZE)
    .sort((a, b) => a.n - b.n || (a.id < b.id ? -1 : 1));
  const isTelling = () => {
    const total = hidden.reduce((sum, group) => sum + group.n, 0);
    return total > 0 && (total < GROUP_SIZE || hidden.filter((group) => group.n > 0).length < 2);
  };
  while (isTelling()) {
    const next = shown.shift();
    if (!next) break;
    hidden.push(next);
  }
  return new Set(hidden.map((group) => group.id));
}

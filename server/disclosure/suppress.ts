import { GROUP_SIZE } from '../tally/group-size.ts';

/**
 * Primary and secondary suppression for groups that partition a whole, by number of ballots. Suppresses groups of one
 * to four and, while subtraction from the whole could recover the suppressed ballots, also the smallest of the shown
 * groups. In the end the suppressed groups have at least five ballots together, in more than one group, or no ballots
 * at all. Ties are broken by id, so that the choice reveals nothing.
 */
export function findSuppressed(sizes: ReadonlyMap<string, number>): ReadonlySet<string> {
  const hidden = [...sizes].filter(([, n]) => n < GROUP_SIZE);
  const shown = [...sizes]
    .filter(([, n]) => n >= GROUP_SIZE)
    .sort(([idA, a], [idB, b]) => a - b || (idA < idB ? -1 : 1));
  const isDisclosive = () => {
    const total = hidden.reduce((sum, [, n]) => sum + n, 0);
    return total > 0 && (total < GROUP_SIZE || hidden.filter(([, n]) => n > 0).length < 2);
  };
  while (isDisclosive()) {
    const next = shown.shift();
    if (!next) break;
    hidden.push(next);
  }
  return new Set(hidden.map(([id]) => id));
}

import { LRUCache } from 'lru-cache';

/** Relative tolerance for ties, as in R's `fisher.test`. */
const TIE_TOLERANCE = 1e-7;

/** Weights below this fraction of the tested table's weight do not change its p-value in double precision. */
const NEGLIGIBLE_RATIO = 1e-25;

/** All tables with the same margins as the tested table, by ascending first cell. */
interface Hypergeometric {
  /** Proportional to the probabilities; negligible ones at both ends are left out. */
  readonly weights: readonly number[];
  /** Index of the tested table; outside the array if its weight underflows. */
  readonly index: number;
}

/** Takes time proportional to the square root of the smallest margin, more for a very unlikely table. */
function enumerateTables(a: number, b: number, c: number, d: number): Hypergeometric {
  if ([a, b, c, d].some((count) => !Number.isSafeInteger(count) || count < 0)) {
    throw new RangeError(`not a table of counts: ${[a, b, c, d].join(' ')}`);
  }
  const row = a + b;
  const otherRow = c + d;
  const column = a + c;
  const least = Math.max(0, column - otherRow);
  const most = Math.min(row, column);
  // Weights are relative to the most likely table, and follow from the ratio of neighbouring terms.
  const mode = Math.min(most, Math.max(least, Math.floor(((row + 1) * (column + 1)) / (row + otherRow + 2))));
  const ratioUp = (k: number): number => ((row - k) / (k + 1)) * ((column - k) / (otherRow - column + k + 1));
  const above = [1];
  const below = [1];
  const growUp = (until: number, floor: number): void => {
    for (let k = mode + above.length - 1; k < until && (above.at(-1) as number) > floor; k += 1)
      above.push((above.at(-1) as number) * ratioUp(k));
  };
  const growDown = (until: number, floor: number): void => {
    for (let k = mode - below.length; k >= until && (below.at(-1) as number) > floor; k -= 1)
      below.push((below.at(-1) as number) / ratioUp(k));
  };
  if (a >= mode) growUp(a, 0);
  else growDown(a, 0);
  const own = (a >= mode ? above[a - mode] : below[mode - a]) ?? 0;
  growUp(most, own * NEGLIGIBLE_RATIO);
  growDown(least, own * NEGLIGIBLE_RATIO);
  // Both lists contain the mode; it must count once.
  return { weights: below.slice(1).reverse().concat(above), index: below.length - 1 + a - mode };
}

/** Sums from the smallest weight up, to keep precision. The weights have a single maximum. */
function sum(weights: readonly number[]): number {
  let total = 0;
  let first = 0;
  let last = weights.length - 1;
  while (first <= last) {
    const left = weights[first] as number;
    const right = weights[last] as number;
    total += Math.min(left, right);
    if (right <= left) last -= 1;
    else first += 1;
  }
  return total;
}

/**
 * Two-sided Fisher's exact test of the table a b / c d: the total probability of all tables with the same margins
 * that are at most as likely. 1 when a margin is 0.
 * @throws RangeError unless the counts are non-negative integers.
 */
export function computeFisherExact(a: number, b: number, c: number, d: number): number {
  const { weights, index } = enumerateTables(a, b, c, d);
  const threshold = (weights[index] ?? 0) * (1 + TIE_TOLERANCE);
  return Math.min(1, sum(weights.filter((weight) => weight <= threshold)) / sum(weights));
}

/**
 * One-sided Fisher's exact test of the table a b / c d: the probability that `a` or more of the first column are in
 * the first row, if the rows do not differ.
 * @throws RangeError unless the counts are non-negative integers.
 */
export function fisherGreater(a: number, b: number, c: number, d: number): number {
  const { weights, index } = enumerateTables(a, b, c, d);
  return sum(weights.slice(Math.max(0, index))) / sum(weights);
}

const cache = new LRUCache<string, number>({ max: 500 });

/** Cached: the test takes a millisecond for counts of millions, and pages compare the same counts all day. */
export function fisherExact(...table: Parameters<typeof computeFisherExact>): number {
  const key = table.join(' ');
  const p = cache.get(key) ?? computeFisherExact(...table);
  cache.set(key, p);
  return p;
}

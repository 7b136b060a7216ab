export interface Proportion {
  readonly numerator: number;
  readonly denominator: number;
}

export interface Comparison {
  readonly id: string;
  /**
   * The headline comparison of a page gets three quarters of the error budget (alpha); the others share the
   * rest. At most one; when omitted, all share equally.
   */
  readonly isFirst?: boolean;
  readonly before: Proportion;
  readonly after: Proportion;
}

export interface Change {
  readonly id: string;
  /** After minus before, in percentage points, not rounded; null when either side is empty. */
  readonly difference_points: number | null;
  /** Fisher's exact test, two-sided; null when either side is empty. */
  readonly p: number | null;
  /** `p` after Holm's correction over all comparisons given; null when either side is empty. */
  readonly p_adjusted: number | null;
  /** The direction of a significant difference; null when there is none. */
  readonly called: 'up' | 'down' | null;
}

/** Relative tolerance for ties, as in R's `fisher.test`. */
const TIE_TOLERANCE = 1e-7;

/** Terms smaller than this, relative to another, do not change the sum in double precision. */
const NEGLIGIBLE_RATIO = 1e-25;

/**
 * Fisher's exact test of the table a b / c d, two-sided: the total probability of all tables with the same
 * margins that are no more likely than this one, by enumeration. 1 when a margin is 0. Time is proportional
 * to the square root of the smallest margin, more for a very unlikely table.
 * @throws RangeError unless the counts are non-negative integers.
 */
export function fisherExact(a: number, b: number, c: number, d: number): number {
  if ([a, b, c, d].some((count) => !Number.isSafeInteger(count) || count < 0)) {
    throw new RangeError(`not a table of counts: ${[a, b, c, d].join(' ')}`);
  }
  const row = a + b;
  const otherRow = c + d;
  const column = a + c;
  const least = Math.max(0, column - otherRow);
  const most = Math.min(row, column);
  // Weights relative to the most likely table, from the ratio of neighbouring terms. Enumeration stops where
  // terms are negligible relative to this table's weight.
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
  const threshold = own * (1 + TIE_TOLERANCE);
  let total = 0;
  let asUnlikely = 0;
  // Sums from the smallest term up, to keep precision; both arrays decrease away from the mode.
  let up = above.length - 1;
  let down = below.length - 1;
  // `below[0]` is the mode again; it is counted once, in `above`.
  while (up >= 0 || down >= 1) {
    const right = above[up] ?? Number.POSITIVE_INFINITY;
    const left = down >= 1 ? (below[down] as number) : Number.POSITIVE_INFINITY;
    const weight = Math.min(right, left);
    if (right <= left) up -= 1;
    else down -= 1;
    total += weight;
    if (weight <= threshold) asUnlikely += weight;
  }
  return Math.min(1, asUnlikely / total);
}

const MAX_CACHED = 500;
const cache = new Map<string, number>();

/**
 * Memoised: the test takes a millisecond for millions of ballots, and pages compare the same counts all day.
 */
function cachedFisher(after: Proportion, before: Proportion): number {
  const table = [
    after.numerator,
    after.denominator - after.numerator,
    before.numerator,
    before.denominator - before.numerator,
  ] as const;
  const key = table.join(' ');
  const p = cache.get(key) ?? fisherExact(...table);
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(key, p);
  return p;
}

/**
 * Holm's adjusted p-values (Holm 1979), in the order given: the family-wise error rate at level α stays below
 * α.
 * @param weights above 0, one per value: how alpha is divided at first (the weighted procedure of the same
 * paper). Equal by default.
 * @throws RangeError when a value is not between 0 and 1, or a weight not above 0.
 */
export function holm(
  pValues: readonly number[],
  weights: readonly number[] = pValues.map(() => 1),
): number[] {
  if (pValues.some((p) => !(p >= 0 && p <= 1))) throw new RangeError('a p-value is between 0 and 1');
  const values = pValues.map((p, index) => ({ p, weight: weights[index] ?? 0, index }));
  if (values.some(({ weight }) => !(weight > 0))) throw new RangeError('a weight is above 0');
  const order = [...values].sort((left, right) => left.p / left.weight - right.p / right.weight);
  const adjusted = pValues.map(() => 1);
  let highest = 0;
  order.forEach(({ p, weight, index }, rank) => {
    const left = order.slice(rank).reduce((sum, other) => sum + other.weight, 0);
    highest = Math.max(highest, Math.min(1, (p * left) / weight));
    adjusted[index] = highest;
  });
  return adjusted;
}

/** The headline's share of alpha. */
const FIRST_SHARE = 0.75;

/** Weights for `holm`; their sum is the number of comparisons. */
function weigh(comparisons: readonly Comparison[]): number[] {
  const others = comparisons.filter(({ isFirst }) => !isFirst).length;
  if (others === 0 || others === comparisons.length) return comparisons.map(() => 1);
  const all = comparisons.length;
  const first = (FIRST_SHARE * all) / (all - others);
  return comparisons.map(({ isFirst }) => (isFirst ? first : ((1 - FIRST_SHARE) * all) / others));
}

/**
 * Differences between two periods. Pass all comparisons that a page shows in one call: they are corrected
 * together. A comparison with an empty side is returned but not tested.
 * @param alpha the family-wise error rate, 0–1.
 */
export function computeChanges(comparisons: readonly Comparison[], alpha = 0.05): Change[] {
  const tested = comparisons.filter(({ before, after }) => before.denominator > 0 && after.denominator > 0);
  const pValues = tested.map(({ before, after }) => cachedFisher(after, before));
  const adjusted = holm(pValues, weigh(tested));
  return comparisons.map((comparison) => {
    const { id, before, after } = comparison;
    const index = tested.indexOf(comparison);
    const p = pValues[index];
    const p_adjusted = adjusted[index];
    if (p === undefined || p_adjusted === undefined) {
      return { id, difference_points: null, p: null, p_adjusted: null, called: null };
    }
    const crossed = after.numerator * before.denominator - before.numerator * after.denominator;
    return {
      id,
      difference_points: (100 * crossed) / (before.denominator * after.denominator),
      p,
      p_adjusted,
      called: p_adjusted > alpha || crossed === 0 ? null : crossed > 0 ? 'up' : 'down',
    };
  });
}

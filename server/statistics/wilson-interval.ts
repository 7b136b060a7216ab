/** The 97.5th percentile of the standard normal distribution. */
const Z_95 = 1.959963984540054;

/** Percent, 0 ≤ low ≤ high ≤ 100, not rounded. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const toPercent = (share: number): number => Math.min(100, Math.max(0, 100 * share));

/**
 * Wilson's score interval, 95 %, without continuity correction (Wilson 1927; method 3 of Newcombe 1998), for a
 * share of 0–1 and `n` > 0. `n` may be fractional, because `wilsonIntervalFinite` adjusts it.
 */
export function wilsonIntervalOfShare(share: number, n: number): Interval {
  if (!(share >= 0 && share <= 1 && n > 0)) throw new RangeError(`no interval for ${share} of ${n}`);
  const z2 = Z_95 * Z_95;
  const scale = 1 + z2 / n;
  const centre = (share + z2 / (2 * n)) / scale;
  const half = (Z_95 * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))) / scale;
  return {
    // Avoids a floating-point error at the ends, where the limit is exactly 0 or 1.
    low: share === 0 ? 0 : toPercent(centre - half),
    high: share === 1 ? 100 : toPercent(centre + half),
  };
}

function checkCounts(successes: number, n: number): void {
  if (!Number.isSafeInteger(successes) || !Number.isSafeInteger(n) || successes < 0 || successes > n) {
    throw new RangeError(`not a count: ${successes} of ${n}`);
  }
}

/**
 * 95 % interval in percent, for sampling error only: it does not cover a bias in who answers. Null when `n` is 0.
 * @throws RangeError unless both are integers and 0 ≤ successes ≤ n.
 */
export function wilsonInterval(successes: number, n: number): Interval | null {
  checkCounts(successes, n);
  return n === 0 ? null : wilsonIntervalOfShare(successes / n, n);
}

/**
 * Wilson's interval with finite population correction: n is replaced by n(N−1)/(N−n), which narrows the interval.
 * Null when `n` is 0 or not below the population.
 * @throws RangeError unless the counts are integers and 0 ≤ successes ≤ n.
 */
export function wilsonIntervalFinite(successes: number, n: number, population: number): Interval | null {
  checkCounts(successes, n);
  if (n === 0 || !(population > n)) return null;
  return wilsonIntervalOfShare(successes / n, (n * (population - 1)) / (population - n));
}

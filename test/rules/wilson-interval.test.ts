import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Interval,
  wilsonInterval,
  wilsonIntervalFinite,
  wilsonIntervalOfShare,
} from '../../server/statistics/wilson-interval.ts';

/** Shares in trillionths, so that the definition can be checked without rounding. */
const SCALE = 10n ** 12n;
const Z_IN_QUADRILLIONTHS = 1_959_963_984_540_054n;

/**
 * Whether the score test rejects the share `p` (in trillionths): |k/n − p| > z √(p(1−p)/m), where m
 * is n, or n(N−1)/(N−n) with a population. Squared and multiplied out, in integers.
 */
function isRejected(p: bigint, k: number, n: number, population?: number): boolean {
  const [top, bottom] =
    population === undefined
      ? [BigInt(n), 1n]
      : [BigInt(n) * (BigInt(population) - 1n), BigInt(population) - BigInt(n)];
  const difference = BigInt(k) * SCALE - BigInt(n) * p;
  const left = difference ** 2n * top * 10n ** 30n;
  return left > Z_IN_QUADRILLIONTHS ** 2n * p * (SCALE - p) * BigInt(n) ** 2n * bottom;
}

/** Whether the exact bounds are within `tolerance` percentage points of the given ones. */
function endsAreExact({ low, high }: Interval, tolerance: number, k: number, n: number, population?: number) {
  const toScale = (percent: number) => BigInt(Math.round(percent * 1e10));
  const step = toScale(tolerance);
  const isOutside = (p: bigint) => p < 0n || p > SCALE || isRejected(p, k, n, population);
  const isInside = (p: bigint) => p >= 0n && p <= SCALE && !isRejected(p, k, n, population);
  return (
    isOutside(toScale(low) - step) &&
    isInside(toScale(low) + step) &&
    isOutside(toScale(high) + step) &&
    isInside(toScale(high) - step)
  );
}

const someCounts = fc
  .tuple(fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([n, share]) => ({ n, k: Math.round(n * share) }));

describe('the interval', () => {
  it.each([
    [27, 30, 74.38, 96.54],
    [45, 50, 78.64, 95.65],
    [90, 100, 82.56, 94.48],
    [360, 400, 86.67, 92.57],
    [900, 1000, 87.98, 91.71],
    [93, 100, 86.25, 96.57],
  ])('of %i in %i is %f to %f, the values of the method', (k, n, low, high) => {
    const interval = wilsonInterval(k, n)!;
    expect(interval.low.toFixed(2)).toBe(low.toFixed(2));
    expect(interval.high.toFixed(2)).toBe(high.toFixed(2));
  });

  // Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17
  // (1998), 857–872, table I, method 3 (score, without correction for continuity).
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is %f to %f, as published by Newcombe', (k, n, low, high) => {
    const interval = wilsonInterval(k, n)!;
    expect(interval.low / 100).toBeCloseTo(low, 4);
    expect(interval.high / 100).toBeCloseTo(high, 4);
    // The printed values themselves satisfy the definition to their last digit.
    expect(endsAreExact({ low: low * 100, high: high * 100 }, 0.005, k, n)).toBe(true);
  });

  it('ends where the score test begins to reject, in whole numbers', () => {
    fc.assert(
      fc.property(someCounts, ({ k, n }) => {
        expect(endsAreExact(wilsonInterval(k, n)!, 1e-8, k, n)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('is not known without answers', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
    expect(wilsonIntervalFinite(0, 0, 10)).toBeNull();
  });

  it('refuses what is no count', () => {
    for (const [k, n] of [
      [-1, 10],
      [11, 10],
      [1.5, 10],
      [1, 2.5],
      [Number.NaN, 10],
      [0, -1],
    ] as const) {
      expect(() => wilsonInterval(k, n), `${k} of ${n}`).toThrow(RangeError);
      expect(() => wilsonIntervalFinite(k, n, 100), `${k} of ${n}`).toThrow(RangeError);
    }
    expect(() => wilsonIntervalOfShare(1.01, 10)).toThrow(RangeError);
    expect(() => wilsonIntervalOfShare(0.5, 0)).toThrow(RangeError);
  });

  it('stays within 0 and 100, around the share, and reaches the ends only with the share', () => {
    fc.assert(
      fc.property(someCounts, ({ k, n }) => {
        const { low, high } = wilsonInterval(k, n)!;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(100);
        expect(low).toBeLessThanOrEqual((100 * k) / n);
        expect(high).toBeGreaterThanOrEqual((100 * k) / n);
        expect(low === 0).toBe(k === 0);
        expect(high === 100).toBe(k === n);
      }),
      { numRuns: 1000 },
    );
  });

  it('of the others is its mirror image', () => {
    fc.assert(
      fc.property(someCounts, ({ k, n }) => {
        const satisfied = wilsonInterval(k, n)!;
        const others = wilsonInterval(n - k, n)!;
        expect(others.low).toBeCloseTo(100 - satisfied.high, 9);
        expect(others.high).toBeCloseTo(100 - satisfied.low, 9);
      }),
    );
  });

  it('rises with every further satisfied person', () => {
    fc.assert(
      fc.property(someCounts, ({ k, n }) => {
        fc.pre(k < n);
        const fewer = wilsonInterval(k, n)!;
        const more = wilsonInterval(k + 1, n)!;
        expect(more.low).toBeGreaterThan(fewer.low);
        expect(more.high).toBeGreaterThan(fewer.high);
      }),
    );
  });

  it('narrows when the same share rests on more answers', () => {
    fc.assert(
      fc.property(someCounts, fc.integer({ min: 2, max: 9 }), ({ k, n }, times) => {
        const few = wilsonInterval(k, n)!;
        const many = wilsonInterval(k * times, n * times)!;
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
    );
  });
});

describe('the interval with a known number of transactions', () => {
  it('of 93 in 100 of 240 is 88.15 to 95.96, the values of the method', () => {
    const interval = wilsonIntervalFinite(93, 100, 240)!;
    expect(interval.low.toFixed(2)).toBe('88.15');
    expect(interval.high.toFixed(2)).toBe('95.96');
  });

  it('is not known when there are no more transactions than answers', () => {
    expect(wilsonIntervalFinite(93, 100, 100)).toBeNull();
    expect(wilsonIntervalFinite(93, 100, 99)).toBeNull();
    expect(wilsonIntervalFinite(93, 100, Number.NaN)).toBeNull();
    expect(wilsonIntervalFinite(93, 100, 101)).not.toBeNull();
  });

  const withPopulation = fc
    .tuple(someCounts, fc.integer({ min: 1, max: 1_000_000 }))
    .map(([counts, others]) => ({ ...counts, population: counts.n + others }));

  it('ends where the corrected score test begins to reject, in whole numbers', () => {
    fc.assert(
      fc.property(withPopulation, ({ k, n, population }) => {
        const interval = wilsonIntervalFinite(k, n, population)!;
        expect(endsAreExact(interval, 1e-8, k, n, population)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('lies inside the one without', () => {
    fc.assert(
      fc.property(withPopulation, ({ k, n, population }) => {
        const known = wilsonIntervalFinite(k, n, population)!;
        const unknown = wilsonInterval(k, n)!;
        expect(known.low).toBeGreaterThanOrEqual(unknown.low - 1e-9);
        expect(known.high).toBeLessThanOrEqual(unknown.high + 1e-9);
      }),
    );
  });

  it('comes close to it when there are very many', () => {
    const known = wilsonIntervalFinite(93, 100, 1_000_000_000)!;
    const unknown = wilsonInterval(93, 100)!;
    expect(known.low).toBeCloseTo(unknown.low, 4);
    expect(known.high).toBeCloseTo(unknown.high, 4);
  });
});

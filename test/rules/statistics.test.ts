import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cautiousSum,
  plainDay,
  probabilityOfAtLeast,
  probabilityOfNone,
  usualCountOf,
} from '../../server/statistics/count-tails.ts';
import { computeFisherExact, fisherExact, fisherGreater } from '../../server/statistics/fisher.ts';
import { holm } from '../../server/statistics/holm.ts';
import { median, quantile } from '../../server/statistics/quantile.ts';

describe('a quantile', () => {
  it('is the smallest value that at least that share does not exceed', () => {
    const twenty = Array.from({ length: 20 }, (_, index) => index + 1);
    expect([0, 0.05, 0.051, 0.5, 0.9, 1].map((share) => quantile(twenty, share))).toEqual([
      1, 1, 2, 10, 18, 20,
    ]);
    expect(quantile([], 0.5)).toBeNaN();
  });

  it('at one half is the median, in whatever order the values are', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 3, 2, 1])).toBe(2);
  });
});

/** Twenty days; mean 10.9, sample variance 77.8/19. */
const HISTORY = [9, 12, 10, 14, 8, 11, 13, 10, 12, 9, 11, 15, 7, 12, 10, 13, 9, 11, 12, 10];

describe('the chance of so many counts or more', () => {
  // Reference values, computed independently with log-gamma and plain sums.
  it.each([
    [31, 24, 24, 0.095848401779485],
    [5, 0.5, 0.5, 0.000172115629955841],
    [41, 12, 30, 0.000126995698428565],
    [500, 400, 4000, 0.0651151925761709],
  ])('%i of a mean of %d and a variance of %d', (least, mean, variance, expected) => {
    const p = probabilityOfAtLeast(least, { mean, variance });
    expect(p / expected).toBeCloseTo(1, 9);
  });

  it('is exact where it can be counted by hand: two failures with a chance of one in three', () => {
    const distribution = { mean: 4, variance: 12 };
    expect(probabilityOfAtLeast(10, distribution)).toBeCloseTo(13_312 / 177_147, 12);
    expect(probabilityOfNone(distribution)).toBeCloseTo(1 / 9, 12);
  });

  it('begins at one, falls with every ballot, and none is what one or more is not', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 400, noNaN: true }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        fc.integer({ min: 1, max: 600 }),
        (mean, excess, least) => {
          const distribution = { mean, variance: mean * (1 + excess) };
          const p = probabilityOfAtLeast(least, distribution);
          expect(probabilityOfAtLeast(0, distribution)).toBe(1);
          expect(p).toBeLessThanOrEqual(probabilityOfAtLeast(least - 1, distribution) + 1e-12);
          expect(probabilityOfNone(distribution) + probabilityOfAtLeast(1, distribution)).toBeCloseTo(1, 9);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('grows with the variance, far from the mean', () => {
    expect(probabilityOfAtLeast(41, { mean: 12, variance: 30 })).toBeGreaterThan(
      1_000 * probabilityOfAtLeast(41, { mean: 12, variance: 12 }),
    );
  });

  it.each([
    [{ mean: 0, variance: 1 }, 1],
    [{ mean: 3, variance: 2 }, 1],
    [{ mean: 3, variance: Number.POSITIVE_INFINITY }, 1],
    [{ mean: 3, variance: 3 }, 1.5],
    [{ mean: 3, variance: 3 }, -1],
  ])('refuses what is none: %o, %d', (distribution, least) => {
    expect(() => probabilityOfAtLeast(least, distribution)).toThrow(RangeError);
  });
});

describe('what is usual', () => {
  it('is the mean and the sample variance of the days; two days at least', () => {
    const usual = usualCountOf(HISTORY);
    expect(usual).toMatchObject({ days: 20, mean: 10.9 });
    expect(usual?.variance).toBeCloseTo(77.8 / 19, 10);
    expect(usualCountOf([4])).toBeNull();
  });

  it('is taken one standard error higher in mean and variance', () => {
    const usual = usualCountOf(HISTORY);
    if (usual === null) throw new Error('a history');
    const day = cautiousSum(usual, 1);
    // By hand: 10.9 + 1/20 + √(10.95/20), and 10.95 · 19 / 12.9549.
    expect(day.mean).toBeCloseTo(11.689932429, 8);
    expect(day.variance).toBeCloseTo(16.059589783, 8);
    expect(cautiousSum(usual, 3)).toEqual({ mean: 3 * day.mean, variance: 3 * day.variance });
    expect(probabilityOfAtLeast(27, day)).toBeCloseTo(0.00099467380083, 10);
    expect(probabilityOfAtLeast(28, day)).toBeCloseTo(0.00055198957573, 10);
  });

  it('never has a smaller variance than mean, and never a mean of 0', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 2, maxLength: 40 }), (counts) => {
        const usual = usualCountOf(counts);
        if (usual === null) throw new Error('a history');
        for (const { mean, variance } of [cautiousSum(usual, 1), cautiousSum(usual, 3), plainDay(usual)]) {
          expect(mean).toBeGreaterThan(0);
          expect(variance).toBeGreaterThanOrEqual(mean);
        }
        expect(cautiousSum(usual, 1).mean).toBeGreaterThan(usual.mean);
      }),
      { numRuns: 100 },
    );
  });
});

function choose(n: number, k: number): bigint {
  let ways = 1n;
  for (let i = 1; i <= k; i += 1) ways = (ways * BigInt(n - k + i)) / BigInt(i);
  return ways;
}

/** Fisher's two-sided p of a table, computed in integers: a quotient of sums of products of binomials. */
function exactP(a: number, b: number, c: number, d: number): number {
  const [row, otherRow, column] = [a + b, c + d, a + c];
  const waysOf = (k: number) => choose(row, k) * choose(otherRow, column - k);
  const observed = waysOf(a);
  let unlikely = 0n;
  for (let k = Math.max(0, column - otherRow); k <= Math.min(row, column); k += 1) {
    const ways = waysOf(k);
    if (ways * 10_000_000n <= observed * 10_000_001n) unlikely += ways;
  }
  const all = choose(row + otherRow, column);
  // Keeps seventeen digits of the quotient, whatever its size.
  const shift = 10n ** BigInt(Math.max(0, String(all).length - String(unlikely).length) + 17);
  return Number((unlikely * shift) / all) / Number(shift);
}

describe("Fisher's exact test, two-sided", () => {
  it.each([
    // Fisher, The Design of Experiments (1935), chapter II: the lady tasting tea; 34/70.
    ['tea', 3, 1, 1, 3, 0.4857, 4],
    // Fisher (1970), convictions of same-sex twins of criminals, as in the examples of R's fisher.test.
    ['twins', 2, 10, 15, 3, 0.0005367, 7],
    // The worked example of "Fisher's exact test" in Wikipedia: studying by sex, two-tailed.
    ['studying', 1, 9, 11, 3, 0.002759456, 9],
  ])('of the published example "%s" gives the published value', (_, a, b, c, d, p, digits) => {
    expect(fisherExact(a, b, c, d).toFixed(digits)).toBe(p.toFixed(digits));
    expect(exactP(a, b, c, d).toFixed(digits)).toBe(p.toFixed(digits));
  });

  it('is 34/70 for the tea, to the last digit', () => {
    expect(fisherExact(3, 1, 1, 3)).toBeCloseTo(34 / 70, 14);
  });

  const cell = fc.nat(60);

  it('agrees with a computation in whole numbers', () => {
    fc.assert(
      fc.property(cell, cell, cell, cell, (a, b, c, d) => {
        const [p, exact] = [fisherExact(a, b, c, d), exactP(a, b, c, d)];
        expect(Math.abs(p - exact)).toBeLessThanOrEqual(1e-11 * exact);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    [930, 70, 900, 100],
    [1860, 140, 1800, 200],
    [1990, 10, 1995, 5],
    [1000, 1000, 1, 1999],
  ])('agrees with it for large counts: %i %i / %i %i', (a, b, c, d) => {
    const [p, exact] = [fisherExact(a, b, c, d), exactP(a, b, c, d)];
    expect(Math.abs(p - exact)).toBeLessThanOrEqual(1e-9 * exact);
  });

  it('is 1 when two large sides are alike, and next to 0 when they are opposite', () => {
    expect(fisherExact(5000, 5000, 5000, 5000)).toBe(1);
    expect(fisherExact(9000, 1000, 9000, 1000)).toBe(1);
    expect(fisherExact(10_000, 0, 0, 10_000)).toBeLessThan(1e-300);
  });

  it('is 1 when a margin is empty', () => {
    expect(fisherExact(0, 0, 0, 0)).toBe(1);
    expect(fisherExact(0, 0, 3, 4)).toBe(1);
    expect(fisherExact(5, 0, 7, 0)).toBe(1);
    expect(fisherExact(0, 5, 0, 7)).toBe(1);
  });

  it('does not depend on which side or which answer stands first', () => {
    fc.assert(
      fc.property(cell, cell, cell, cell, (a, b, c, d) => {
        const p = fisherExact(a, b, c, d);
        expect(fisherExact(c, d, a, b)).toBeCloseTo(p, 10);
        expect(fisherExact(b, a, d, c)).toBeCloseTo(p, 10);
        expect(fisherExact(a, c, b, d)).toBeCloseTo(p, 10);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is the same when it is memoised', () => {
    for (let turn = 0; turn < 2; turn += 1)
      expect(fisherExact(2, 10, 15, 3)).toBe(computeFisherExact(2, 10, 15, 3));
  });

  it('refuses what is no count', () => {
    expect(() => fisherExact(-1, 1, 1, 1)).toThrow(RangeError);
    expect(() => fisherExact(0.5, 1, 1, 1)).toThrow(RangeError);
  });
});

describe("Fisher's exact test, one-sided", () => {
  it.each([
    [8, 2, 1, 5, 0.024475524475524],
    [45, 5, 300, 200, 6.53059619114404e-6],
    [28, 2, 30, 30, 2.28891915566541e-5],
    [95, 5, 40, 160, 7.45568532304757e-39],
    [0, 5, 3, 2, 1],
  ])('%i %i / %i %i', (a, b, c, d, expected) => {
    expect(fisherGreater(a, b, c, d) / expected).toBeCloseTo(1, 9);
  });

  it('equals the sum of whole numbers', () => {
    const count = fc.nat(25);
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        let atLeast = 0n;
        for (let k = a; k <= Math.min(a + b, a + c); k += 1)
          atLeast += choose(a + b, k) * choose(c + d, a + c - k);
        const all = choose(a + b + c + d, a + c);
        expect(fisherGreater(a, b, c, d)).toBeCloseTo(Number((atLeast * 10n ** 15n) / all) / 1e15, 10);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    [-1, 1, 1, 1],
    [1, 1.5, 1, 1],
  ])('refuses %d %d %d %d', (a, b, c, d) => {
    expect(() => fisherGreater(a, b, c, d)).toThrow(RangeError);
  });
});

describe("Holm's correction", () => {
  // The example of "Holm–Bonferroni method" in Wikipedia: at 0.05 only the first and the last are rejected.
  it('adjusts the published example', () => {
    const adjusted = holm([0.01, 0.04, 0.03, 0.005]);
    [0.03, 0.06, 0.06, 0.02].forEach((p, index) => {
      expect(adjusted[index]).toBeCloseTo(p, 12);
    });
    expect(adjusted.map((p) => p <= 0.05)).toEqual([true, false, false, true]);
  });

  it('leaves a single value as it is, and none as none', () => {
    expect(holm([0.04])).toEqual([0.04]);
    expect(holm([])).toEqual([]);
  });

  it('refuses what is no probability', () => {
    expect(() => holm([0.1, 1.1])).toThrow(RangeError);
    expect(() => holm([Number.NaN])).toThrow(RangeError);
  });

  const someP = fc.double({ min: 0, max: 1, noNaN: true });
  const manyP = fc.array(someP, { maxLength: 20 });

  it('never makes a value smaller, nor larger than Bonferroni would, nor larger than 1', () => {
    fc.assert(
      fc.property(manyP, (values) => {
        holm(values).forEach((adjusted, index) => {
          const p = values[index]!;
          expect(adjusted).toBeGreaterThanOrEqual(p);
          expect(adjusted).toBeLessThanOrEqual(Math.min(1, p * values.length));
        });
      }),
    );
  });

  it('keeps the order of values, equal ones equal', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 0.001, 0.01, 0.02, 0.04, 0.5, 1)), (values) => {
        const adjusted = holm(values);
        values.forEach((p, i) => {
          values.forEach((other, j) => {
            if (p < other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j]!);
            if (p === other) expect(adjusted[i]).toBe(adjusted[j]);
          });
        });
      }),
    );
  });

  it('calls what the step-down rule itself rejects', () => {
    fc.assert(
      fc.property(manyP, someP, (values, alpha) => {
        const sorted = [...values].sort((left, right) => left - right);
        const firstKept = sorted.findIndex((p, rank) => p * (sorted.length - rank) > alpha);
        const rejected = firstKept < 0 ? sorted.length : firstKept;
        expect(holm(values).filter((p) => p <= alpha)).toHaveLength(alpha >= 1 ? values.length : rejected);
      }),
    );
  });
});

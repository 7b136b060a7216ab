import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALERT_IDS } from '../../server/alert/alert.ts';
import { probabilityOfAtLeast, probabilityOfNone } from '../../server/alert/count-tails.ts';
import { FALSE_ALARMS, levelOf } from '../../server/alert/false-alarms.ts';
import { fisherGreater } from '../../server/alert/fisher-greater.ts';
import { cautiousSum, plainDay, usualCountOf } from '../../server/alert/usual-count.ts';

/** Twenty days; mean 10.9, sample variance 77.8/19. */
const HISTORY = [9, 12, 10, 14, 8, 11, 13, 10, 12, 9, 11, 15, 7, 12, 10, 13, 9, 11, 12, 10];

const choose = (n: number, k: number): bigint => {
  let ways = 1n;
  for (let i = 1; i <= k; i += 1) ways = (ways * BigInt(n - k + i)) / BigInt(i);
  return ways;
};

describe('the chance of so many ballots or more', () => {
  // Computed apart, with log-gamma and plain sums.
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
    // 10.9 + 1/20 + √(10.95/20); 10.95 · 19 / 12.9549.
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

describe('the budget of false alarms', () => {
  it('is at most a half a year for a subject, so that a counter with its unit expects one at most', () => {
    const budget = ALERT_IDS.reduce((sum, id) => sum + FALSE_ALARMS[id].budget, 0);
    expect(budget).toBeLessThanOrEqual(0.5);
  });

  it('is what the document says, kind by kind', () => {
    const rows = readFileSync('docs/alerts.md', 'utf8').match(/^\| `[a-z-]+` \|.*$/gm) ?? [];
    expect(
      rows.map((row) => {
        const [, id = '', , budget = '', oneIn = ''] = row.split('|').map((cell) => cell.trim());
        return [id.replaceAll('`', ''), Number(budget), Number(oneIn.replaceAll(' ', ''))];
      }),
    ).toEqual(ALERT_IDS.map((id) => [id, FALSE_ALARMS[id].budget, Math.floor(1 / levelOf(id) + 1e-9)]));
  });

  it('gives every test its level', () => {
    expect(levelOf('sudden-rise')).toBeCloseTo(0.0004, 12);
    for (const id of ALERT_IDS) {
      expect(levelOf(id)).toBeGreaterThan(0);
      expect(levelOf(id)).toBeLessThan(0.001);
    }
  });
});

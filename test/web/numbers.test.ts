import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countForTarget,
  decimalsForShare,
  formatCount,
  formatPercent,
  formatPoints,
  formatShare,
  formatTarget,
} from '../../web/formatting/numbers.ts';

/** Parses a Vietnamese percentage as a fraction of integers: 93,05% is 9305 / 100. */
function readPercent(text: string): { units: bigint; scale: bigint } {
  const match = /^((?:\d{1,3})(?:\.\d{3})*),(\d+)%$/.exec(text);
  if (!match) throw new Error(`not a percentage: ${text}`);
  const decimals = match[2] ?? '';
  return {
    units: BigInt((match[1] ?? '').replaceAll('.', '') + decimals),
    scale: 10n ** BigInt(decimals.length),
  };
}

const side = (left: bigint, right: bigint): number => (left < right ? -1 : left > right ? 1 : 0);

const shares = fc
  .integer({ min: 1, max: 2_000_000 })
  .chain((denominator) => fc.tuple(fc.integer({ min: 0, max: denominator }), fc.constant(denominator)));
/** In hundredths of a percent. */
const targets = fc.integer({ min: 0, max: 10_000 });

describe('numbers on screen', () => {
  it('groups thousands with a point in Vietnamese and a comma in English', () => {
    expect(formatCount(0, 'vi')).toBe('0');
    expect(formatCount(999, 'vi')).toBe('999');
    expect(formatCount(1000, 'vi')).toBe('1.000');
    expect(formatCount(1_234_567, 'vi')).toBe('1.234.567');
    expect(formatCount(1_234_567, 'en')).toBe('1,234,567');
    expect(formatCount(-1200, 'vi')).toBe('−1.200');
  });

  it('agrees with the platform on grouping', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 40 }), (count) => {
        expect(formatCount(count, 'vi')).toBe(count.toLocaleString('vi-VN'));
        expect(formatCount(count, 'en')).toBe(count.toLocaleString('en-US'));
      }),
    );
  });

  it('writes a share with one decimal, a decimal comma and no space', () => {
    expect(formatShare(93, 100, 90, 'vi')).toBe('93,0%');
    expect(formatShare(93, 100, 90, 'en')).toBe('93.0%');
    expect(formatShare(1, 3, null, 'vi')).toBe('33,3%');
    expect(formatShare(2, 3, null, 'vi')).toBe('66,7%');
    expect(formatShare(0, 30, 90, 'vi')).toBe('0,0%');
    expect(formatShare(30, 30, 90, 'vi')).toBe('100,0%');
  });

  it('takes more decimals rather than rounding onto or across the target', () => {
    expect(formatShare(8996, 10_000, 90, 'vi')).toBe('89,96%');
    expect(formatShare(89_999, 100_000, 90, 'vi')).toBe('89,999%');
    expect(formatShare(90_001, 100_000, 90, 'vi')).toBe('90,001%');
    expect(formatShare(90, 100, 90, 'vi')).toBe('90,0%');
    expect(formatShare(9225, 10_000, 92.25, 'vi')).toBe('92,25%');
    expect(formatPercent(89.96, 90, 'vi')).toBe('89,96%');
    expect(formatPercent(86.25, 90, 'vi')).toBe('86,3%');
  });

  it('never stands on another side of the target than the exact share', () => {
    fc.assert(
      fc.property(shares, targets, ([numerator, denominator], target) => {
        const { units, scale } = readPercent(formatShare(numerator, denominator, target / 100, 'vi'));
        const exact = side(BigInt(numerator) * 10_000n, BigInt(target) * BigInt(denominator));
        expect(side(units * 100n, BigInt(target) * scale)).toBe(exact);
      }),
    );
  });

  it('is never off by more than half of its last digit', () => {
    fc.assert(
      fc.property(shares, targets, ([numerator, denominator], target) => {
        const { units, scale } = readPercent(formatShare(numerator, denominator, target / 100, 'vi'));
        const off = units * BigInt(denominator) - 100n * BigInt(numerator) * scale;
        expect((off < 0n ? -off : off) * 2n <= BigInt(denominator)).toBe(true);
      }),
    );
  });

  it('takes no more decimals than it must', () => {
    fc.assert(
      fc.property(shares, targets, ([numerator, denominator], target) => {
        const decimals = decimalsForShare(numerator, denominator, target / 100);
        expect(decimals).toBeGreaterThanOrEqual(1);
        if (decimals === 1) return;
        const scale = 10n ** BigInt(decimals - 1);
        const n = BigInt(denominator);
        const fewer = (200n * BigInt(numerator) * scale + n) / (2n * n);
        const exact = side(BigInt(numerator) * 10_000n, BigInt(target) * n);
        expect(side(fewer * 100n, BigInt(target) * scale)).not.toBe(exact);
      }),
    );
  });

  it('refuses a share of nobody', () => {
    expect(() => formatShare(0, 0, 90, 'vi')).toThrow(RangeError);
  });

  it('writes a target as it was set', () => {
    expect(formatTarget(90, 'vi')).toBe('90%');
    expect(formatTarget(92.5, 'vi')).toBe('92,5%');
    expect(formatTarget(92.25, 'en')).toBe('92.25%');
    expect(formatTarget(100, 'vi')).toBe('100%');
    expect(formatTarget(0, 'vi')).toBe('0%');
  });

  it('gives a difference no sign, as the words around it have the direction', () => {
    expect(formatPoints(3, 'vi')).toBe('3,0');
    expect(formatPoints(-12.5, 'vi')).toBe('12,5');
    expect(formatPoints(2.6, 'en')).toBe('2.6');
    expect(formatPoints(0, 'vi')).toBe('0,0');
  });

  it('counts the fewest satisfied that reach the target, and one fewer does not', () => {
    expect(countForTarget(100, 90)).toBe(90);
    expect(countForTarget(31, 90)).toBe(28);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), targets, (denominator, target) => {
        const count = countForTarget(denominator, target / 100);
        expect(count * 10_000).toBeGreaterThanOrEqual(target * denominator);
        expect((count - 1) * 10_000).toBeLessThan(target * denominator);
      }),
    );
  });
});

describe('decimals on the screen', () => {
  const decimals = (numerator: number, denominator: number, targetPercent: number | null = 90) =>
    decimalsForShare(numerator, denominator, targetPercent);

  it('are one where the figure is far from the target', () => {
    expect(decimals(93, 100)).toBe(1);
    expect(decimals(1, 3)).toBe(1);
    expect(decimals(0, 5)).toBe(1);
    expect(decimals(899, 1000)).toBe(1);
  });

  it('are as many as it takes not to land on the target', () => {
    expect(decimals(2249, 2500)).toBe(2); // 89.96
    expect(decimals(1799, 2000)).toBe(2); // 89.95, which rounds half up
    expect(decimals(1801, 2001)).toBe(3); // 90.005, at two decimals 90.00
    expect(decimals(89_999, 100_000)).toBe(3); // 89.999
    expect(decimals(90_001, 100_000)).toBe(3); // 90.001
    expect(decimals(899_999, 1_000_000)).toBe(4);
  });

  it('are as many as it takes not to cross a target with decimals', () => {
    expect(decimals(9046, 10_000, 90.45)).toBe(1); // at one decimal 90.5, above
    expect(decimals(9044, 10_000, 90.45)).toBe(1); // at one decimal 90.4, below
    expect(decimals(9046, 10_000, 90.48)).toBe(2); // at one decimal 90.5, across
    expect(decimals(9054, 10_000, 90.52)).toBe(2); // at one decimal 90.5, across
  });

  it('are one where the share equals the target, or two where the target has two', () => {
    expect(decimals(90, 100)).toBe(1);
    expect(decimals(905, 1000, 90.5)).toBe(1);
    expect(decimals(9055, 10_000, 90.55)).toBe(2);
  });

  it('are one without a target', () => {
    expect(decimals(89_999, 100_000, null)).toBe(1);
  });

  it('are asked for shares only', () => {
    expect(() => decimals(0, 0)).toThrow(RangeError);
    expect(() => decimals(1.5, 3)).toThrow(RangeError);
  });

  const someShare = fc
    .tuple(
      fc.integer({ min: 1, max: 200_000 }),
      fc.integer({ min: 0, max: 10_000 }),
      fc.integer({ min: -3, max: 3 }),
    )
    .map(([denominator, hundredths, off]) => ({
      numerator: Math.min(denominator, Math.max(0, Math.round((hundredths * denominator) / 10_000) + off)),
      denominator,
      hundredths,
    }));

  it('show, as a Vietnamese reader sees it, the side on which the exact share lies', () => {
    fc.assert(
      fc.property(someShare, ({ numerator, denominator, hundredths }) => {
        const places = decimals(numerator, denominator, hundredths / 100);
        const exact = Math.sign(numerator * 10_000 - hundredths * denominator);
        const side = (digits: number) => {
          const text = ((100 * numerator) / denominator).toLocaleString('vi-VN', {
            minimumFractionDigits: digits,
            maximumFractionDigits: digits,
          });
          const [whole, fraction = ''] = text.split(',');
          const shown = BigInt(`${whole}${fraction.padEnd(12, '0')}`);
          return Math.sign(Number(shown - BigInt(hundredths) * 10n ** 10n));
        };
        expect(side(places)).toBe(exact);
        for (let fewer = 1; fewer < places; fewer += 1) expect(side(fewer)).not.toBe(exact);
      }),
      { numRuns: 3000 },
    );
  });
});

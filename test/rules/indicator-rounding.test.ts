import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalsForScreen, roundForData } from '../../server/indicator/rounding.ts';

describe('a figure in data', () => {
  it.each([
    [93, 93],
    [93.2038834951, 93.2],
    [41.666666666666664, 41.67],
    [1.005, 1.01],
    [1.115, 1.12],
    [2.675, 2.68],
    [8.345, 8.35],
    [1.0049999, 1],
    [89.995, 90],
    [99.994999, 99.99],
    [0.005, 0.01],
    [0.0049, 0],
    [1e-9, 0],
    [-1.005, -1.01],
    [-2.5, -2.5],
    [-0.001, 0],
    [0, 0],
  ])('%f is %f: two decimals at most, halves away from zero', (value, expected) => {
    expect(roundForData(value)).toBe(expected);
  });

  it('is never minus zero', () => {
    expect(Object.is(roundForData(-0.001), 0)).toBe(true);
    expect(Object.is(roundForData(-0), 0)).toBe(true);
  });

  it('is a number', () => {
    expect(() => roundForData(Number.NaN)).toThrow(RangeError);
    expect(() => roundForData(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });

  it('is rounded as the decimal number that a person would write', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (thousandths) => {
        const expected = Math.floor((thousandths + 5) / 10) / 100;
        expect(roundForData(thousandths / 1000)).toBe(expected);
        expect(roundForData(-thousandths / 1000)).toBe(expected === 0 ? 0 : -expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('is a share rounded as its exact fraction', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(1_000_000), (n, raw) => {
        const k = raw % (n + 1);
        const hundredths = (2n * 10_000n * BigInt(k) + BigInt(n)) / (2n * BigInt(n));
        expect(roundForData((100 * k) / n)).toBe(Number(hundredths) / 100);
      }),
      { numRuns: 5000 },
    );
  });

  it('stays as it is when rounded again', () => {
    fc.assert(
      fc.property(fc.double({ min: -1000, max: 1000, noNaN: true }), (value) => {
        const rounded = roundForData(value);
        expect(roundForData(rounded)).toBe(rounded);
        expect(Math.abs(rounded - value)).toBeLessThanOrEqual(0.005 + 1e-9);
      }),
    );
  });
});

describe('decimals on the screen', () => {
  const decimals = (numerator: number, denominator: number, targetPercent: number | null = 90) =>
    decimalsForScreen({ numerator, denominator, targetPercent });

  it('are one where the figure is far from the target', () => {
    expect(decimals(93, 100)).toBe(1);
    expect(decimals(1, 3)).toBe(1);
    expect(decimals(0, 5)).toBe(1);
    expect(decimals(899, 1000)).toBe(1);
  });

  it('are as many as it takes not to land on the target', () => {
    expect(decimals(2249, 2500)).toBe(2); // 89.96
    expect(decimals(1799, 2000)).toBe(2); // 89.95, of which the half would go up
    expect(decimals(1801, 2001)).toBe(3); // 90.005, at two digits 90.00
    expect(decimals(89_999, 100_000)).toBe(3); // 89.999
    expect(decimals(90_001, 100_000)).toBe(3); // 90.001
    expect(decimals(899_999, 1_000_000)).toBe(4);
  });

  it('are as many as it takes not to cross a target with decimals', () => {
    expect(decimals(9046, 10_000, 90.45)).toBe(1); // at one digit 90.5, above
    expect(decimals(9044, 10_000, 90.45)).toBe(1); // at one digit 90.4, below
    expect(decimals(9046, 10_000, 90.48)).toBe(2); // at one digit 90.5, across
    expect(decimals(9054, 10_000, 90.52)).toBe(2); // at one digit 90.5, across
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

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundForData } from '../../server/indicator/rounding.ts';

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

  it('does not change when rounded again', () => {
    fc.assert(
      fc.property(fc.double({ min: -1000, max: 1000, noNaN: true }), (value) => {
        const rounded = roundForData(value);
        expect(roundForData(rounded)).toBe(rounded);
        expect(Math.abs(rounded - value)).toBeLessThanOrEqual(0.005 + 1e-9);
      }),
    );
  });
});

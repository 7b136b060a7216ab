import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeVerdict, type VerdictInput } from '../../server/indicator/verdict.ts';
import { wilsonInterval } from '../../server/statistics/wilson-interval.ts';

const judge = (numerator: number, denominator: number, rest: Partial<VerdictInput> = {}) =>
  computeVerdict({
    numerator,
    denominator,
    targetPercent: 90,
    minimumN: 30,
    ...rest,
  });

describe('the verdict', () => {
  it('has no verdict below the minimum, however good the ballots', () => {
    const nothing = { verdict: 'too-few', certain: false };
    expect(judge(11, 12)).toEqual(nothing);
    expect(judge(27, 30, { minimumN: 31 })).toEqual(nothing);
    expect(judge(0, 29)).toEqual(nothing);
    expect(judge(0, 0)).toEqual(nothing);
    expect(judge(0, 0, { minimumN: 0 })).toEqual(nothing);
    expect(judge(30, 30).verdict).toBe('met');
  });

  it.each([
    [940, 1000, 'met', true],
    [93, 100, 'met', false],
    [310, 400, 'not-met', true],
    [88, 100, 'not-met', false],
    // A share equal to the target never becomes certain, whatever the number of ballots.
    [90, 100, 'met', false],
    [910, 1000, 'met', false],
  ])('of %i in %i is %s, certain: %s', (numerator, denominator, verdict, certain) => {
    expect(judge(numerator, denominator)).toEqual({ verdict, certain });
  });

  it('is never decided by a rounded figure', () => {
    expect(judge(89_999, 100_000).verdict).toBe('not-met');
    expect(judge(90_000, 100_000).verdict).toBe('met');
  });

  it('holds targets with decimals exactly', () => {
    // In binary floating point, 0.291 × 1000 is 290.99… and 100 × 33.35 is 3335.0000000000005.
    expect(judge(291, 1000, { targetPercent: 29.1 }).verdict).toBe('met');
    expect(judge(667, 2000, { targetPercent: 33.35 }).verdict).toBe('met');
    expect(judge(666, 2000, { targetPercent: 33.35 }).verdict).toBe('not-met');
  });

  it('works at the ends of the scale', () => {
    expect(judge(0, 50, { targetPercent: 0 })).toEqual({ verdict: 'met', certain: true });
    expect(judge(50, 50, { targetPercent: 100 })).toEqual({ verdict: 'met', certain: false });
    expect(judge(49, 50, { targetPercent: 100 })).toEqual({ verdict: 'not-met', certain: true });
  });

  it('refuses what is no target and no count', () => {
    for (const targetPercent of [-0.01, 100.01, 90.005, Number.NaN]) {
      expect(() => judge(93, 100, { targetPercent }), String(targetPercent)).toThrow(RangeError);
    }
    expect(() => judge(101, 100)).toThrow(RangeError);
  });
});

describe('every verdict', () => {
  const someInput = fc
    .record({
      denominator: fc.integer({ min: 1, max: 5000 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      hundredths: fc.integer({ min: 0, max: 10_000 }),
      minimumN: fc.constantFrom(1, 5, 30),
    })
    .map(({ denominator, share, hundredths, minimumN }) => ({
      numerator: Math.round(share * denominator),
      denominator,
      targetPercent: hundredths / 100,
      minimumN,
    }));
  /** Shares close to the target, the hard cases. */
  const nearInput = fc.tuple(someInput, fc.integer({ min: -3, max: 3 })).map(([input, off]) => ({
    ...input,
    numerator: Math.min(
      input.denominator,
      Math.max(0, Math.round((input.targetPercent / 100) * input.denominator) + off),
    ),
  }));
  const anyInput = fc.oneof(someInput, nearInput);
  const runs = { numRuns: 2000 };

  it('agrees with the exact fractions', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { verdict } = computeVerdict(input);
        const share = BigInt(input.numerator) * 10_000n;
        const target = BigInt(Math.round(input.targetPercent * 100)) * BigInt(input.denominator);
        if (input.denominator < input.minimumN) expect(verdict).toBe('too-few');
        else expect(verdict).toBe(share >= target ? 'met' : 'not-met');
      }),
      runs,
    );
  });

  it('is certain exactly when its interval lies on its side of the target', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { verdict, certain } = computeVerdict(input);
        const { low, high } = wilsonInterval(input.numerator, input.denominator)!;
        if (verdict === 'met') expect(certain).toBe(low >= input.targetPercent);
        else if (verdict === 'not-met') expect(certain).toBe(high < input.targetPercent);
        else expect(certain).toBe(false);
      }),
      runs,
    );
  });
});

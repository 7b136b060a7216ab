import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeVerdict, MAX_MORE_BALLOTS, type VerdictInput } from '../../server/indicator/verdict.ts';
import { wilsonInterval, wilsonIntervalOfShare } from '../../server/statistics/wilson-interval.ts';

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
    const nothing = {
      verdict: 'too-few',
      is_exactly_target: false,
      certain: false,
      more_ballots_needed: null,
      cannot_settle: null,
      missing_satisfied: 0,
    };
    expect(judge(11, 12)).toEqual(nothing);
    expect(judge(27, 30, { minimumN: 31 })).toEqual(nothing);
    expect(judge(0, 29)).toEqual(nothing);
    expect(judge(0, 0)).toEqual(nothing);
    expect(judge(0, 0, { minimumN: 0 })).toEqual(nothing);
    expect(judge(30, 30).verdict).toBe('met');
  });

  it('is met and certain with 940 of 1 000', () => {
    expect(judge(940, 1000)).toEqual({
      verdict: 'met',
      is_exactly_target: false,
      certain: true,
      more_ballots_needed: null,
      cannot_settle: null,
      missing_satisfied: 0,
    });
  });

  it('is met but not certain with 93 of 100, and 285 more would settle it', () => {
    expect(judge(93, 100)).toEqual({
      verdict: 'met',
      is_exactly_target: false,
      certain: false,
      more_ballots_needed: 285,
      cannot_settle: null,
      missing_satisfied: 0,
    });
  });

  it('is not met and certain with 310 of 400', () => {
    expect(judge(310, 400)).toMatchObject({ verdict: 'not-met', certain: true, missing_satisfied: 50 });
  });

  it('is not met and not certain with 88 of 100: two more satisfied would equal the target', () => {
    expect(judge(88, 100)).toMatchObject({
      verdict: 'not-met',
      certain: false,
      more_ballots_needed: 765,
      cannot_settle: null,
      missing_satisfied: 2,
    });
  });

  it('is met when the share is exactly the target, which no number of ballots settles', () => {
    expect(judge(90, 100)).toEqual({
      verdict: 'met',
      is_exactly_target: true,
      certain: false,
      more_ballots_needed: null,
      cannot_settle: 'equal',
      missing_satisfied: 0,
    });
  });

  it('is never decided by a rounded figure', () => {
    expect(judge(89_999, 100_000).verdict).toBe('not-met');
    expect(judge(89_999, 100_000).missing_satisfied).toBe(1);
    expect(judge(90_001, 100_000)).toMatchObject({ verdict: 'met', is_exactly_target: false });
  });

  it('holds targets with decimals exactly', () => {
    // In binary, 0.291 × 1000 is 290.99… and 100 × 33.35 is 3335.0000000000005.
    expect(judge(291, 1000, { targetPercent: 29.1 }).is_exactly_target).toBe(true);
    expect(judge(667, 2000, { targetPercent: 33.35 })).toMatchObject({
      verdict: 'met',
      is_exactly_target: true,
    });
    expect(judge(666, 2000, { targetPercent: 33.35 })).toMatchObject({
      verdict: 'not-met',
      missing_satisfied: 1,
    });
  });

  it('cannot become certain when more than 2 000 ballots are needed', () => {
    expect(judge(910, 1000)).toMatchObject({
      certain: false,
      more_ballots_needed: null,
      cannot_settle: 'limit',
    });
  });

  it('works at the ends of the scale', () => {
    expect(judge(0, 50, { targetPercent: 0 })).toMatchObject({
      verdict: 'met',
      certain: true,
      cannot_settle: null,
    });
    expect(judge(50, 50, { targetPercent: 100 })).toMatchObject({
      verdict: 'met',
      is_exactly_target: true,
      certain: false,
      cannot_settle: 'equal',
    });
    expect(judge(49, 50, { targetPercent: 100 })).toMatchObject({
      verdict: 'not-met',
      certain: true,
      missing_satisfied: 1,
    });
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
        const { verdict, is_exactly_target } = computeVerdict(input);
        const share = BigInt(input.numerator) * 10_000n;
        const target = BigInt(Math.round(input.targetPercent * 100)) * BigInt(input.denominator);
        if (input.denominator < input.minimumN) expect(verdict).toBe('too-few');
        else {
          expect(verdict).toBe(share >= target ? 'met' : 'not-met');
          expect(is_exactly_target).toBe(share === target);
        }
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

  it('is either certain, or says how many more ballots, or why none help', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const result = computeVerdict(input);
        const said = [result.certain, result.more_ballots_needed !== null, result.cannot_settle !== null];
        expect(said.filter(Boolean)).toHaveLength(result.verdict === 'too-few' ? 0 : 1);
      }),
      runs,
    );
  });

  it('asks for the fewest ballots that settle it, and for no more than there can be', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { verdict, more_ballots_needed: more } = computeVerdict(input);
        fc.pre(more !== null);
        const { numerator, denominator, targetPercent } = input;
        const clears = (n: number): boolean => {
          const { low, high } = wilsonIntervalOfShare(numerator / denominator, n);
          return verdict === 'met' ? low >= targetPercent : high < targetPercent;
        };
        expect(clears(denominator + more)).toBe(true);
        expect(clears(denominator + more - 1)).toBe(false);
        expect(more).toBeGreaterThanOrEqual(1);
        expect(more).toBeLessThanOrEqual(MAX_MORE_BALLOTS);
      }),
      runs,
    );
  });

  it('would be met by the people missing, and by none fewer', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { verdict, missing_satisfied: missing } = computeVerdict(input);
        if (verdict !== 'not-met') expect(missing).toBe(0);
        else {
          const withMore = (more: number) => computeVerdict({ ...input, numerator: input.numerator + more });
          expect(missing).toBeGreaterThanOrEqual(1);
          expect(withMore(missing).verdict).toBe('met');
          expect(withMore(missing - 1).verdict).toBe('not-met');
        }
      }),
      runs,
    );
  });
});

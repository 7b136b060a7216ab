import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeMeanScore, MEAN_SCORE } from '../../server/indicator/mean-score.v1.ts';
import { computeShareSatisfied, SHARE_SATISFIED } from '../../server/indicator/share-satisfied.v1.ts';
import { addLevels, type LevelCounts } from '../../server/tally/level-counts.ts';

const count = fc.nat(100_000);
const someLevels: fc.Arbitrary<LevelCounts> = fc.tuple(count, count, count, count, count);

describe('share-satisfied/1', () => {
  it('is named in every output', () => {
    expect(SHARE_SATISFIED).toBe('share-satisfied/1');
  });

  it('is levels 4 and 5 of all five, with neither and not satisfied apart', () => {
    expect(computeShareSatisfied([1, 2, 4, 50, 43])).toEqual({
      numerator: 93,
      denominator: 100,
      neutral: 4,
      dissatisfied: 3,
      percent: 93,
    });
  });

  it('is 100 when all answer 4', () => {
    expect(computeShareSatisfied([0, 0, 0, 7, 0]).percent).toBe(100);
  });

  it('is not known when nobody answered, and 0 when nobody is satisfied', () => {
    expect(computeShareSatisfied([0, 0, 0, 0, 0]).percent).toBeNull();
    expect(computeShareSatisfied([0, 0, 1, 0, 0]).percent).toBe(0);
  });

  it('is not rounded', () => {
    expect(computeShareSatisfied([0, 0, 7, 96, 0]).percent).toBe(9600 / 103);
  });

  it('puts every answer into one of three groups', () => {
    fc.assert(
      fc.property(someLevels, (levels) => {
        const { numerator, neutral, dissatisfied, denominator } = computeShareSatisfied(levels);
        expect(numerator + neutral + dissatisfied).toBe(denominator);
      }),
    );
  });

  it('lies between 0 and 100, and never falls by one more satisfied person', () => {
    fc.assert(
      fc.property(someLevels, fc.constantFrom(3, 4), (levels, place) => {
        const more = levels.map((n, index) => (index === place ? n + 1 : n)) as unknown as LevelCounts;
        const before = computeShareSatisfied(levels).percent ?? 0;
        const after = computeShareSatisfied(more).percent!;
        expect(before).toBeGreaterThanOrEqual(0);
        expect(after).toBeLessThanOrEqual(100);
        expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('of two sets together counts what each counts', () => {
    fc.assert(
      fc.property(someLevels, someLevels, (left, right) => {
        const [one, other] = [computeShareSatisfied(left), computeShareSatisfied(right)];
        const both = computeShareSatisfied(addLevels(left, right));
        expect(both.numerator).toBe(one.numerator + other.numerator);
        expect(both.denominator).toBe(one.denominator + other.denominator);
      }),
    );
  });
});

describe('mean-score/1', () => {
  it('is named in every output', () => {
    expect(MEAN_SCORE).toBe('mean-score/1');
  });

  it('is 20 when all answer 1, 80 when all answer 4, 100 when all answer 5', () => {
    expect(computeMeanScore([3, 0, 0, 0, 0])).toBe(20);
    expect(computeMeanScore([0, 0, 0, 9, 0])).toBe(80);
    expect(computeMeanScore([0, 0, 0, 0, 1])).toBe(100);
  });

  it('is the mean level over five', () => {
    expect(computeMeanScore([1, 2, 4, 50, 43])).toBeCloseTo((4.32 / 5) * 100, 10);
  });

  it('is not known when nobody answered', () => {
    expect(computeMeanScore([0, 0, 0, 0, 0])).toBeNull();
  });

  it('lies between 20 and 100 and mirrors with the scale', () => {
    fc.assert(
      fc.property(someLevels, (levels) => {
        const score = computeMeanScore(levels);
        fc.pre(score !== null);
        expect(score).toBeGreaterThanOrEqual(20);
        expect(score).toBeLessThanOrEqual(100);
        const mirrored = computeMeanScore([...levels].reverse() as unknown as LevelCounts);
        expect(mirrored).toBeCloseTo(120 - score, 9);
      }),
    );
  });
});

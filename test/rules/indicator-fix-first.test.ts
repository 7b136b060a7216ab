import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankFixFirst } from '../../server/indicator/fix-first.ts';
import type { LevelCounts } from '../../server/tally/level-counts.ts';

describe('what to fix first', () => {
  it('is what most of those not satisfied marked low', () => {
    const ranked = rankFixFirst(
      { i25: [1, 2, 1, 9, 9], i34: [5, 5, 5, 0, 0], i31: [3, 3, 3, 0, 0] },
      [6, 8, 10, 50, 26],
    );
    expect(ranked).toEqual([
      { item: 'i34', marked_low: 15, dissatisfied_total: 24 },
      { item: 'i31', marked_low: 9, dissatisfied_total: 24 },
      { item: 'i25', marked_low: 4, dissatisfied_total: 24 },
    ]);
  });

  it('ignores people who are satisfied overall', () => {
    expect(rankFixFirst({ i25: [0, 0, 0, 40, 40] }, [0, 0, 10, 50, 50])).toEqual([]);
  });

  it('puts items with the same count in the order given', () => {
    const low: Record<string, LevelCounts> = { i34: [0, 0, 3, 0, 0], i25: [3, 0, 0, 0, 0] };
    const items = (order?: string[]) => rankFixFirst(low, [5, 0, 5, 0, 0], order).map(({ item }) => item);
    expect(items()).toEqual(['i34', 'i25']);
    expect(items(['i25', 'i28', 'i34'])).toEqual(['i25', 'i34']);
  });

  it('is nothing when nobody is dissatisfied', () => {
    expect(rankFixFirst({}, [0, 0, 0, 50, 50])).toEqual([]);
    expect(rankFixFirst({}, [0, 0, 0, 0, 0])).toEqual([]);
  });

  it('is not said of fewer than five people', () => {
    const low: Record<string, LevelCounts> = { i34: [2, 1, 1, 0, 0] };
    expect(rankFixFirst(low, [2, 1, 1, 90, 90])).toEqual([]);
    expect(rankFixFirst(low, [2, 1, 2, 90, 90])).toEqual([
      { item: 'i34', marked_low: 4, dissatisfied_total: 5 },
    ]);
  });

  const count = fc.nat(20);
  const someLevels: fc.Arbitrary<LevelCounts> = fc.tuple(count, count, count, count, count);
  const someLow = fc.dictionary(fc.constantFrom('i25', 'i28', 'i31', 'i32', 'i34', 'i37'), someLevels);

  it('is sorted by number, lists each item once, and none that nobody marked', () => {
    fc.assert(
      fc.property(someLow, someLevels, (low, overall) => {
        const ranked = rankFixFirst(low, overall);
        const marks = ranked.map(({ marked_low }) => marked_low);
        expect(marks).toEqual([...marks].sort((left, right) => right - left));
        expect(new Set(ranked.map(({ item }) => item)).size).toBe(ranked.length);
        expect(marks.every((marked) => marked > 0)).toBe(true);
        for (const { item, marked_low, dissatisfied_total } of ranked) {
          const [one, two, three] = low[item]!;
          expect(marked_low).toBe(one + two + three);
          expect(dissatisfied_total).toBeGreaterThanOrEqual(5);
        }
      }),
    );
  });
});

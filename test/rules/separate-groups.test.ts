import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isolatesFew, separateGroups } from '../../server/disclosure/separate-groups.ts';
import type { LevelCounts } from '../../server/tally/level-counts.ts';

/** A release per row: its day, then the ballots of each group, all at level 5. */
const releases = (...rows: readonly (readonly [day: number, groups: Record<string, number>])[]) =>
  rows.map(([day, groups]) => ({
    day: `2024-01-${String(day).padStart(2, '0')}`,
    groups: new Map(Object.entries(groups).map(([id, n]): [string, LevelCounts] => [id, [0, 0, 0, 0, n]])),
  }));

const separate = (rows: ReturnType<typeof releases>, isFinished = false) =>
  Object.fromEntries([...separateGroups(rows, isFinished)].map(([id, levels]) => [id, levels[4]]));

describe('groups that an official sees on a person', () => {
  it('are shown at once where all ballots are of one group, or all groups have five', () => {
    expect(separate(releases([1, { citizen: 5 }], [2, { citizen: 8, organisation: 5 }]))).toEqual({
      citizen: 13,
      organisation: 5,
    });
  });

  it('wait for days until each has five', () => {
    const rows = releases([1, { citizen: 8, organisation: 2 }], [2, { citizen: 9, organisation: 2 }]);
    expect(separate(rows)).toEqual({});
    expect(separate([...rows, ...releases([3, { citizen: 5, organisation: 1 }])])).toEqual({
      citizen: 22,
      organisation: 5,
    });
  });

  it('wait while a release of another group, subtracted, would leave fewer than five', () => {
    // 6 of the 9 slips are the whole of one release; 4 of the posters are in a release that also has slips.
    const rows = releases([1, { slip: 3, poster: 4 }], [1, { slip: 6 }], [1, { poster: 8 }]);
    expect(separate(rows)).toEqual({});
  });

  it('stay hidden when the month is over and they are too few, with another one', () => {
    const rows = releases([1, { citizen: 9, organisation: 3, 'not-said': 6 }]);
    expect(separate(rows, true)).toEqual({ citizen: 9 });
    expect(separate(releases([1, { citizen: 9, organisation: 3 }]), true)).toEqual({});
  });
});

describe('the search for few ballots that can be isolated', () => {
  /** Tests the definition directly, over all sets of groups. */
  function isolatesFewByHand(rows: readonly (readonly number[])[]): boolean {
    const width = rows[0]?.length ?? 0;
    for (let set = 1; set < 2 ** width; set += 1) {
      const isIn = (at: number) => (set & (2 ** at)) !== 0;
      const isolated = rows
        .filter((row) => row.some((n, at) => n > 0 && !isIn(at)))
        .reduce((sum, row) => sum + row.reduce((own, n, at) => own + (isIn(at) ? n : 0), 0), 0);
      if (isolated > 0 && isolated < 5) return true;
    }
    return false;
  }
  const sizesOf = (rows: readonly (readonly number[])[]) =>
    rows.map((row) => new Map(row.map((n, at): [string, number] => [`g${at}`, n])));

  it('finds what the definition finds, whatever the groups and releases', () => {
    const n = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat({ max: 3 }), fc.nat({ max: 30 }));
    const rows = fc
      .integer({ min: 1, max: 6 })
      .chain((width) =>
        fc.array(fc.array(n, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }),
      );
    const found = { yes: 0, no: 0 };
    fc.assert(
      fc.property(rows, (some) => {
        const expected = isolatesFewByHand(some);
        found[expected ? 'yes' : 'no'] += 1;
        expect(isolatesFew(sizesOf(some))).toBe(expected);
      }),
      { numRuns: 3_000 },
    );
    expect(Math.min(found.yes, found.no)).toBeGreaterThan(200);
  });

  it('ends with as many groups as two versions of a survey can have', () => {
    // Testing all sets of 25 groups would take hours.
    const width = 25;
    const row = (index: number, n: (at: number) => number) =>
      Array.from({ length: width }, (_, at) =>
        at === index % width || at === (index + 1) % width ? n(at) : 0,
      );
    const pairs = Array.from({ length: 400 }, (_, index) => row(index, () => 3));
    expect(isolatesFew(sizesOf(pairs))).toBe(false);
    expect(isolatesFew(sizesOf([...pairs, row(3, (at) => (at === 3 ? 1 : 9))]))).toBe(false);
    const chain = Array.from({ length: width - 1 }, (_, index) => row(index, () => 2));
    expect(isolatesFew(sizesOf(chain))).toBe(true);
    const alone = Array.from({ length: 400 }, (_, index) =>
      Array.from({ length: width }, (_, at) => (at === index % width ? 1 + (index % 4) : 0)),
    );
    expect(isolatesFew(sizesOf(alone))).toBe(false);
  });
});

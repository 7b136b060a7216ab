import { describe, expect, it } from 'vitest';
import { separateGroups } from '../../server/disclosure/separate-groups.ts';
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
    // Of 9 slips, 6 are all of one release; of the posters, 4 are in releases that also have slips.
    const rows = releases([1, { slip: 3, poster: 4 }], [1, { slip: 6 }], [1, { poster: 8 }]);
    expect(separate(rows)).toEqual({});
  });

  it('stay hidden when the month is over and they are too few, with another one', () => {
    const rows = releases([1, { citizen: 9, organisation: 3, 'not-said': 6 }]);
    expect(separate(rows, true)).toEqual({ citizen: 9 });
    expect(separate(releases([1, { citizen: 9, organisation: 3 }]), true)).toEqual({});
  });
});

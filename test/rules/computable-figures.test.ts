import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Groups } from '../../server/disclosure/separate-groups.ts';
import type { ShownCounts } from '../../server/disclosure/shown-counts.ts';
import { addDays, startOfDay } from '../../server/lib/day.ts';
import { lastFourWeeks, listNamedPeriodsTouching } from '../../server/period/period.ts';
import type { LevelCounts } from '../../server/tally/level-counts.ts';
import {
  COUNTERS,
  FIRST_DAY,
  type HistoryBallot,
  LAST_DAY,
  type StoredHistory,
  showPeriod,
  someHistory,
  someYear,
  storeHistory,
} from '../helpers/ballot-history.ts';
import { findComputableGroups } from '../helpers/computable-groups.ts';

// All figures that a signed-in role or an API key can request on any day, taken together, must not reveal what fewer
// than five people answered; checked by exact linear algebra.

const BITS = 50;
/** Number of random years; 200 take minutes and are checked on demand. */
const YEARS = Number(process.env.RANDOM_YEARS ?? 8);

/**
 * Marks each ballot: levels 1 to 4 have fractions 2⁻³…2⁻⁵² of up to fifty ballots each, so a sum shows which ballots
 * it contains. The fractions add up to less than one ballot, so that no group is mistaken for a larger one.
 */
function markBallots(history: readonly HistoryBallot[]): StoredHistory {
  const stored = storeHistory(history.map((ballot): HistoryBallot => ({ ...ballot, level: 5 })));
  const marked = (index: number): LevelCounts => {
    const fraction = (slot: number) => (Math.floor(index / BITS) === slot ? 2 ** -(3 + (index % BITS)) : 0);
    return [fraction(0), fraction(1), fraction(2), fraction(3), 1];
  };
  let next = 0;
  return {
    days: stored.days,
    tallies: stored.tallies.map((row, index) => ({
      ...row,
      tally: { ...row.tally, questions: { overall: [...marked(index), 0, 0] } },
    })),
    respondents: history.flatMap((ballot, index) => {
      if (ballot.set_aside !== '') return [];
      const own = [ballot.kind, ballot.field].filter((option) => option !== null).length;
      const rows = stored.respondents.slice(next, next + own);
      next += own;
      return rows.map((row) => ({ ...row, levels: marked(index) }));
    }),
  };
}

const membersOf = (levels: LevelCounts, people: number): number[] =>
  Array.from({ length: people }, (_, index) => {
    const mark = levels[Math.floor(index / BITS) as 0 | 1 | 2 | 3];
    return Math.floor(mark * 2 ** (3 + (index % BITS))) % 2;
  });

type Table = 'channels' | 'kinds' | 'fields';

/** For every figure that is ever shown, whose answers it contains; without duplicates. */
function listFigures(history: readonly HistoryBallot[], table: Table): number[][] {
  const stored = markBallots(history);
  const figures = new Map<string, number[]>();
  const add = (levels: LevelCounts) => {
    const row = membersOf(levels, history.length);
    if (row.includes(1)) figures.set(row.join(''), row);
  };
  const addAll = (shown: ShownCounts) => {
    add(shown.headline);
    if (shown.with_set_aside !== null) add(shown.with_set_aside);
    for (const levels of (shown[table] as Groups).values()) add(levels);
    for (const { levels } of shown.counters.values()) add(levels);
  };
  const last = history.at(-1)?.day ?? LAST_DAY;
  const answered = new Set(history.map(({ day }) => day));
  for (let day = FIRST_DAY; day <= addDays(last, 45); day = addDays(day, 1)) {
    // Figures change only after a day with ballots, a month or a reporting month.
    if (!answered.has(addDays(day, -1)) && !/-(01|15)$/.test(day)) continue;
    const now = startOfDay(day);
    for (const period of [...listNamedPeriodsTouching(FIRST_DAY, day), lastFourWeeks(day)]) {
      addAll(showPeriod(stored, period, now));
      for (const code of COUNTERS) addAll(showPeriod(stored, period, now, code));
    }
  }
  return [...figures.values()];
}

describe('all figures that any role can ask for, on every day, taken together', () => {
  it.each(['channels', 'kinds', 'fields'] as const)(
    'tell no group of fewer than five people by adding and subtracting: %s',
    (table) => {
      fc.assert(
        fc.property(someHistory, (history) => {
          const groups = findComputableGroups(listFigures(history, table), history.length);
          expect(groups.map((group) => group.map((index) => history[index]))).toEqual([]);
        }),
        { numRuns: 67 },
      );
    },
    240_000,
  );

  it('tell none either in whole years of any days', () => {
    fc.assert(
      fc.property(someYear, fc.constantFrom<Table>('channels', 'kinds', 'fields'), (history, table) => {
        const groups = findComputableGroups(listFigures(history, table), history.length);
        expect(groups.map((group) => group.map((index) => history[index]))).toEqual([]);
      }),
      { numRuns: YEARS },
    );
  }, 1_800_000);

  it('are detected to isolate a group where they would', () => {
    // Two cases: a sum of seven and its part of four; three figures that together isolate one person.
    const parts = [
      [1, 1, 1, 1, 1, 1, 1],
      [1, 1, 1, 0, 0, 0, 0],
    ];
    expect(findComputableGroups(parts, 7)).toEqual([
      [0, 1, 2],
      [3, 4, 5, 6],
    ]);
    const chain = [
      [1, 1, 1, 1, 1, 1, 0],
      [0, 0, 0, 0, 0, 1, 1],
      [1, 1, 1, 1, 1, 0, 1],
    ];
    expect(findComputableGroups(chain, 7)).toEqual([[5], [6]]);
    expect(findComputableGroups([[1, 1, 1, 1, 1, 1]], 6)).toEqual([]);
  });

  it('hold what they can: every counter that had five ballots, and groups of five', () => {
    const history = ['2023-12-18', '2023-12-19'].flatMap((day) =>
      (['citizen', 'organisation'] as const).flatMap((kind) =>
        Array.from(
          { length: 5 },
          (): HistoryBallot => ({ ...{ day, kind, counter: 'aaaaa', channel: 'poster' }, ...REST }),
        ),
      ),
    );
    const rows = listFigures(history, 'kinds');
    expect(rows).toContainEqual(history.map(() => 1));
    expect(rows).toContainEqual(history.map(({ kind }) => (kind === 'organisation' ? 1 : 0)));
  });
});

const REST = { field: null, level: 5, set_aside: '' } as const;

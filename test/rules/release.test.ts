import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DayBallots, fillAtoms } from '../../server/disclosure/fill-atoms.ts';
import { type CountedOrSetAside, releaseAll, releaseOpen } from '../../server/disclosure/release.ts';
import { addDays, startOfDay } from '../../server/lib/day.ts';
import { type Part, partsOf } from '../../server/period/atoms.ts';
import { type Period, parsePeriod } from '../../server/period/period.ts';
import { countLevels, type LevelCounts } from '../../server/tally/level-counts.ts';
import { EMPTY_TALLY } from '../../server/tally/tally.ts';

/**
 * A day with that many ballots per cell, all of level 5; the running headline showed whole groups
 * of five.
 */
function dayOf(day: string, cells: Record<string, number>): DayBallots {
  const total = Object.values(cells).reduce((sum, n) => sum + n, 0);
  const stepped = Math.floor(total / 5) * 5;
  const atTop = (n: number): LevelCounts => [0, 0, 0, 0, n];
  return {
    day,
    stepped: atTop(stepped),
    rest: atTop(total - stepped),
    cells: new Map(Object.entries(cells).map(([cell, n]) => [cell, { ...EMPTY_TALLY, ballots: n }])),
  };
}

const WEEK = parsePeriod('2024-W02') as Period; // Monday 8 to Sunday 14 January: one atom
const MONTH = parsePeriod('2024-01') as Period;
const [MON, TUE, WED, THU] = ['2024-01-08', '2024-01-09', '2024-01-10', '2024-01-11'] as const;

const fill = (days: readonly DayBallots[], today: string): CountedOrSetAside => ({
  atoms: fillAtoms(days, '2024-01-31', startOfDay(today)),
  waitsForNeighbours: false,
});

/** Numbers of ballots shown on a day: headline and cells. */
function shownOf(period: Part, days: readonly DayBallots[], today: string): Record<string, number> {
  const known = days.filter(({ day }) => day <= today);
  const released = releaseOpen(period, fill(known, today), today);
  const cells = [...released.cells].map(([cell, tally]) => [cell, tally.ballots]);
  return { headline: countLevels(released.headline), ...Object.fromEntries(cells) };
}

const week = partsOf(WEEK);

describe('the headline of an open period', () => {
  it('shows whole groups of five of today, and the same when the day is over', () => {
    const days = [dayOf(MON, { a: 12 })];
    expect(shownOf(week, days, MON)).toEqual({ headline: 10 });
    expect(shownOf(week, days, TUE)).toEqual({ headline: 10 });
  });

  it('adds the remainders of finished days once they make five together', () => {
    const days = [dayOf(MON, { a: 12 }), dayOf(TUE, { a: 4 })];
    expect(shownOf(week, days, TUE)).toMatchObject({ headline: 10 });
    expect(shownOf(week, days, WED)).toMatchObject({ headline: 16 });
  });
});

describe('the cells of an open period', () => {
  it('show a finished day that the headline has whole', () => {
    const days = [dayOf(MON, { a: 10, b: 5 })];
    expect(shownOf(week, days, MON)).toEqual({ headline: 15 });
    expect(shownOf(week, days, TUE)).toEqual({ headline: 15, a: 10, b: 5 });
  });

  it('wait for the headline, or the difference would be the last ballots of the day', () => {
    const days = [dayOf(MON, { a: 12 }), dayOf(TUE, { a: 5 }), dayOf(WED, { a: 3 })];
    expect(shownOf(week, days, TUE)).toEqual({ headline: 15 });
    // Tuesday is complete; Monday's two and three wait until they make five together.
    expect(shownOf(week, days, WED)).toEqual({ headline: 15, a: 5 });
    expect(shownOf(week, days, THU)).toEqual({ headline: 20, a: 20 });
  });

  it('gather days until they have five', () => {
    const days = [dayOf(MON, { a: 3, b: 7 }), dayOf(TUE, { a: 3, b: 7 })];
    expect(shownOf(week, days, WED)).toEqual({ headline: 20, a: 6, b: 14 });
  });

  it('are held back where the difference to the headline would be one to four ballots', () => {
    const days = [dayOf(MON, { a: 9, b: 1 })];
    expect(shownOf(week, days, TUE)).toEqual({ headline: 10 });
    const three = [dayOf(MON, { a: 16, b: 8, c: 1 })];
    expect(shownOf(week, three, TUE)).toEqual({ headline: 25, a: 16 });
  });

  it('are held back where only the difference between two days would be one to four ballots', () => {
    // On Tuesday, b and c have seven ballots in no cell. If a and d were shown on Wednesday, b's
    // single ballot of Tuesday would be the difference of Tuesday's total and a and d.
    const days = [dayOf(MON, { b: 4, c: 3, a: 8 }), dayOf(TUE, { a: 13, b: 0, d: 6, e: 1 })];
    expect(shownOf(week, days.slice(0, 1), TUE)).toEqual({ headline: 15, a: 8 });
    expect(shownOf(week, days, WED)).toEqual({ headline: 35, a: 21 });
  });

  it('wait inside their atom, and are all shown when it is settled', () => {
    // Sunday 21 and Monday 22 January are in different atoms of the same month.
    const days = [dayOf('2024-01-21', { a: 2, b: 5, c: 3 }), dayOf('2024-01-22', { a: 3, b: 7 })];
    expect(shownOf(partsOf(MONTH), days, '2024-01-26')).toEqual({ headline: 20, b: 5 });
    expect(shownOf(partsOf(MONTH), days, '2024-01-27')).toEqual({ headline: 20, a: 2, b: 5, c: 3 });
  });

  it('go on with what an atom left over inside the next larger part where they wait for neighbours', () => {
    // Sunday 14 and Monday 15 January are in different atoms of the same month.
    const days = [dayOf('2024-01-14', { a: 2, b: 8 }), dayOf('2024-01-15', { a: 3, b: 7 })];
    const waiting = (today: string): CountedOrSetAside => ({
      atoms: fill(days, today).atoms.map((atom) => ({ ...atom, isClosed: false })),
      waitsForNeighbours: true,
    });
    const shown = (today: string) => releaseOpen(partsOf(MONTH), waiting(today), today);
    expect([...shown('2024-01-22').cells].map(([cell, { ballots }]) => [cell, ballots])).toEqual([
      ['a', 5],
      ['b', 15],
    ]);
    expect(countLevels(shown('2024-01-22').headline)).toBe(20);
    // The atom of the 15th is not over: its remainder is not added yet.
    expect(shown('2024-01-16').cells.has('a')).toBe(false);
  });
});

describe('a closed period', () => {
  it('shows everything', () => {
    const days = [dayOf(MON, { a: 12, b: 1 }), dayOf(TUE, { a: 1 })];
    const released = releaseAll(fillAtoms(days, '2024-01-14', startOfDay('2024-01-20')));
    expect(countLevels(released.headline)).toBe(14);
    expect([...released.cells].map(([cell, { ballots }]) => [cell, ballots])).toEqual([
      ['a', 13],
      ['b', 1],
    ]);
  });
});

describe('releases', () => {
  const someDays = fc
    .uniqueArray(
      fc.tuple(
        fc.nat(30).map((shift) => addDays('2024-01-01', shift)),
        fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 1, max: 9 }), { minKeys: 1 }),
      ),
      { selector: ([day]) => day, maxLength: 20 },
    )
    .map((days) => days.sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, cells]) => dayOf(day, cells)));
  const month = partsOf(MONTH);

  it('leave no one to four ballots between what the headline and the cells take in, from any day to any later', () => {
    fc.assert(
      fc.property(
        someDays,
        fc.integer({ min: 0, max: 31 }),
        fc.integer({ min: 0, max: 31 }),
        (days, from, length) => {
          const earlier = shownOf(month, days, addDays('2024-01-01', from));
          const later = shownOf(month, days, addDays('2024-01-01', from + length));
          const gain = (name: string) => (later[name] ?? 0) - (earlier[name] ?? 0);
          const settledIn = (today: string) => fill(days, today).atoms.filter((atom) => atom.isClosed).length;
          const isQuiet =
            settledIn(addDays('2024-01-01', from)) === settledIn(addDays('2024-01-01', from + length));
          for (const name of Object.keys(later)) {
            expect(gain(name)).toBeGreaterThanOrEqual(0);
            if (isQuiet) expect([1, 2, 3, 4]).not.toContain(gain(name));
          }
          const inCells = (shown: Record<string, number>) =>
            Object.entries(shown).reduce((sum, [name, n]) => (name === 'headline' ? sum : sum + n), 0);
          expect([1, 2, 3, 4]).not.toContain((later.headline ?? 0) - inCells(later));
          expect(inCells(later)).toBeLessThanOrEqual(later.headline ?? 0);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

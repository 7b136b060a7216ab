import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disclose } from '../../server/disclosure/disclose.ts';
import { type ReleasedCells, releasePeriod } from '../../server/disclosure/released-cells.ts';
import type { ShownCounts } from '../../server/disclosure/shown-counts.ts';
import { addDays } from '../../server/lib/day.ts';
import { listAtoms, quartersOf } from '../../server/period/atoms.ts';
import {
  isClosed,
  lastFourWeeks,
  listNamedPeriodsTouching,
  type Period,
  parsePeriod,
} from '../../server/period/period.ts';
import { cellKey } from '../../server/tally/cell.ts';
import { countLevels, type LevelCounts, NO_LEVELS } from '../../server/tally/level-counts.ts';
import { levelsOf } from '../../server/tally/tally.ts';
import {
  ballotsIn,
  FIRST_DAY,
  type HistoryBallot,
  type HistoryMoment,
  LAST_DAY,
  replay,
  someHistory,
} from '../helpers/ballot-history.ts';
import { disclosePeriod, listReleasedCells } from '../helpers/disclose-period.ts';

const NAMED = listNamedPeriodsTouching(FIRST_DAY, LAST_DAY);
const somePeriod = fc.constantFrom(...NAMED);
/** Not a sum of quarters: per-counter figures are computed for weeks only. */
const somePart = fc.constantFrom(...NAMED.filter((period) => quartersOf(period).length === 0));
/** Some of their days have ballots. */
const someFourWeeks = fc.nat(66).map((shift) => lastFourWeeks(addDays(FIRST_DAY, shift)));

/**
 * The number of closings before `now`: of the period, and of periods that end with one of its
 * atoms.
 */
const closingsBehind = (period: Period, now: Date): number =>
  listAtoms(period.from, period.to).filter(({ from, to }) =>
    NAMED.some((ended) => ended.to === to && ended.from <= from && isClosed(ended, now)),
  ).length;

/** Shown counts, with the released cells behind them. */
interface View extends ShownCounts {
  readonly cells: ReleasedCells['cells'];
}

const view = (period: Period, moment: HistoryMoment): View => ({
  ...disclosePeriod({ period, ...moment }),
  cells: listReleasedCells({ period, ...moment }),
});

/** Indexes of the ballots in each cell. */
function cellsOf({ cells }: View): Map<string, ReadonlySet<string>> {
  const ballots = new Map<string, Set<string>>();
  for (const cell of cells) {
    const known = ballots.get(cellKey(cell)) ?? [];
    ballots.set(cellKey(cell), new Set([...known, ...ballotsIn(cell.tally)]));
  }
  return ballots;
}

const dayOfBallot = (history: readonly HistoryBallot[], name: string): string =>
  (history[Number(name.slice('overall.b'.length))] as HistoryBallot).day;

const overallOf = (disclosed: Pick<View, 'cells'>, isSetAside: boolean): LevelCounts =>
  disclosed.cells
    .filter(({ set_aside }) => (set_aside !== '') === isSetAside)
    .map(({ tally }) => levelsOf(tally, 'overall'))
    .reduce(
      (sum, levels) => sum.map((n, index) => n + (levels[index] as number)) as unknown as LevelCounts,
      NO_LEVELS,
    );

const expectNotFew = (n: number) => expect(n === 0 || n >= 5, `a difference of ${n}`).toBe(true);

function expectWhole(before: LevelCounts, after: LevelCounts): void {
  expect(after.every((n, index) => n >= (before[index] as number))).toBe(true);
  expectNotFew(countLevels(after) - countLevels(before));
}

/** By this day every period of the history has closed, except quarters and years. */
const UNTIL = '2024-02-08';

describe('figures of a period', () => {
  it.each([
    ['a named period', somePeriod],
    ['the last four weeks', someFourWeeks],
  ])(
    'only grow, by five ballots or more at once, but for a closing: %s',
    (_, periods) => {
      fc.assert(
        fc.property(someHistory, periods, (history, period) => {
          let before = {
            headline: NO_LEVELS,
            setAside: NO_LEVELS,
            cells: new Map<string, ReadonlySet<string>>(),
          };
          let closings = 0;
          for (const moment of replay(history, UNTIL)) {
            const disclosed = view(period, moment);
            const hasClosed = closingsBehind(period, moment.now) > closings;
            closings = closingsBehind(period, moment.now);
            const { headline, headline_set_aside: setAside } = disclosed;
            const cells = cellsOf(disclosed);
            for (const [key, ballots] of before.cells) {
              expect([...ballots].every((ballot) => cells.get(key)?.has(ballot))).toBe(true);
            }
            if (!hasClosed) {
              expectWhole(before.headline, headline);
              expectWhole(before.setAside, setAside);
              for (const [key, { size }] of cells) expectNotFew(size - (before.cells.get(key)?.size ?? 0));
            }
            before = { headline, setAside, cells };
          }
        }),
        { numRuns: 25 },
      );
    },
    120_000,
  );

  it.each([
    ['a named period', somePeriod],
    ['the last four weeks', someFourWeeks],
  ])(
    'have in cells nothing that the headline has not, and not one to four ballots fewer: %s',
    (_, periods) => {
      fc.assert(
        fc.property(someHistory, periods, (history, period) => {
          for (const moment of replay(history, UNTIL)) {
            if (isClosed(period, moment.now)) continue;
            const disclosed = view(period, moment);
            expectWhole(overallOf(disclosed, false), disclosed.headline);
            if (disclosed.quarters.length > 0) continue;
            expectWhole(overallOf(disclosed, true), disclosed.headline_set_aside);
          }
        }),
        { numRuns: 25 },
      );
    },
    120_000,
  );

  it('never hold more than was received, nor ballots of other days, nor of today in cells', () => {
    fc.assert(
      fc.property(someHistory, fc.oneof(somePeriod, someFourWeeks), (history, period) => {
        for (const moment of replay(history, UNTIL)) {
          const disclosed = view(period, moment);
          const today = new Date(moment.now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
          const known = history.filter(({ day }) => day <= today && period.from <= day && day <= period.to);
          expect(disclosed.received).toBeLessThanOrEqual(known.length);
          const inFigures = countLevels(disclosed.headline) + disclosed.set_aside;
          expect(inFigures).toBeLessThanOrEqual(disclosed.received + disclosed.carried_in);
          expect(countLevels(disclosed.headline_set_aside)).toBeLessThanOrEqual(disclosed.set_aside);
          const days = [...cellsOf(disclosed).values()].flatMap((ballots) =>
            [...ballots].map((name) => dayOfBallot(history, name)),
          );
          expect(days.every((day) => day <= period.to && day < today)).toBe(true);
          expect(days.filter((day) => day < period.from).length).toBeLessThanOrEqual(disclosed.carried_in);
          expect(disclosed.carried_in).toBeLessThan(5);
        }
      }),
      { numRuns: 20 },
    );
  }, 120_000);

  it('hold from the closing on everything that was received but for what is carried on, and stay the same', () => {
    fc.assert(
      fc.property(someHistory, somePeriod, (history, period) => {
        let first: View | null = null;
        for (const moment of replay(history, UNTIL)) {
          if (!isClosed(period, moment.now)) continue;
          const disclosed = view(period, moment);
          const { received, carried_in, headline, set_aside, cells } = disclosed;
          const shown = countLevels(headline) + set_aside;
          const carriedOn = received + carried_in - shown;
          expect([0, 1, 2, 3, 4]).toContain(carriedOn);
          expect(cells.reduce((sum, { tally }) => sum + tally.ballots, 0)).toBe(shown);
          expect(overallOf(disclosed, false)).toEqual(headline);
          if (disclosed.quarters.length === 0) {
            expect(overallOf(disclosed, true)).toEqual(disclosed.headline_set_aside);
          }
          first ??= disclosed;
          expect(disclosed).toEqual(first);
        }
      }),
      { numRuns: 20 },
    );
  }, 120_000);

  it('contain every ballot once, with ballots carried from one period into the next', () => {
    fc.assert(
      fc.property(someHistory, fc.constantFrom('week', 'month', 'report-month'), (history, kind) => {
        const moment = [...replay(history, '2024-03-01')].at(-1);
        fc.pre(moment !== undefined);
        const shown = NAMED.filter((period) => period.kind === kind)
          .sort((a, b) => (a.from < b.from ? -1 : 1))
          .map((period) => view(period, moment as HistoryMoment));
        let carried = 0;
        for (const { headline, set_aside, received, carried_in } of shown) {
          expect(carried_in === 0 || carried_in === carried).toBe(true);
          carried += received - set_aside - countLevels(headline);
          expect([0, 1, 2, 3, 4]).toContain(carried);
        }
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});

describe('the figures of one counter', () => {
  it('are its part of the unit’s, without today', () => {
    fc.assert(
      fc.property(someHistory, somePart, (history, period) => {
        const moments = [...replay(history, UNTIL)];
        for (const moment of moments.filter((_, index) => index % 7 === 0)) {
          const whole = view(period, moment);
          const cells = releasePeriod({ ...moment, period }).cells.filter(
            ({ counter_code }) => counter_code === 'aaaaa',
          );
          const own = disclose({ ...moment, period }, 'aaaaa');
          const isHidden = (whole.counters.get('aaaaa') ?? null) === null;
          expect(own.headline).toEqual(isHidden ? NO_LEVELS : overallOf({ cells }, false));
          expect(own.headline_set_aside).toEqual(isHidden ? NO_LEVELS : overallOf({ cells }, true));
          expect(own.received).toBe(isHidden ? 0 : cells.reduce((sum, { tally }) => sum + tally.ballots, 0));
        }
      }),
      { numRuns: 30 },
    );
  }, 120_000);
});

describe('a clock that was set back', () => {
  it('shows nothing of future days, although their ballots count as received', () => {
    const history: HistoryBallot[] = Array.from({ length: 20 }, () => ({
      day: '2024-01-10',
      counter: 'aaaaa',
      channel: 'poster',
      level: 5,
      set_aside: '',
    }));
    const moment = [...replay(history, '2024-01-12')].at(-1) as HistoryMoment;
    const period = parsePeriod('2024-W02') as Period;
    const before = view(period, { ...moment, now: new Date('2024-01-09T12:00:00+07:00') });
    expect(before).toMatchObject({ received: 20, headline: NO_LEVELS, cells: [] });
    expect(countLevels(view(period, moment).headline)).toBe(20);
  });
});

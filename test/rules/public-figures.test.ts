import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, startOfDay } from '../../server/lib/day.ts';
import { listNamedPeriodsTouching } from '../../server/period/period.ts';
import { buildReport } from '../../server/reporting/build-report.ts';
import type { Report } from '../../server/reporting/report.v1.ts';
import { isPublicPeriod } from '../../server/results/period-options.ts';
import { toPublicReport } from '../../server/results/public-report.ts';
import type { Level } from '../../server/survey/definition.ts';
import { loadSurveys } from '../../server/survey/load-surveys.ts';
import { addToStep, NO_STEP, type StoredHeadlineStep } from '../../server/tally/headline-step.ts';
import { tallyByCell } from '../../server/tally/tally-by-cell.ts';
import { EMPTY_PROFILE } from '../../server/unit/unit.ts';
import { findComputableGroups } from '../helpers/computable-groups.ts';
import { disclosePeriod } from '../helpers/disclose-period.ts';

// Nothing published at one instant, taken together, may allow to compute what fewer than five
// people answered. Which answers are in which figure is found by black-box testing: change one
// answer at a time and see which figures change.

const surveys = loadSurveys('surveys');

interface Person {
  readonly day: Day;
  readonly counter: string;
  readonly channel: 'poster' | 'slip';
  readonly answersItem: boolean;
  readonly set_aside: string | null;
}

const COUNTERS = ['aaaaa', 'bbbbb', 'ccccc'];
const UNIT = {
  code: 'dong-son',
  official_code: null,
  ...EMPTY_PROFILE,
  name: 'UBND xã Đông Sơn',
  receiver: 'Sở Nội vụ',
  contact_phone: null,
  opened_on: '2024-01-01',
};

type Axis = 'overall' | 'i31';

/**
 * All unrounded public figures at an instant that contain answers to one question, in a fixed
 * order.
 */
function publicFigures(people: readonly Person[], changed: number | null, axis: Axis, now: Date): number[] {
  const ballots = people.map(({ day, counter, channel, answersItem, set_aside }, index) => {
    const level: Level = index === changed ? 1 : 5;
    const item = axis === 'i31' && answersItem ? { i31: level } : {};
    return {
      unit_code: UNIT.code,
      day,
      counter_code: counter,
      channel,
      survey_id: 'mot-cua-ngan',
      survey_version: 1,
      set_aside,
      answers: { levels: { overall: axis === 'overall' ? level : 5, ...item }, why: {} },
      question_ids: ['overall', 'i31'],
    };
  });
  const steps = new Map<string, StoredHeadlineStep>();
  for (const { day, set_aside, answers } of ballots) {
    const key = { unit_code: UNIT.code, day, is_set_aside: set_aside === null ? 0 : 1 };
    const name = `${day}\n${key.is_set_aside}`;
    steps.set(name, { ...key, ...addToStep(steps.get(name) ?? NO_STEP, answers.levels.overall as Level) });
  }
  const tallies = tallyByCell(ballots);
  return listNamedPeriodsTouching(FIRST_DAY, LAST_DAY)
    .filter(isPublicPeriod)
    .flatMap((period) =>
      figuresOf(
        toPublicReport(
          buildReport({
            installation: undefined,
            unit: UNIT,
            counters: COUNTERS.map((code, index) => ({
              code,
              unit_code: UNIT.code,
              position: index + 1,
              name: `Quầy ${index + 1}`,
              channel: 'poster',
              field: null,
              is_open: true,
            })),
            settings: [],
            surveys,
            period,
            now,
            shown: disclosePeriod({ period, now, tallies, steps: [...steps.values()] }),
            seal: null,
            alerts: [],
            transactions: null,
          }),
        ),
        axis,
      ),
    );
}

const figuresOf = (report: Report, axis: Axis): number[] => {
  const answers = report.questions.find(({ id }) => id === axis)?.counts?.['5'] ?? 0;
  if (axis !== 'overall') return [answers];
  const counters = COUNTERS.map((code) => report.counters.find((one) => one.code === code)?.numerator ?? 0);
  const slips = report.single_use?.numerator ?? 0;
  return [report.indicator.numerator ?? 0, report.indicator_all?.numerator ?? 0, answers, slips, ...counters];
};

/** For each figure, whose answers it contains. */
function membership(people: readonly Person[], axis: Axis, now: Date): number[][] {
  const all = publicFigures(people, null, axis, now);
  const without = people.map((_, index) => publicFigures(people, index, axis, now));
  return all
    .map((n, figure) => without.map((figures) => n - (figures[figure] as number)))
    .filter((row) => row.some((n) => n !== 0));
}

const FIRST_DAY = '2024-02-26';
const LAST_DAY = '2024-04-07';

const somePerson = fc.record({
  counter: fc.constantFrom('aaaaa', 'aaaaa', 'bbbbb', 'ccccc'),
  channel: fc.constantFrom('poster' as const, 'poster' as const, 'slip' as const),
  answersItem: fc.boolean(),
  set_aside: fc.constantFrom(null, null, null, null, null, 'repeat-device'),
});

/** People on both sides of the quarter's end, Thursday 14 March. */
const somePeople: fc.Arbitrary<Person[]> = fc
  .uniqueArray(
    fc.tuple(
      fc.oneof(
        fc.integer({ min: 0, max: 40 }).map((shift) => addDays(FIRST_DAY, shift)),
        fc.constantFrom('2024-03-10', '2024-03-11', '2024-03-13', '2024-03-14', '2024-03-15', '2024-03-17'),
      ),
      fc.array(somePerson, { minLength: 1, maxLength: 9 }),
    ),
    { selector: ([day]) => day, minLength: 1, maxLength: 8 },
  )
  .map((days) =>
    days
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([day, people]) => people.map((person) => ({ day, ...person }))),
  );

/** While all periods run, when some weeks have closed, when the quarter has, and when all have. */
const someInstant = fc.constantFrom(
  ...['2024-03-14', '2024-03-16', '2024-03-19', '2024-03-21', '2024-03-26', '2024-04-05'].map(
    (day) => new Date(startOfDay(day).getTime() + 10 * 3_600_000),
  ),
  startOfDay('2025-01-10'),
);

describe('the public figures of one instant, taken together', () => {
  it.each(['overall', 'i31'] as const)(
    'tell no group of fewer than five people by adding and subtracting: %s',
    (axis) => {
      fc.assert(
        fc.property(somePeople, someInstant, (everybody, now) => {
          const people = everybody.filter(({ day }) => startOfDay(day) <= now);
          fc.pre(people.length > 0);
          const groups = findComputableGroups(membership(people, axis, now), people.length);
          expect(groups.map((group) => group.map((index) => people[index]))).toEqual([]);
        }),
        { numRuns: 40 },
      );
    },
    240_000,
  );

  it('are detected to isolate a group where they would', () => {
    // A sum of seven and its part of four; three figures that together isolate one person.
    expect(
      findComputableGroups(
        [
          [1, 1, 1, 1, 1, 1, 1],
          [1, 1, 1, 0, 0, 0, 0],
        ],
        7,
      ),
    ).toEqual([
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

  it('hold nearly everything when all has closed', () => {
    const people = ['2024-03-11', '2024-03-15', '2024-03-20'].flatMap((day) =>
      Array.from(
        { length: 8 },
        (): Person => ({ day, counter: 'aaaaa', channel: 'poster', answersItem: true, set_aside: null }),
      ),
    );
    const rows = membership(people, 'overall', startOfDay('2025-01-10'));
    expect(rows.some((row) => row.every((n) => n === 1))).toBe(true);
  });
});

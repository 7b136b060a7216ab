import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, weekdayOf } from '../../server/lib/day.ts';
import {
  countMeasures,
  type IntakeCount,
  type IntakeMeasures,
  LAST_PACE_STEP,
  PACE_STEP_S,
  paceStepOf,
} from '../../server/trust/intake-measures.ts';
import { isTooFast } from '../../server/trust/judge-ballot.ts';
import {
  DAYS_TO_LEARN,
  daysToLearnFrom,
  LEARNING_RULES,
  learnThreshold,
} from '../../server/trust/learn-threshold.ts';
import { fitsRule } from '../../server/unit/rule-setting.ts';

const MONDAY = '2024-01-01';
const isWeekday = (day: Day): boolean => weekdayOf(day) <= 5;
const ballot = (given: Partial<IntakeMeasures> = {}): IntakeMeasures => ({
  pace: 3,
  inWindow: 1,
  inRow: 1,
  fromNetwork: 1,
  ...given,
});
const dayOfBallots = (day: Day, ballots: readonly IntakeMeasures[]): IntakeCount[] =>
  [...countMeasures(ballots)].map(([measure, n]) => ({ day, measure, n }));

/** Twenty days of `perDay` ballots; `make` sets measures by day and index. */
const history = (perDay: number, make: (day: number, index: number) => Partial<IntakeMeasures>) =>
  Array.from({ length: DAYS_TO_LEARN }, (_, day) =>
    dayOfBallots(
      addDays(MONDAY, day),
      Array.from({ length: perDay }, (_unused, index) => ballot(make(day, index))),
    ),
  ).flat();

describe('the counts of a day', () => {
  it('are ballots by step of pace, and the day’s most in ten minutes and in a row', () => {
    const counts = countMeasures([
      ballot({ pace: 0.1, inWindow: 1, inRow: 4 }),
      ballot({ pace: 0.24, inWindow: 3, inRow: 1 }),
      ballot({ pace: 99, inWindow: 2, inRow: null }),
      ballot({ pace: null }),
    ]);
    expect(Object.fromEntries(counts)).toEqual({ 'pace-00': 2, 'pace-20': 1, busiest: 3, run: 4 });
  });

  it('know a step for every pace', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (pace) => {
        const step = paceStepOf(pace);
        expect(step).toBeGreaterThanOrEqual(0);
        expect(step).toBeLessThanOrEqual(LAST_PACE_STEP);
        if (step < LAST_PACE_STEP)
          expect(Math.abs(pace - step * PACE_STEP_S)).toBeLessThanOrEqual(PACE_STEP_S);
      }),
    );
  });
});

describe('the days that a threshold is taken from', () => {
  const counts = (days: number) =>
    Array.from({ length: days }, (_, index) => dayOfBallots(addDays(MONDAY, index), [ballot()])).flat();

  it('are twenty working days with ballots, weekends not counted', () => {
    expect(daysToLearnFrom(counts(25), isWeekday)).toBeNull();
    expect(daysToLearnFrom(counts(26), isWeekday)).toHaveLength(DAYS_TO_LEARN);
    expect(daysToLearnFrom([], isWeekday)).toBeNull();
  });

  it('are the latest ones', () => {
    const days = daysToLearnFrom(counts(60), isWeekday) ?? [];
    expect(days).toHaveLength(DAYS_TO_LEARN);
    expect(days.at(-1)).toBe(addDays(MONDAY, 59));
    expect(days.every(isWeekday)).toBe(true);
  });
});

describe('a threshold from history', () => {
  it('sets aside at most one in two hundred of the ballots that it comes from', () => {
    const paces = fc.array(fc.double({ min: 0, max: 8, noNaN: true }), { minLength: 10, maxLength: 60 });
    fc.assert(
      fc.property(paces, (sample) => {
        const counts = history(sample.length, (_, index) => ({ pace: sample[index] ?? 0 }));
        const threshold = learnThreshold('too-fast', counts);
        if (threshold === null) return expect(sample.length * DAYS_TO_LEARN).toBeLessThan(200);
        expect(fitsRule('too-fast', { is_on: true, threshold })).toBe(true);
        expect(threshold).toBeLessThanOrEqual(2);
        // At the minimum threshold the share is not checked, because a script may have filled the history.
        if (threshold === PACE_STEP_S) return;
        const fast = sample.filter((pace) => isTooFast(pace, threshold)).length;
        expect(fast / sample.length).toBeLessThanOrEqual(0.005);
      }),
    );
  });

  it('of the pace waits for two hundred ballots', () => {
    expect(
      learnThreshold(
        'too-fast',
        history(9, () => ({})),
      ),
    ).toBeNull();
    expect(
      learnThreshold(
        'too-fast',
        history(10, () => ({})),
      ),
    ).toBe(2);
    expect(
      learnThreshold(
        'too-fast',
        history(10, (_, index) => ({ pace: index === 0 ? 1.1 : 4 })),
      ),
    ).toBe(1);
  });

  it('is twice what nine in ten days do not exceed, and never so low that a family is a flood', () => {
    expect(
      learnThreshold(
        'burst',
        history(3, () => ({ inWindow: 1 })),
      ),
    ).toBe(5);
    expect(
      learnThreshold(
        'burst',
        history(3, () => ({ inWindow: 6 })),
      ),
    ).toBe(12);
    // One or two unusual days do not change the threshold.
    expect(
      learnThreshold(
        'burst',
        history(3, (day) => ({ inWindow: day < 2 ? 400 : 4 })),
      ),
    ).toBe(8);
    expect(
      learnThreshold(
        'same-run',
        history(3, () => ({ inRow: 3 })),
      ),
    ).toBe(10);
    expect(
      learnThreshold(
        'same-run',
        history(3, () => ({ inRow: 9 })),
      ),
    ).toBe(18);
    expect(
      learnThreshold(
        'same-run',
        history(3, () => ({ inRow: null })),
      ),
    ).toBeNull();
  });

  it('stays in its range whatever has happened', () => {
    const count = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(count, count, (inWindow, inRow) => {
        const counts = history(10, () => ({ inWindow, inRow, pace: 0 }));
        for (const id of LEARNING_RULES) {
          const threshold = learnThreshold(id, counts);
          expect(fitsRule(id, { is_on: true, threshold }), `${id} ${threshold}`).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is none for rules that have one from the beginning', () => {
    const counts = history(20, () => ({}));
    expect([learnThreshold('repeat-device', counts), learnThreshold('foreign-form', counts)]).toEqual([
      null,
      null,
    ]);
  });
});

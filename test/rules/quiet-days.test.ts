import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekdayOf } from '../../server/lib/day.ts';
import { findQuietDays } from '../../server/results/public-report.ts';

const isWorkingDay = (day: string) => weekdayOf(day) <= 5;
/** Sealed days from Monday 1 January 2024, with these numbers of ballots. */
const sealed = (...ballots: number[]) =>
  ballots.map((n, index) => ({ day: addDays('2024-01-01', index), ballots: n }));

describe('days without any ballot', () => {
  it('are working days; consecutive ones form one span, across days off', () => {
    const quiet = findQuietDays(sealed(0, 3, 1, 0, 0, 0, 0, 0, 2, 0), isWorkingDay);
    expect(quiet).toEqual({
      working_days: 8,
      days: 5,
      spans: [
        { from: '2024-01-01', to: '2024-01-01', days: 1 },
        { from: '2024-01-04', to: '2024-01-08', days: 3 },
        { from: '2024-01-10', to: '2024-01-10', days: 1 },
      ],
    });
  });

  it('are empty where nothing is sealed, or each day has a ballot', () => {
    expect(findQuietDays([], isWorkingDay)).toEqual({ working_days: 0, days: 0, spans: [] });
    expect(findQuietDays(sealed(1, 2, 3, 4, 5, 0, 0), isWorkingDay)).toEqual({
      working_days: 5,
      days: 0,
      spans: [],
    });
  });

  it('are listed once, in order, without days that have ballots', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2), { maxLength: 40 }), (ballots) => {
        const days = sealed(...ballots);
        const { spans, days: total } = findQuietDays(days, isWorkingDay);
        const told = spans.flatMap(({ from, to }) =>
          days.map(({ day }) => day).filter((day) => from <= day && day <= to && isWorkingDay(day)),
        );
        expect(told).toEqual(
          days.filter(({ day, ballots: n }) => n === 0 && isWorkingDay(day)).map(({ day }) => day),
        );
        expect(spans.reduce((sum, span) => sum + span.days, 0)).toBe(total);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, weekdayOf } from '../../server/lib/day.ts';
import { type DatedSetting, openingHoursOn } from '../../server/unit/dated-setting.ts';
import {
  DEFAULT_OPENING_HOURS,
  isWorkingDay,
  MAX_DAYS_OFF,
  type OpeningDay,
  type OpeningHours,
  openingHoursSchema,
  sessionsOf,
} from '../../server/unit/opening-hours.ts';

const MONDAY = '2024-01-29';
const CLOSED: OpeningDay = { morning: null, afternoon: null };
const at = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

const isOpenAt = (hours: OpeningHours, day: Day, minutes: number): boolean =>
  sessionsOf(hours, day).some(({ from, to }) => at(from) <= minutes && minutes < at(to));

const withDay = (index: number, day: OpeningDay): OpeningHours => ({
  ...DEFAULT_OPENING_HOURS,
  week: DEFAULT_OPENING_HOURS.week.map((usual, each) => (each === index ? day : usual)),
});

describe('opening hours', () => {
  it('are Monday to Friday, 07:30 to 11:30 and 13:30 to 17:00, until a unit sets its own', () => {
    const days = [0, 1, 2, 3, 4, 5, 6].map((count) => addDays(MONDAY, count));
    expect(days.map((day) => isWorkingDay(DEFAULT_OPENING_HOURS, day))).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
    const open = (time: string) => isOpenAt(DEFAULT_OPENING_HOURS, MONDAY, at(time));
    expect(['07:29', '07:30', '11:29', '11:30', '13:29', '13:30', '16:59', '17:00'].map(open)).toEqual([
      false,
      true,
      true,
      false,
      false,
      true,
      true,
      false,
    ]);
  });

  it('know Saturday mornings', () => {
    const hours = withDay(5, { morning: { from: '07:30', to: '11:00' }, afternoon: null });
    expect(sessionsOf(hours, '2024-02-03')).toEqual([{ from: '07:30', to: '11:00' }]);
    expect(isWorkingDay(hours, '2024-02-03')).toBe(true);
    expect(isOpenAt(hours, '2024-02-03', at('14:00'))).toBe(false);
    expect(isWorkingDay(hours, '2024-02-04')).toBe(false);
  });

  it('are closed on a day off, whatever the day of the week, and only on that day', () => {
    const hours = { ...DEFAULT_OPENING_HOURS, days_off: ['2024-02-12', '2024-02-17'] };
    expect(isWorkingDay(hours, '2024-02-12')).toBe(false);
    expect(isOpenAt(hours, '2024-02-12', at('08:00'))).toBe(false);
    expect(isWorkingDay(hours, '2024-02-13')).toBe(true);
  });

  it('hold between two rows as the earlier one says', () => {
    const closed = { ...DEFAULT_OPENING_HOURS, week: Array.from({ length: 7 }, () => CLOSED) };
    const rows: DatedSetting[] = [
      { name: 'target_percent', since: '2024-01-01', value: 90 },
      { name: 'opening_hours', since: '2024-02-05', value: closed },
    ];
    expect(openingHoursOn(rows, '2024-02-04')).toBe(DEFAULT_OPENING_HOURS);
    expect(openingHoursOn(rows, '2024-02-05')).toBe(closed);
    expect(openingHoursOn([], '2024-02-05')).toBe(DEFAULT_OPENING_HOURS);
  });

  it.each([
    [
      'a session that ends as it begins',
      withDay(0, { morning: { from: '08:00', to: '08:00' }, afternoon: null }),
    ],
    [
      'a session that ends before it begins',
      withDay(0, { morning: { from: '11:00', to: '08:00' }, afternoon: null }),
    ],
    [
      'an afternoon that begins in the morning',
      withDay(0, { morning: { from: '07:30', to: '12:00' }, afternoon: { from: '11:59', to: '17:00' } }),
    ],
    ['a time that no clock shows', withDay(0, { morning: { from: '07:60', to: '24:00' }, afternoon: null })],
    ['a time without its nought', withDay(0, { morning: { from: '7:30', to: '11:30' }, afternoon: null })],
    ['six days', { ...DEFAULT_OPENING_HOURS, week: DEFAULT_OPENING_HOURS.week.slice(1) }],
    ['a day off that is no day', { ...DEFAULT_OPENING_HOURS, days_off: ['2024-02-30'] }],
    [
      'more days off than are kept',
      { ...DEFAULT_OPENING_HOURS, days_off: Array.from({ length: MAX_DAYS_OFF + 1 }, () => MONDAY) },
    ],
    ['something unknown', { ...DEFAULT_OPENING_HOURS, note: 'x' }],
  ])('do not take %s', (_, value) => {
    expect(() => openingHoursSchema.parse(DEFAULT_OPENING_HOURS)).not.toThrow();
    expect(() => openingHoursSchema.parse(value)).toThrow();
  });

  const minute = fc.integer({ min: 0, max: 1439 });
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const openingDay = fc
    .tuple(fc.uniqueArray(minute, { minLength: 4, maxLength: 4 }), fc.boolean(), fc.boolean())
    .map(([times, hasMorning, hasAfternoon]): OpeningDay => {
      const [a, b, c, d] = times.sort((left, right) => left - right).map(clock) as [
        string,
        string,
        string,
        string,
      ];
      return {
        morning: hasMorning ? { from: a, to: b } : null,
        afternoon: hasAfternoon ? { from: c, to: d } : null,
      };
    });
  const openingHours = fc.record({
    week: fc.array(openingDay, { minLength: 7, maxLength: 7 }),
    days_off: fc.array(
      fc.integer({ min: 0, max: 30 }).map((count) => addDays(MONDAY, count)),
      { maxLength: 5 },
    ),
  });
  const day = fc.integer({ min: 0, max: 30 }).map((count) => addDays(MONDAY, count));

  it('are open at some minute exactly on working days, and come back from the database as they went in', () => {
    fc.assert(
      fc.property(openingHours, day, (hours, on) => {
        expect(openingHoursSchema.parse(JSON.parse(JSON.stringify(hours)))).toEqual(hours);
        const open = Array.from({ length: 1440 }, (_, minutes) => isOpenAt(hours, on, minutes));
        expect(open.includes(true)).toBe(isWorkingDay(hours, on));
        const { morning, afternoon } = hours.week[weekdayOf(on) - 1]!;
        const length = (part: OpeningDay['morning']) => (part === null ? 0 : at(part.to) - at(part.from));
        const expected = hours.days_off.includes(on) ? 0 : length(morning) + length(afternoon);
        expect(open.filter(Boolean).length).toBe(expected);
      }),
      { numRuns: 50 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayInMonth,
  dayOf,
  daysBetween,
  isDay,
  listDays,
  mondayOf,
  monthOf,
  startOfDay,
  toVietnamTime,
  weekdayOf,
  yearOf,
} from '../../server/lib/day.ts';

const someDay = fc.integer({ min: 0, max: 365_000 }).map((offset) => addDays('2000-01-01', offset));

describe('a day in Vietnam', () => {
  it('begins at 17:00 UTC of the day before', () => {
    expect(startOfDay('2024-02-10').toISOString()).toBe('2024-02-09T17:00:00.000Z');
    expect(dayOf(new Date('2024-02-09T16:59:59.999Z'))).toBe('2024-02-09');
    expect(dayOf(new Date('2024-02-09T17:00:00.000Z'))).toBe('2024-02-10');
    expect(dayOf(new Date('2023-12-31T17:00:00.000Z'))).toBe('2024-01-01');
    expect(toVietnamTime(startOfDay('2024-02-10'))).toBe('2024-02-10T00:00:00+07:00');
  });

  it('holds its first instant and the last before the next day, and no other', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const start = startOfDay(day).getTime();
        expect(dayOf(new Date(start))).toBe(day);
        expect(dayOf(new Date(start - 1))).toBe(addDays(day, -1));
        expect(dayOf(new Date(start + 86_399_999))).toBe(day);
      }),
    );
  });

  it('is told from a text that only looks like one', () => {
    for (const day of ['2024-02-29', '2000-02-29', '2024-12-31', '1000-01-01', '9999-12-31']) {
      expect(isDay(day), day).toBe(true);
    }
    for (const text of [
      '2023-02-29',
      '2100-02-29',
      '2024-04-31',
      '2024-13-01',
      '2024-00-10',
      '2024-01-00',
      '2024-1-1',
      '0999-01-01',
      '2024-01-01 ',
      '2024-01-01\n',
      '01/01/2024',
      '２０２４-01-01',
      '',
    ]) {
      expect(isDay(text), JSON.stringify(text)).toBe(false);
    }
  });

  it('is counted from without drift', () => {
    expect(daysBetween('2023-12-31', '2024-12-31')).toBe(366);
    expect(daysBetween('2024-01-02', '2024-01-01')).toBe(-1);
    fc.assert(
      fc.property(someDay, fc.integer({ min: -4000, max: 4000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count);
      }),
    );
  });

  it('is listed with both ends, and not at all backwards', () => {
    expect(listDays('2024-02-28', '2024-03-01')).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
    expect(listDays('2024-03-01', '2024-03-01')).toEqual(['2024-03-01']);
    expect(listDays('2024-03-02', '2024-03-01')).toEqual([]);
  });
});

describe('the parts of a day', () => {
  it('put it together again', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        expect(dayInMonth(yearOf(day), monthOf(day), Number(day.slice(8)))).toBe(day);
      }),
    );
  });

  it('may run over the ends of a year or a month', () => {
    expect(dayInMonth(2024, 0, 15)).toBe('2023-12-15');
    expect(dayInMonth(2024, 13, 1)).toBe('2025-01-01');
    expect(dayInMonth(2024, 3, 0)).toBe('2024-02-29');
  });
});

describe('a week', () => {
  it('begins on Monday', () => {
    expect(weekdayOf('2024-02-04')).toBe(7);
    expect(mondayOf('2024-02-04')).toBe('2024-01-29');
    expect(mondayOf('2024-01-29')).toBe('2024-01-29');
  });

  it('puts every day at most six days after a Monday', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const monday = mondayOf(day);
        expect(weekdayOf(monday)).toBe(1);
        expect(addDays(monday, weekdayOf(day) - 1)).toBe(day);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, daysBetween, startOfDay, toVietnamTime } from '../../server/lib/day.ts';
import {
  closesAt,
  isClosed,
  isFinished,
  isRunning,
  lastFourWeeks,
  type Period,
  parsePeriod,
  periodOf,
  TILING_KINDS,
} from '../../server/period/period.ts';

const get = (id: string): Period => {
  const period = parsePeriod(id);
  if (period === null) throw new Error(`${id} is no period`);
  return period;
};

describe('closing', () => {
  it.each([
    ['2024-W05', '2024-02-10T00:00:00+07:00'],
    ['2024-02', '2024-03-06T00:00:00+07:00'],
    ['2023-02', '2023-03-06T00:00:00+07:00'],
    ['2024-12', '2025-01-06T00:00:00+07:00'],
    ['2024', '2025-01-06T00:00:00+07:00'],
    ['2020-W53', '2021-01-09T00:00:00+07:00'],
    ['BC-2024-12', '2024-12-20T00:00:00+07:00'],
    ['BC-2024', '2024-12-20T00:00:00+07:00'],
    ['BC-2025-01', '2025-01-20T00:00:00+07:00'],
  ])('of %s is at %s, when the fifth day after its last is over', (id, instant) => {
    expect(toVietnamTime(closesAt(get(id))!)).toBe(instant);
  });

  it('happens at an instant, in Vietnam, over the new year', () => {
    const year = get('2024');
    expect(isClosed(year, new Date('2025-01-05T16:59:59.999Z'))).toBe(false);
    expect(isClosed(year, new Date('2025-01-05T17:00:00.000Z'))).toBe(true);
  });

  it('comes after exactly five full days in which it is finished', () => {
    const someDay = fc.integer({ min: 366, max: 364_000 }).map((offset) => addDays('2000-01-01', offset));
    fc.assert(
      fc.property(fc.constantFrom(...TILING_KINDS), someDay, (kind, day) => {
        const period = periodOf(kind, day);
        const closing = closesAt(period)!;
        const lastInstant = new Date(closing.getTime() - 1);
        expect(isClosed(period, lastInstant)).toBe(false);
        expect(isClosed(period, closing)).toBe(true);
        expect(daysBetween(period.to, dayOf(lastInstant))).toBe(5);
        expect(isFinished(period, dayOf(lastInstant))).toBe(true);
      }),
    );
  });

  it('never comes for the last four weeks, which no address names', () => {
    const fourWeeks = lastFourWeeks('2024-02-14');
    expect(fourWeeks).toMatchObject({ from: '2024-01-15', to: '2024-02-11' });
    expect(closesAt(fourWeeks)).toBeNull();
    expect(isClosed(fourWeeks, startOfDay('2999-01-01'))).toBe(false);
    expect(parsePeriod(fourWeeks.id)).toBeNull();
  });
});

describe('a period', () => {
  it('runs from its first day to its last, and is finished on the day after', () => {
    const week = get('2024-W05');
    const states = ['2024-01-28', '2024-01-29', '2024-02-04', '2024-02-05'].map((today) => [
      isRunning(week, today),
      isFinished(week, today),
    ]);
    expect(states).toEqual([
      [false, false],
      [true, false],
      [true, false],
      [false, true],
    ]);
  });
});

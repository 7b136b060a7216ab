import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, daysBetween, listDays, weekdayOf } from '../../server/lib/day.ts';
import {
  listNamedPeriodsTouching,
  nextPeriod,
  type Period,
  parsePeriod,
  periodOf,
  TILING_KINDS,
  type TilingKind,
} from '../../server/period/period.ts';

const someDay = fc.integer({ min: 366, max: 364_000 }).map((offset) => addDays('2000-01-01', offset));
const someKind = fc.constantFrom(...TILING_KINDS);

const get = (id: string): Period => {
  const period = parsePeriod(id);
  if (period === null) throw new Error(`${id} is no period`);
  return period;
};

/** All days of the periods that overlap a span. */
function daysOf(kind: TilingKind, from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let period = periodOf(kind, from); period.from <= to; period = nextPeriod(period)) {
    days.push(...listDays(period.from, period.to));
  }
  return days;
}

describe('periods of one kind', () => {
  it('hold the day that they were asked for', () => {
    fc.assert(
      fc.property(someKind, someDay, (kind, day) => {
        const period = periodOf(kind, day);
        expect(period.kind).toBe(kind);
        expect(period.from <= day && day <= period.to).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('are found from each of their days, so that no day is in two', () => {
    fc.assert(
      fc.property(someKind, someDay, (kind, day) => {
        const period = periodOf(kind, day);
        expect(periodOf(kind, period.from)).toEqual(period);
        expect(periodOf(kind, period.to)).toEqual(period);
        expect(periodOf(kind, addDays(period.from, -1)).to).toBe(addDays(period.from, -1));
        expect(periodOf(kind, addDays(period.to, 1)).from).toBe(addDays(period.to, 1));
      }),
      { numRuns: 1000 },
    );
  });

  it.each(TILING_KINDS)('follow each other without gap: %s', (kind) => {
    const days = daysOf(kind, '2019-12-01', '2025-02-01');
    expect(days).toEqual(listDays(days[0]!, days.at(-1)!));
  });

  it('keep their length', () => {
    const lengths: Record<TilingKind, readonly [number, number]> = {
      week: [7, 7],
      month: [28, 31],
      quarter: [90, 92],
      half: [181, 184],
      year: [365, 366],
      'report-month': [28, 31],
      'report-quarter': [90, 92],
      'report-half': [182, 183],
      'report-year': [365, 366],
    };
    fc.assert(
      fc.property(someKind, someDay, (kind, day) => {
        const { from, to } = periodOf(kind, day);
        const length = daysBetween(from, to) + 1;
        expect(length).toBeGreaterThanOrEqual(lengths[kind][0]);
        expect(length).toBeLessThanOrEqual(lengths[kind][1]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a week', () => {
  // The usual ISO 8601 examples of weeks around New Year.
  it.each([
    ['2005-01-01', '2004-W53'],
    ['2005-01-02', '2004-W53'],
    ['2005-12-31', '2005-W52'],
    ['2006-01-01', '2005-W52'],
    ['2007-01-01', '2007-W01'],
    ['2007-12-31', '2008-W01'],
    ['2008-12-28', '2008-W52'],
    ['2008-12-29', '2009-W01'],
    ['2009-12-31', '2009-W53'],
    ['2010-01-03', '2009-W53'],
    ['2024-12-30', '2025-W01'],
    ['2021-01-03', '2020-W53'],
  ])('with %s in it is %s', (day, id) => {
    expect(periodOf('week', day).id).toBe(id);
  });

  it('runs from Monday to Sunday and belongs to the year of its Thursday', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const { id, from, to } = periodOf('week', day);
        expect([weekdayOf(from), weekdayOf(to)]).toEqual([1, 7]);
        expect(id.slice(0, 4)).toBe(addDays(from, 3).slice(0, 4));
      }),
    );
  });

  it('has the number 53 in the years that begin or end on a Thursday, and in no other', () => {
    const longYears = [];
    for (let year = 2000; year < 2040; year += 1) {
      const hasThursday = weekdayOf(`${year}-01-01`) === 4 || weekdayOf(`${year}-12-31`) === 4;
      expect(parsePeriod(`${year}-W53`) !== null, String(year)).toBe(hasThursday);
      if (hasThursday) longYears.push(year);
    }
    expect(longYears).toEqual([2004, 2009, 2015, 2020, 2026, 2032, 2037]);
  });
});

describe('reporting periods', () => {
  it('begin on the 15th and end on the 14th', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TILING_KINDS.filter((k) => k.startsWith('report'))),
        someDay,
        (kind, day) => {
          const { from, to } = periodOf(kind, day);
          expect([from.slice(8), to.slice(8)]).toEqual(['15', '14']);
        },
      ),
    );
  });

  it('make up the longer ones', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2001, max: 2998 }), (year) => {
        const tile = (whole: string, parts: readonly string[]) => {
          const { from, to } = get(whole);
          const days = parts.flatMap((id) => listDays(get(id).from, get(id).to));
          expect(days).toEqual(listDays(from, to));
        };
        const quarters = [1, 2, 3, 4].map((n) => `BC-${year}-Q${n}`);
        const months = Array.from({ length: 12 }, (_, n) => `BC-${year}-${String(n + 1).padStart(2, '0')}`);
        quarters.forEach((quarter, n) => {
          tile(quarter, months.slice(3 * n, 3 * n + 3));
        });
        tile(`BC-${year}-H1`, quarters.slice(0, 2));
        tile(`BC-${year}-H2`, quarters.slice(2));
        tile(`BC-${year}-9M`, quarters.slice(0, 3));
        tile(`BC-${year}`, [`BC-${year}-H1`, `BC-${year}-H2`]);
      }),
      { numRuns: 40 },
    );
  });

  it('of nine months hold no day of the last quarter', () => {
    expect(periodOf('report-9m', '2024-09-14')?.id).toBe('BC-2024-9M');
    expect(periodOf('report-9m', '2024-09-15')).toBeNull();
    expect(periodOf('report-9m', '2024-12-14')).toBeNull();
    expect(periodOf('report-9m', '2024-12-15')?.id).toBe('BC-2025-9M');
  });
});

describe('the named periods that touch a span', () => {
  it('are one of each kind for a day, those that close first first', () => {
    expect(listNamedPeriodsTouching('2024-01-20', '2024-01-20').map(({ id }) => id)).toEqual([
      '2024-W03',
      '2024-01',
      'BC-2024-02',
      'BC-2024-Q1',
      '2024-Q1',
      'BC-2024-H1',
      '2024-H1',
      'BC-2024-9M',
      'BC-2024',
      '2024',
    ]);
  });

  it('leave nine months out on a day of the last quarter', () => {
    const kinds = listNamedPeriodsTouching('2024-10-01', '2024-10-01').map(({ kind }) => kind);
    expect(kinds).toHaveLength(TILING_KINDS.length);
    expect(kinds).not.toContain('report-9m');
  });

  it('are ordered by closing, then by id', () => {
    const ids = listNamedPeriodsTouching('2024-12-31', '2024-12-31').map(({ id }) => id);
    expect(ids.slice(0, 5)).toEqual(['2024', '2024-12', '2024-H2', '2024-Q4', '2025-W01']);
  });

  it('are exactly those found day by day', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 400 }), (from, length) => {
        const to = addDays(from, length);
        const expected = new Set<string>();
        for (const day of listDays(from, to)) {
          for (const kind of [...TILING_KINDS, 'report-9m'] as const) {
            const period = periodOf(kind, day);
            if (period !== null) expected.add(period.id);
          }
        }
        const ids = listNamedPeriodsTouching(from, to).map(({ id }) => id);
        expect(new Set(ids)).toEqual(expected);
        expect(ids).toHaveLength(expected.size);
      }),
      { numRuns: 40 },
    );
  });

  it('are empty for a span that ends before it begins', () => {
    expect(listNamedPeriodsTouching('2024-01-02', '2024-01-01')).toEqual([]);
  });

  it('can all be read, at the edge of the years too', () => {
    const ids = listNamedPeriodsTouching('1999-12-20', '2000-01-02').map(({ id }) => id);
    expect(ids).toContain('BC-2000');
    expect(ids).not.toContain('1999');
    expect(ids.every((id) => parsePeriod(id) !== null)).toBe(true);
  });
});

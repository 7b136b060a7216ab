import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../server/lib/day.ts';
import {
  type NamedPeriod,
  nextPeriod,
  parsePeriod,
  periodOf,
  previousPeriod,
  samePeriodAYearBefore,
  TILING_KINDS,
} from '../../server/period/period.ts';

const get = (id: string): NamedPeriod => {
  const period = parsePeriod(id);
  if (period === null) throw new Error(`${id} is no period`);
  return period;
};
const someDay = fc.integer({ min: 800, max: 363_000 }).map((offset) => addDays('2000-01-01', offset));
const somePeriod = fc
  .tuple(fc.constantFrom(...TILING_KINDS, 'report-9m' as const), someDay)
  .map(([kind, day]) => periodOf(kind, day))
  .filter((period) => period !== null);

describe('the period before', () => {
  it.each([
    ['2024-W01', '2023-W52'],
    ['2021-W01', '2020-W53'],
    ['2024-01', '2023-12'],
    ['2024-Q1', '2023-Q4'],
    ['2024-H1', '2023-H2'],
    ['2024', '2023'],
    ['BC-2024-01', 'BC-2023-12'],
    ['BC-2024-Q1', 'BC-2023-Q4'],
    ['BC-2024-H2', 'BC-2024-H1'],
    ['BC-2024-9M', 'BC-2023-9M'],
    ['BC-2024', 'BC-2023'],
  ])('%s is %s', (id, expected) => {
    expect(previousPeriod(get(id))).toEqual(get(expected));
  });

  it('is the one that this one follows', () => {
    fc.assert(
      fc.property(somePeriod, (period) => {
        expect(nextPeriod(previousPeriod(period))).toEqual(period);
        expect(previousPeriod(nextPeriod(period))).toEqual(period);
      }),
      { numRuns: 1000 },
    );
  });

  it('touches this one without sharing a day, but for nine months', () => {
    fc.assert(
      fc.property(somePeriod, (period) => {
        const before = previousPeriod(period);
        const gap = daysBetween(before.to, period.from);
        if (period.kind === 'report-9m') expect(gap).toBe(92);
        else expect(gap).toBe(1);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the same period a year before', () => {
  it.each([
    ['2024-W05', '2023-W05'],
    ['2021-W52', '2020-W52'],
    ['2020-W53', '2019-W52'],
    ['2024-02', '2023-02'],
    ['2024-Q3', '2023-Q3'],
    ['2024-H2', '2023-H2'],
    ['2024', '2023'],
    ['BC-2024-01', 'BC-2023-01'],
    ['BC-2024-Q1', 'BC-2023-Q1'],
    ['BC-2024-H1', 'BC-2023-H1'],
    ['BC-2024-9M', 'BC-2023-9M'],
    ['BC-2024', 'BC-2023'],
  ])('as %s is %s', (id, expected) => {
    expect(samePeriodAYearBefore(get(id))).toEqual(get(expected));
  });

  it('has the same name in the year before, but for week 53', () => {
    fc.assert(
      fc.property(somePeriod, (period) => {
        fc.pre(!period.id.endsWith('W53'));
        const year = Number(/\d{4}/.exec(period.id)![0]);
        const expected = period.id.replace(String(year), String(year - 1));
        expect(samePeriodAYearBefore(period)).toEqual(get(expected));
      }),
      { numRuns: 1000 },
    );
  });
});

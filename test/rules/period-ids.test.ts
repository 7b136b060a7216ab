import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../server/lib/day.ts';
import { parsePeriod, periodOf, TILING_KINDS } from '../../server/period/period.ts';

const someDay = fc.integer({ min: 366, max: 364_000 }).map((offset) => addDays('2000-01-01', offset));

describe('the id of a period', () => {
  it.each([
    ['2024-W05', 'week', '2024-01-29', '2024-02-04'],
    ['2024-01', 'month', '2024-01-01', '2024-01-31'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29'],
    ['2023-02', 'month', '2023-02-01', '2023-02-28'],
    ['2024-Q1', 'quarter', '2024-01-01', '2024-03-31'],
    ['2024-Q4', 'quarter', '2024-10-01', '2024-12-31'],
    ['2024-H1', 'half', '2024-01-01', '2024-06-30'],
    ['2024-H2', 'half', '2024-07-01', '2024-12-31'],
    ['2024', 'year', '2024-01-01', '2024-12-31'],
  ])('%s is read as %s from %s to %s', (id, kind, from, to) => {
    expect(parsePeriod(id)).toEqual({ id, kind, from, to });
  });

  // NĐ 09/2019/NĐ-CP, Điều 12: first and last day of each reporting period.
  it.each([
    ['BC-2024-01', 'report-month', '2023-12-15', '2024-01-14'],
    ['BC-2024-03', 'report-month', '2024-02-15', '2024-03-14'],
    ['BC-2024-12', 'report-month', '2024-11-15', '2024-12-14'],
    ['BC-2024-Q1', 'report-quarter', '2023-12-15', '2024-03-14'],
    ['BC-2024-Q2', 'report-quarter', '2024-03-15', '2024-06-14'],
    ['BC-2024-Q3', 'report-quarter', '2024-06-15', '2024-09-14'],
    ['BC-2024-Q4', 'report-quarter', '2024-09-15', '2024-12-14'],
    ['BC-2024-H1', 'report-half', '2023-12-15', '2024-06-14'],
    ['BC-2024-H2', 'report-half', '2024-06-15', '2024-12-14'],
    ['BC-2024-9M', 'report-9m', '2023-12-15', '2024-09-14'],
    ['BC-2024', 'report-year', '2023-12-15', '2024-12-14'],
  ])('%s is read as %s from %s to %s', (id, kind, from, to) => {
    expect(parsePeriod(id)).toEqual({ id, kind, from, to });
  });

  it.each([
    '',
    '24',
    '1999',
    '3000',
    '02024',
    '2024-',
    '2024-0',
    '2024-00',
    '2024-13',
    '2024-1',
    '2024-Q0',
    '2024-Q5',
    '2024-q1',
    '2024-H0',
    '2024-H3',
    '2024-9M',
    '2024-W00',
    '2024-W5',
    '2024-w05',
    '2024-W53',
    '2024-W99',
    'BC-2024-W05',
    'BC-2024-13',
    'BC-2024-Q5',
    'BC-2024-6M',
    'bc-2024',
    'BC2024',
    'BC-BC-2024',
    ' 2024',
    '2024\n',
    '２０２４',
    '2024-01-15',
    '2024-01-15..',
    '..2024-01-15',
    '..',
    '2024-01-15..2024-02-14',
    '2024-01-29..2024-02-04',
  ])('%j is not one', (id) => {
    expect(parsePeriod(id)).toBeNull();
  });

  it('is the same after reading for every named period', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TILING_KINDS, 'report-9m' as const), someDay, (kind, day) => {
        const period = periodOf(kind, day);
        if (period !== null) expect(parsePeriod(period.id)).toEqual(period);
      }),
      { numRuns: 1000 },
    );
  });

  it('is parsed to itself or to null, for any text', () => {
    const pieces = fc.constantFrom(
      'BC',
      '-',
      '2024',
      '1999',
      'W',
      'Q',
      'H',
      '9M',
      '1',
      '05',
      '53',
      '..',
      '15',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 7 }), (parts) => {
        const id = parts.join('');
        const period = parsePeriod(id);
        if (period !== null) expect(period.id).toBe(id);
      }),
      { numRuns: 3000 },
    );
  });
});

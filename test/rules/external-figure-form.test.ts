import { describe, expect, it } from 'vitest';
import { parseExternalFigure } from '../../server/unit/settings.ts';

const typed = { period: '2023', percent: '84,6', source: 'Báo cáo của tỉnh, 12/04/2024' };
const parse = (change: Partial<typeof typed>) => parseExternalFigure({ ...typed, ...change }, '2024-06-01');
const faultsOf = (change: Partial<typeof typed>) => {
  const parsed = parse(change);
  return 'faults' in parsed ? parsed.faults.map(({ code }) => code) : [];
};

describe('a figure of others as it is typed', () => {
  it('is read with a comma or a point, with or without the sign', () => {
    const value = { period: '2023', percent: 84.6, source: typed.source };
    for (const percent of ['84,6', '84.6', ' 84,60 % ', '84,6%']) {
      expect(parse({ percent })).toEqual({ value });
    }
  });

  it('is taken away by leaving everything empty', () => {
    expect(parse({ period: ' ', percent: '', source: '' })).toEqual({ value: null });
  });

  it('has every fault told at once', () => {
    expect(faultsOf({ period: '23', percent: '101', source: '' })).toEqual([
      'period-form',
      'percent-form',
      'source-missing',
    ]);
    expect(faultsOf({ period: '', percent: '' })).toEqual(['period-missing', 'percent-missing']);
  });

  it.each([
    ['2012', '2012'],
    ['năm 2024', '2024'],
    ['Tháng 05/2024', '2024-05'],
    ['12 / 2023', '2023-12'],
    ['quý 2/2024', '2024-Q2'],
    ['QUÝ iv/2023', '2023-Q4'],
  ])('is of a year, a month or a quarter: %s', (period, value) => {
    expect(parse({ period })).toEqual({ value: { period: value, percent: 84.6, source: typed.source } });
  });

  it('is of a period from 2012 to this year, 0 to 100, with at most two decimals and 200 letters of source', () => {
    for (const period of [
      '2011',
      '2025',
      '2023.5',
      '1e3',
      '13/2023',
      '0/2023',
      'quý 5/2023',
      'quý V/2023',
      'quý I',
      'năm 5/2023',
      'tháng 2023',
    ])
      expect(faultsOf({ period }), period).toEqual(['period-form']);
    for (const percent of ['100,01', '84,625', '-1', 'tám mươi', 'NaN']) {
      expect(faultsOf({ percent })).toEqual(['percent-form']);
    }
    for (const percent of ['0', '100', '83,94']) expect(faultsOf({ percent })).toEqual([]);
    expect(faultsOf({ source: 'x'.repeat(201) })).toEqual(['source-form']);
    expect(faultsOf({ source: 'x'.repeat(200) })).toEqual([]);
  });
});

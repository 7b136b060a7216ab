import { describe, expect, it } from 'vitest';
import { parseSipasForm } from '../../server/unit/sipas-form.ts';

const typed = { year: '2023', percent: '84,6', source: 'Báo cáo của tỉnh, 12/04/2024' };
const parse = (change: Partial<typeof typed>) => parseSipasForm({ ...typed, ...change }, '2024-06-01');
const faultsOf = (change: Partial<typeof typed>) => {
  const parsed = parse(change);
  return 'faults' in parsed ? parsed.faults.map(({ code }) => code) : [];
};

describe("the province's SIPAS figure as it is typed", () => {
  it('is read with a comma or a point, with or without the sign', () => {
    const value = { year: 2023, percent: 84.6, source: typed.source };
    for (const percent of ['84,6', '84.6', ' 84,60 % ', '84,6%']) {
      expect(parse({ percent })).toEqual({ value });
    }
  });

  it('is taken away by leaving everything empty', () => {
    expect(parse({ year: ' ', percent: '', source: '' })).toEqual({ value: null });
  });

  it('has every fault told at once', () => {
    expect(faultsOf({ year: '23', percent: '101', source: '' })).toEqual([
      'year-form',
      'percent-form',
      'source-missing',
    ]);
    expect(faultsOf({ year: '', percent: '' })).toEqual(['year-missing', 'percent-missing']);
  });

  it('is of a year from 2012 to this one, 0 to 100, with at most two decimals and 200 letters of source', () => {
    for (const year of ['2011', '2025', '2023.5', '1e3']) expect(faultsOf({ year })).toEqual(['year-form']);
    for (const year of ['2012', '2024']) expect(faultsOf({ year })).toEqual([]);
    for (const percent of ['100,01', '84,625', '-1', 'tám mươi', 'NaN']) {
      expect(faultsOf({ percent })).toEqual(['percent-form']);
    }
    for (const percent of ['0', '100', '83,94']) expect(faultsOf({ percent })).toEqual([]);
    expect(faultsOf({ source: 'x'.repeat(201) })).toEqual(['source-form']);
    expect(faultsOf({ source: 'x'.repeat(200) })).toEqual([]);
  });
});

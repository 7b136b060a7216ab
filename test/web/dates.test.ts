import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay, formatSpan, lastDayBefore } from '../../web/formatting/dates.ts';
import { formatPeriod, formatPeriodWithDays } from '../../web/formatting/periods.ts';
import { figuresEn } from '../../web/messages/figures.en.ts';
import { staffVi } from '../../web/messages/staff.vi.ts';

const vi = staffVi;
const en = figuresEn;
const days = fc
  .integer({ min: Date.UTC(2000, 0, 1) / 86_400_000, max: Date.UTC(2099, 11, 31) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

describe('days and periods on screen', () => {
  it('writes days with two digits in Vietnamese and with the month in letters in English', () => {
    expect(formatDay('2024-02-04', 'vi')).toBe('04/02/2024');
    expect(formatDay('2024-02-04', 'en')).toBe('4 Feb 2024');
  });

  it('loses nothing of a day', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(formatDay(day, 'vi').split('/').reverse().join('-')).toBe(day);
      }),
    );
  });

  it('writes the year of a span once, unless it differs', () => {
    expect(formatSpan('2024-01-29', '2024-02-04', 'vi')).toBe('29/01–04/02/2024');
    expect(formatSpan('2024-12-30', '2025-01-05', 'vi')).toBe('30/12/2024–05/01/2025');
    expect(formatSpan('2024-02-04', '2024-02-04', 'vi')).toBe('04/02/2024');
    expect(formatSpan('2024-01-29', '2024-02-04', 'en')).toBe('29 Jan–4 Feb 2024');
  });

  it('counts the day that has just ended as the last one before midnight in Vietnam', () => {
    expect(lastDayBefore('2024-02-10T00:00:00+07:00')).toBe('2024-02-09');
    expect(lastDayBefore('2024-02-10T00:00:01+07:00')).toBe('2024-02-10');
    expect(lastDayBefore('2024-02-09T17:00:00Z')).toBe('2024-02-09');
    expect(lastDayBefore('2024-02-09T18:00:00Z')).toBe('2024-02-10');
  });

  it.each([
    ['2024-W05', 'week', '2024-01-29', '2024-02-04', 'Tuần 29/01–04/02/2024', 'Week 29 Jan–4 Feb 2024'],
    ['2024-01', 'month', '2024-01-01', '2024-01-31', 'Tháng 1/2024', 'Month 1/2024'],
    ['2024-Q1', 'quarter', '2024-01-01', '2024-03-31', 'Quý I/2024', 'Quarter 1, 2024'],
    ['2024-H1', 'half', '2024-01-01', '2024-06-30', '6 tháng đầu năm 2024', 'First half of 2024'],
    ['2024-H2', 'half', '2024-07-01', '2024-12-31', '6 tháng cuối năm 2024', 'Second half of 2024'],
    ['2024', 'year', '2024-01-01', '2024-12-31', 'Năm 2024', 'Year 2024'],
    [
      'BC-2024-01',
      'report-month',
      '2023-12-15',
      '2024-01-14',
      'Kỳ báo cáo tháng 1/2024',
      'Reporting month 1/2024',
    ],
    [
      'BC-2024-10',
      'report-month',
      '2024-09-15',
      '2024-10-14',
      'Kỳ báo cáo tháng 10/2024',
      'Reporting month 10/2024',
    ],
    [
      'BC-2024-Q1',
      'report-quarter',
      '2023-12-15',
      '2024-03-14',
      'Kỳ báo cáo quý I/2024',
      'Reporting quarter 1, 2024',
    ],
    [
      'BC-2024-H1',
      'report-half',
      '2023-12-15',
      '2024-06-14',
      'Kỳ báo cáo 6 tháng đầu năm 2024',
      'Reporting first half of 2024',
    ],
    [
      'BC-2024-H2',
      'report-half',
      '2024-06-15',
      '2024-12-14',
      'Kỳ báo cáo 6 tháng cuối năm 2024',
      'Reporting second half of 2024',
    ],
    [
      'BC-2024-9M',
      'report-9m',
      '2023-12-15',
      '2024-09-14',
      'Kỳ báo cáo 9 tháng năm 2024',
      'Reporting nine months of 2024',
    ],
    ['BC-2024', 'report-year', '2023-12-15', '2024-12-14', 'Kỳ báo cáo năm 2024', 'Reporting year 2024'],
    [
      '2024-01-15..2024-02-11',
      'four-weeks',
      '2024-01-15',
      '2024-02-11',
      'Các ngày 15/01–11/02/2024',
      'Days 15 Jan–11 Feb 2024',
    ],
  ])('names %s in words', (id, kind, from, to, vietnamese, english) => {
    const period = { id, kind, from, to };
    expect(formatPeriod(period, vi)).toBe(vietnamese);
    expect(formatPeriod(period, en)).toBe(english);
    expect(formatPeriodWithDays(period, vi)).toContain(formatSpan(from, to, 'vi'));
  });

  it('writes the days once where the name already is the days', () => {
    const week = { id: '2024-W05', kind: 'week', from: '2024-01-29', to: '2024-02-04' };
    expect(formatPeriodWithDays(week, vi)).toBe('Tuần 29/01–04/02/2024');
  });
});

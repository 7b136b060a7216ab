import type { FigureMessages } from '../messages/figures.vi.ts';
import type { PeriodName } from '../types/report-view.ts';
import { formatSpan } from './dates.ts';

/** `BC-2024-Q1` gives `2024` and `Q1`; `2024` gives `2024` and an empty part. */
function splitId(id: string): { year: string; part: string } {
  const [year = '', part = ''] = id.replace(/^BC-/, '').split('-');
  return { year, part };
}

/**
 * `Tuần 29/01–04/02/2024`, `Quý 1/2024`, `Kỳ báo cáo tháng 1/2024`. A week is named by its days, because few
 * people know week numbers; so is a period of an unknown kind.
 */
export function formatPeriod(period: PeriodName, words: FigureMessages): string {
  const { year, part } = splitId(period.id);
  const number = part.replace(/\D/g, '').replace(/^0/, '');
  const isFirstHalf = part === 'H1';
  const names = words.period;
  const span = formatSpan(period.from, period.to, words.locale);
  const byKind: Readonly<Record<string, string>> = {
    week: names.week(span),
    month: names.month(number, year),
    quarter: names.quarter(number, year),
    half: isFirstHalf ? names.firstHalf(year) : names.secondHalf(year),
    year: names.year(year),
    'report-month': names.reportMonth(number, year),
    'report-quarter': names.reportQuarter(number, year),
    'report-half': isFirstHalf ? names.reportFirstHalf(year) : names.reportSecondHalf(year),
    'report-9m': names.reportNineMonths(year),
    'report-year': names.reportYear(year),
  };
  return byKind[period.kind] ?? names.days(span);
}

/** Name and days of a period; a week's name already contains its days. */
export function formatPeriodWithDays(period: PeriodName, words: FigureMessages): string {
  const name = formatPeriod(period, words);
  const span = formatSpan(period.from, period.to, words.locale);
  return name.includes(span) ? name : words.period.withSpan(name, span);
}

/** `2026-Q3` gives `quý III/2026`, for the middle of a sentence. */
export function formatCalendarPeriod(id: string, words: FigureMessages): string {
  const kind = id.includes('Q') ? 'quarter' : id.includes('-') ? 'month' : 'year';
  const name = formatPeriod({ id, kind, from: '', to: '' }, words);
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

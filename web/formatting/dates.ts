import type { Locale } from '../types/locale.ts';

const ENGLISH_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Vietnam has been at UTC+7, without summer time, since 1975. */
const OFFSET_MS = 7 * 3_600_000;

const splitDay = (day: string): { year: string; month: string; dayOfMonth: string } => ({
  year: day.slice(0, 4),
  month: day.slice(5, 7),
  dayOfMonth: day.slice(8),
});

const englishMonth = (month: string): string => ENGLISH_MONTHS[Number(month) - 1] ?? month;

/** `2024-02-04` as `04/02/2024`; in English `4 Feb 2024`, because 04/02 would be ambiguous. */
export function formatDay(day: string, locale: Locale): string {
  const { year, month, dayOfMonth } = splitDay(day);
  return locale === 'vi'
    ? `${dayOfMonth}/${month}/${year}`
    : `${Number(dayOfMonth)} ${englishMonth(month)} ${year}`;
}

/** `2024-02-04` as `04/02`; in English `4 Feb`. */
export function formatDayOfYear(day: string, locale: Locale): string {
  const { month, dayOfMonth } = splitDay(day);
  return locale === 'vi' ? `${dayOfMonth}/${month}` : `${Number(dayOfMonth)} ${englishMonth(month)}`;
}

/** Inclusive range of days: `29/01–04/02/2024`, with both years only if they differ. */
export function formatSpan(from: string, to: string, locale: Locale): string {
  if (from === to) return formatDay(to, locale);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  const start = sameYear ? formatDayOfYear(from, locale) : formatDay(from, locale);
  return `${start}–${formatDay(to, locale)}`;
}

/**
 * The last day in Vietnam that begins before an instant (ISO 8601 with offset): figures as of midnight cover
 * the day that has just ended.
 * @throws RangeError if the text is not an instant
 */
export function lastDayBefore(instant: string): string {
  return new Date(Date.parse(instant) + OFFSET_MS - 1).toISOString().slice(0, 10);
}

/** Number of days from `other` to `day` (both `YYYY-MM-DD`); negative if `day` is earlier. */
export const daysAfter = (day: string, other: string): number =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${other}T00:00:00Z`)) / 86_400_000);

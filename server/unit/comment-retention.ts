import { type Day, dayInMonth, earlierOf, monthOf, yearOf } from '../lib/day.ts';
import { type NamedPeriod, periodOf } from '../period/period.ts';

export const RETENTION_MONTHS = [6, 12, 24, 36, 60] as const;
export type RetentionMonths = (typeof RETENTION_MONTHS)[number];
/** Months for which comments are kept unless the unit chooses another number. */
export const DEFAULT_RETENTION_MONTHS: RetentionMonths = 24;

/** The same date some months earlier, or the month's last day if it has no such date. */
function monthsBefore(day: Day, months: number): Day {
  const month = monthOf(day) - months;
  const lastOfMonth = dayInMonth(yearOf(day), month + 1, 0);
  return earlierOf(dayInMonth(yearOf(day), month, Number(day.slice(8))), lastOfMonth);
}

/**
 * The week that contains the date `months` before today. Comments of earlier weeks are deleted; only the week of a
 * comment is known, so a comment is deleted up to six days late.
 */
export const firstKeptWeek = (today: Day, months: number): NamedPeriod =>
  periodOf('week', monthsBefore(today, months));

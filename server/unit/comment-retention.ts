import { type Day, dayInMonth, earlierOf, monthOf, yearOf } from '../lib/day.ts';
import { periodOf } from '../period/period.ts';

export const RETENTION_MONTHS = [6, 12, 24, 36, 60] as const;
export type RetentionMonths = (typeof RETENTION_MONTHS)[number];
/** Where nothing was chosen, in months. */
export const DEFAULT_RETENTION_MONTHS: RetentionMonths = 24;

/** The same date some months earlier; the month's last day where it has no such date. */
function monthsBefore(day: Day, months: number): Day {
  const month = monthOf(day) - months;
  const lastOfMonth = dayInMonth(yearOf(day), month + 1, 0);
  return earlierOf(dayInMonth(yearOf(day), month, Number(day.slice(8))), lastOfMonth);
}

/**
 * The first week whose comments are kept on a day: the one in which the same date, `months` earlier, lies.
 * A comment knows its week alone, so none goes before its time and the last ones stay up to six days longer.
 */
export function firstKeptWeek(today: Day, months: number): { readonly id: string; readonly from: Day } {
  const { id, from } = periodOf('week', monthsBefore(today, months));
  return { id, from };
}

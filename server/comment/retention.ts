import { addDays, type Day, dayInMonth, earlierOf, monthOf, yearOf } from '../lib/day.ts';
import { periodOf } from '../period/period.ts';

/** How long comments are kept, from a day on. */
export interface Retention {
  readonly since: Day;
  readonly months: number;
}

/** What an office can choose, in months. */
export const RETENTION_MONTHS = [6, 12, 24, 36, 60] as const;
/** Where nothing was chosen, in months. */
const USUAL_RETENTION_MONTHS = 24;

/** The choice that a text is, in months; null where it is none. */
export const parseRetentionMonths = (text: string): number | null =>
  RETENTION_MONTHS.find((months) => String(months) === text) ?? null;

/** How long comments are kept on a day, in months. `rows` in any order. */
export function retentionInForce(rows: readonly Retention[], day: Day): number {
  let found: Retention | null = null;
  for (const row of rows) {
    if (row.since <= day && (found === null || row.since > found.since)) found = row;
  }
  return found?.months ?? USUAL_RETENTION_MONTHS;
}

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

/** The day from which a choice made today is in force: until midnight it can be taken back. */
export const retentionSince = (today: Day): Day => addDays(today, 1);

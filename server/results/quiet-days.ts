import type { Day } from '../lib/day.ts';

/** Working days in a row, both ends included, on which no ballot came. */
export interface QuietSpan {
  readonly from: Day;
  readonly to: Day;
  /** Working days in it; the days off between them are not counted. */
  readonly days: number;
}

/** The working days of a period that are over and sealed, and those of them without any ballot. */
export interface QuietDays {
  readonly working_days: number;
  readonly days: number;
  /** In order of time. */
  readonly spans: readonly QuietSpan[];
}

/**
 * Finds the days that brought no ballot at all although the counters were open: where nobody answers, or
 * nobody is asked, the figure says nothing. `sealed` are a period's sealed days in order of time.
 */
export function findQuietDays(
  sealed: readonly { readonly day: Day; readonly ballots: number }[],
  isWorkingDay: (day: Day) => boolean,
): QuietDays {
  const working = sealed.filter(({ day }) => isWorkingDay(day));
  const spans: QuietSpan[] = [];
  for (const [index, { day, ballots }] of working.entries()) {
    if (ballots > 0) continue;
    const goesOn = index > 0 && working[index - 1]?.ballots === 0;
    const before = goesOn ? spans.pop() : undefined;
    spans.push({ from: before?.from ?? day, to: day, days: (before?.days ?? 0) + 1 });
  }
  return { working_days: working.length, days: spans.reduce((sum, { days }) => sum + days, 0), spans };
}

import type { QuietDaysView } from '../../web/types/report-view.ts';
import type { Day } from '../lib/day.ts';

/**
 * Finds the days that brought no ballot at all although the counters were open: where nobody answers, or
 * nobody is asked, the figure says nothing. `sealed` are a period's sealed days in order of time.
 */
export function findQuietDays(
  sealed: readonly { readonly day: Day; readonly ballots: number }[],
  isWorkingDay: (day: Day) => boolean,
): QuietDaysView {
  const working = sealed.filter(({ day }) => isWorkingDay(day));
  const spans: QuietDaysView['spans'][number][] = [];
  for (const [index, { day, ballots }] of working.entries()) {
    if (ballots > 0) continue;
    const goesOn = index > 0 && working[index - 1]?.ballots === 0;
    const before = goesOn ? spans.pop() : undefined;
    spans.push({ from: before?.from ?? day, to: day, days: (before?.days ?? 0) + 1 });
  }
  return { working_days: working.length, days: spans.reduce((sum, { days }) => sum + days, 0), spans };
}

import type { QuietDaysView } from '../../web/types/report-view.ts';
import type { Day } from '../lib/day.ts';

/**
 * Working days without any ballot: when nobody answers or nobody is asked, the figure says nothing. `sealed`
 * must be in chronological order.
 */
export function findQuietDays(
  sealed: readonly { readonly day: Day; readonly ballots: number }[],
  isWorkingDay: (day: Day) => boolean,
): QuietDaysView {
  const working = sealed.filter(({ day }) => isWorkingDay(day));
  const spans: QuietDaysView['spans'][number][] = [];
  for (const [index, { day, ballots }] of working.entries()) {
    if (ballots > 0) continue;
    const continuesSpan = index > 0 && working[index - 1]?.ballots === 0;
    const before = continuesSpan ? spans.pop() : undefined;
    spans.push({ from: before?.from ?? day, to: day, days: (before?.days ?? 0) + 1 });
  }
  return { working_days: working.length, days: spans.reduce((sum, { days }) => sum + days, 0), spans };
}

import type { QuietDaysView } from '../../web/types/report-view.ts';
import { isPublicAlert } from '../alert/reported-alert.ts';
import type { Day } from '../lib/day.ts';
import type { Report } from '../reporting/report.v1.ts';

/**
 * The public part of a report. A public week has only the unit's share of satisfied ballots, because a counter's
 * weekly figure would rate one colleague. Public alerts are only about the unit's number of ballots, which the
 * seals make public anyway.
 */
export function toPublicReport(report: Report): Report {
  const alerts = report.alerts.filter(isPublicAlert);
  if (report.period.kind !== 'week') return { ...report, alerts };
  const { survey, factors, set_aside } = report;
  return {
    ...report,
    alerts,
    survey: survey.map((one) => ({ ...one, counted: null, suppressed: true })),
    indicator_all: null,
    single_use: null,
    factors: { ...factors, percent: null, by: [] },
    questions: [],
    channels: [],
    respondents: [],
    fields: [],
    set_aside: { ...set_aside, by_reason: [] },
    ...(report.suggested === undefined ? {} : { suggested: null }),
    counters: [],
  };
}

/** Working days without any ballot, on which the figure says nothing. `sealed` must be in chronological order. */
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

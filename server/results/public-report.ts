import { isPublicAlert } from '../alert/reported-alert.ts';
import type { Report } from '../reporting/report.v1.ts';

/**
 * The public part of a report. Weeks show only the unit's headline: a counter's week is one colleague's. Alerts are
 * limited to those about the unit's number of ballots, which the seals make public anyway.
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

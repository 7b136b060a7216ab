import { isPublicAlert } from '../alert/public-alert.ts';
import type { Report } from '../reporting/report.v1.ts';
import { OVERALL } from '../survey/definition.ts';

/**
 * The public part of a report: a closed list of figures from which adding and subtracting cannot isolate a
 * group of fewer than five (method §7.4). Weeks show only the unit's headline: a counter's week is one
 * colleague's, and a week's questions combined with a quarter's would reveal the few answers on the days
 * between their ends. Counters and slips are added when a period closes; until then their held-back ballots
 * would be the difference to its weeks. Alerts are limited to those about the unit's number of ballots, which
 * the seals make public anyway.
 */
export function toPublicReport(report: Report): Report {
  return withoutDisclosive({ ...report, alerts: report.alerts.filter(isPublicAlert) });
}

function withoutDisclosive(report: Report): Report {
  const { period, questions, survey, factors, set_aside } = report;
  if (period.closed_at !== null && period.kind !== 'week') return report;
  if (period.kind !== 'week') {
    return {
      ...report,
      questions: questions.filter(({ id }) => id !== OVERALL),
      single_use: null,
      counters: [],
    };
  }
  return {
    ...report,
    survey: survey.map((one) => ({ ...one, counted: null, suppressed: true })),
    indicator_all: null,
    single_use: null,
    factors: { ...factors, percent: null, by: [] },
    questions: [],
    channels: [],
    set_aside: { ...set_aside, by_reason: [] },
    ...(report.suggested === undefined ? {} : { suggested: null }),
    counters: [],
  };
}

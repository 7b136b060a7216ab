import { isPublicAlert } from '../alert/public-alert.ts';
import type { Report } from '../reporting/report.v1.ts';
import { OVERALL } from '../survey/definition.ts';

/**
 * A report as everybody may see it: a closed list of figures that tell no group of fewer than five by adding
 * and subtracting (method §7.4).
 *
 * Weeks are public for the unit's headline only: a counter's week is one colleague's, and a week's questions
 * beside a quarter's would tell what few people answered on the days between their ends. Counters and slips
 * follow when a period has closed; until then what they wait for would be the difference to its weeks. Of alerts
 * there are those of the unit's number of ballots, which anybody can count up from the seals.
 */
export function toPublicReport(report: Report): Report {
  return withoutTelling({ ...report, alerts: report.alerts.filter(isPublicAlert) });
}

function withoutTelling(report: Report): Report {
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

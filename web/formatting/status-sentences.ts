import type { FigureMessages } from '../messages/figures.vi.ts';
import { leaderVi } from '../messages/leader.vi.ts';
import type { ReportView } from '../types/report-view.ts';
import { daysAfter, formatDay, lastDayBefore } from './dates.ts';

export function sayStatus(report: ReportView, words: FigureMessages): string {
  const asOf = formatDay(lastDayBefore(report.as_of), words.locale);
  if (report.period.closed_at === null) return words.status.provisional(asOf);
  return words.status.closed(formatDay(lastDayBefore(report.period.closed_at), words.locale));
}

/** Response rate in words, as a whole number out of ten or out of a hundred; null: unknown. */
export function sayResponse(report: ReportView, words: FigureMessages): string | null {
  const rate = report.response_rate_percent;
  if (rate === null) return null;
  if (rate > 100) return words.response.tooMany;
  if (rate >= 95) return words.response.nearlyAll;
  if (rate >= 10) return words.response.perTen(Math.min(9, Math.round(rate / 10)));
  const ofHundred = Math.round(rate);
  return ofHundred === 0 ? words.response.underOne : words.response.perHundred(ofHundred);
}

/** Days left in an open period, including today; null if the period is not open. */
export function sayDaysLeft(report: ReportView, today: string): string | null {
  const { from, to } = report.period;
  return today < from || today > to ? null : leaderVi.daysLeft(daysAfter(to, today) + 1);
}

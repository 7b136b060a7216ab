import { daysAfter } from '../formatting/dates.ts';
import { leaderVi } from '../messages/leader.vi.ts';
import type { ReportView } from '../types/report-view.ts';

interface PeriodWarningProps {
  readonly report: ReportView;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** Shown from this many days before the period's end, when the office can still act. */
const WARNED_DAYS = 2;

/** Warns that too few ballots for a verdict have come and that the period is nearly over. */
export function PeriodWarning({ report, today }: PeriodWarningProps) {
  const left = daysAfter(report.period.to, today);
  const { denominator, minimum_n } = report.indicator;
  // Counted ballots instead of received ones: the received are live, while the figures are a snapshot.
  const ballots = denominator ?? 0;
  if (left < 0 || left > WARNED_DAYS || today < report.period.from || ballots >= minimum_n) return null;
  return (
    <p class="note note-strong">
      <strong>{leaderVi.warning.heading(leaderVi.daysLeft(left + 1))}</strong>{' '}
      {denominator === null ? null : leaderVi.warning.soFar(denominator)} {leaderVi.warning.text(minimum_n)}
    </p>
  );
}

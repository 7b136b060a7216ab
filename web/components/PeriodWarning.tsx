import { daysAfter } from '../formatting/dates.ts';
import { leaderVi } from '../messages/leader.vi.ts';
import type { ReportView } from '../types/report-view.ts';

interface PeriodWarningProps {
  readonly report: ReportView;
  /** `YYYY-MM-DD` in Vietnam. */
  readonly today: string;
}

/** From so many days before a period's last one there is still time to do something, and not much. */
const WARNED_DAYS = 2;

/** That a period is nearly over and has too few ballots to say anything; nothing otherwise. */
export function PeriodWarning({ report, today }: PeriodWarningProps) {
  const left = daysAfter(report.period.to, today);
  const { denominator, minimum_n } = report.indicator;
  // Nothing is said of how many were received: that number is live, and this one goes with the figures.
  const ballots = denominator ?? 0;
  if (left < 0 || left > WARNED_DAYS || today < report.period.from || ballots >= minimum_n) return null;
  return (
    <p class="note note-strong">
      <strong>
        {leaderVi.warning.heading} {leaderVi.daysLeft(left)}
      </strong>{' '}
      {denominator === null ? null : leaderVi.warning.soFar(denominator)} {leaderVi.warning.text(minimum_n)}
    </p>
  );
}

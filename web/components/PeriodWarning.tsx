import { daysAfter } from '../formatting/dates.ts';
import { leaderVi } from '../messages/leader.vi.ts';
import type { ReportView } from '../types/report-view.ts';

interface PeriodWarningProps {
  readonly report: ReportView;
  /** `YYYY-MM-DD` in Vietnam. */
  readonly today: string;
}

/** Days before a period's end from which the warning is shown: still early enough to act. */
const WARNED_DAYS = 2;

/** Warns that a period is nearly over with too few ballots for a verdict. */
export function PeriodWarning({ report, today }: PeriodWarningProps) {
  const left = daysAfter(report.period.to, today);
  const { denominator, minimum_n } = report.indicator;
  // Counted ballots and not received ones: the number received is live, while counted ballots belong to the same
  // snapshot as the figures.
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

import type { StaffMessages } from '../messages/staff.vi.ts';
import type { ReportView } from '../pages/report-view.ts';

interface PendingNoteProps {
  readonly report: ReportView;
  readonly words: StaffMessages;
}

/** How many ballots the questions, counters and channels cover, where that is fewer than the headline does. */
export function DetailNote({ report, words }: PendingNoteProps) {
  const overall = report.questions.find((question) => question.id === 'overall');
  const covered = overall === undefined || overall.suppressed ? null : overall.n;
  const all = report.indicator.suppressed ? null : report.indicator.denominator;
  if (covered === null || all === null || covered >= all) return null;
  return <p class="note">{words.status.detailsCover(covered, all)}</p>;
}

/** Why ballots that were received are not in the figures yet; nothing when all are. */
export function PendingNote({ report, words }: PendingNoteProps) {
  const { pending } = report.ballots;
  if (pending === null || pending <= 0) return null;
  return (
    <p class="note">
      <strong>{words.status.pending(pending)}</strong> {words.status.pendingWhy}
    </p>
  );
}

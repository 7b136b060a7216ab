import type { StaffMessages } from '../messages/staff.vi.ts';
import type { ReportView } from '../pages/report-view.ts';

interface PendingNoteProps {
  readonly report: ReportView;
  readonly words: StaffMessages;
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

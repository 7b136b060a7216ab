import type { FigureMessages } from '../messages/figures.vi.ts';
import type { ReportView } from '../types/report-view.ts';

interface PendingNoteProps {
  readonly report: ReportView;
  readonly words: FigureMessages;
}

/** Shown where questions, counters and channels cover fewer ballots than the headline. */
export function DetailNote({ report, words }: PendingNoteProps) {
  const overall = report.questions.find((question) => question.id === 'overall');
  const covered = overall === undefined || overall.suppressed ? null : overall.n;
  const all = report.indicator.suppressed ? null : report.indicator.denominator;
  if (covered === null || all === null || covered >= all) return null;
  return <p class="note">{words.status.detailsCover(covered, all)}</p>;
}

/** Received ballots that are not in the figures yet, or count in another period, and why. */
export function PendingNote({ report, words }: PendingNoteProps) {
  const { pending, carried_in } = report.ballots;
  const isClosed = report.period.closed_at !== null;
  return (
    <>
      {carried_in > 0 ? <p class="note">{words.status.carriedIn(carried_in)}</p> : null}
      {pending === null || pending <= 0 ? null : isClosed ? (
        <p class="note">{words.status.carriedOn(pending)}</p>
      ) : (
        <p class="note">
          <strong>{words.status.pending(pending)}</strong> {words.status.pendingWhy}
        </p>
      )}
    </>
  );
}

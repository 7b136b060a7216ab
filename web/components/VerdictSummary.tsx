import { sayStatus } from '../formatting/status-sentences.ts';
import { sayVerdict } from '../formatting/verdict-sentences.ts';
import type { FigureMessages } from '../messages/figures.vi.ts';
import type { ReportView, VerdictView } from '../types/report-view.ts';
import { VerdictHeading } from './VerdictHeading.tsx';

interface VerdictSummaryProps {
  /** Id of the heading, unique on the page. */
  readonly id: string;
  readonly report: ReportView;
  readonly verdict: VerdictView;
  readonly level: 2 | 3;
  readonly words: FigureMessages;
}

export function VerdictSummary({ id, report, verdict, level, words }: VerdictSummaryProps) {
  const sentences = sayVerdict(report, verdict, words);
  return (
    <div class={`verdict verdict-${sentences.tone}`}>
      <VerdictHeading id={id} sentences={sentences} level={level} />
      <p class="verdict-said">{[...sentences.summary, sentences.rest].filter(Boolean).join(' ')}</p>
      {sentences.more.length === 0 ? null : <p>{sentences.more.join(' ')}</p>}
      <p class="soft">{sayStatus(report, words)}</p>
    </div>
  );
}

import { formatPercent } from '../formatting/numbers.ts';
import type { FigureMessages } from '../messages/figures.vi.ts';
import type { ReportView } from '../types/report-view.ts';

interface ReliabilityProps {
  readonly report: ReportView;
  readonly words: FigureMessages;
}

/** Written for readers who know no statistics. */
export function Reliability({ report, words: { locale, results } }: ReliabilityProps) {
  const words = results.reliability;
  const { denominator, minimum_n, suppressed } = report.indicator;
  const rate = report.response_rate_percent;
  const sentences =
    denominator === null || suppressed
      ? [words.noFigure]
      : [
          words.voices(denominator),
          denominator < minimum_n ? words.few : null,
          rate === null ? words.shareUnknown : words.shareKnown(formatPercent(rate, null, locale)),
          words.senders,
          words.kept,
        ];
  return (
    <section aria-labelledby="reliability">
      <h2 id="reliability">{words.heading}</h2>
      <p>{sentences.filter((sentence) => sentence !== null).join(' ')}</p>
    </section>
  );
}

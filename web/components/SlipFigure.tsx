import { saySlipFigure } from '../formatting/slip-sentences.ts';
import type { FigureMessages } from '../messages/figures.vi.ts';
import type { IndicatorView } from '../types/report-view.ts';

interface SlipFigureProps {
  /** Null: no slips in the period. */
  readonly slips: IndicatorView | null;
  /** Element id, unique on the page. */
  readonly id: string;
  readonly level: 2 | 3 | 4;
  readonly words: FigureMessages;
}

export function SlipFigure({ slips, id, level, words }: SlipFigureProps) {
  if (slips === null) return null;
  const Heading = `h${level}` as const;
  return (
    <section class="beside" aria-labelledby={id}>
      <Heading id={id}>{words.slips.heading}</Heading>
      <p>{saySlipFigure(slips, words)}</p>
      <p class="soft">{words.slips.what}</p>
    </section>
  );
}

import { saySlipFigure } from '../formatting/slip-sentences.ts';
import { slipMessages } from '../messages/slips.ts';
import type { Locale } from '../types/locale.ts';
import type { IndicatorView } from '../types/report-view.ts';

interface BesideFigureProps {
  /** null: there are no one-time slips, and nothing to set beside the headline. */
  readonly slips: IndicatorView | null;
  /** Unique on the page. */
  readonly id: string;
  readonly level: 2 | 3 | 4;
  readonly locale: Locale;
}

/** One-time slips alone, beside the headline: with its own n and interval, and what it does and does not prove. */
export function BesideFigure({ slips, id, level, locale }: BesideFigureProps) {
  if (slips === null) return null;
  const words = slipMessages(locale).figure;
  const Heading = `h${level}` as const;
  return (
    <section class="beside" aria-labelledby={id}>
      <Heading id={id}>{words.heading}</Heading>
      <p>{saySlipFigure(slips, locale)}</p>
      <p class="soft">{words.what}</p>
    </section>
  );
}

import { saySlipFigure } from '../formatting/slip-sentences.ts';
import { slipMessages } from '../messages/slips.ts';
import type { Locale } from '../types/locale.ts';
import type { BesideView } from '../types/report-view.ts';

interface BesideFigureProps {
  /** null: there are no one-time slips, and nothing to set beside the headline. */
  readonly beside: BesideView | null | undefined;
  /** Unique on the page. */
  readonly id: string;
  readonly level: 2 | 3 | 4;
  readonly locale: Locale;
}

/**
 * The other figure beside the headline: one-time slips alone, or all ballots where slips come first. With its
 * own n and interval, and what it does and does not prove.
 */
export function BesideFigure({ beside, id, level, locale }: BesideFigureProps) {
  if (!beside) return null;
  const words = slipMessages(locale).figure;
  const Heading = `h${level}` as const;
  const isSlips = beside.kind === 'single-use';
  return (
    <section class="beside" aria-labelledby={id}>
      {isSlips ? null : <p>{words.isHeadline}</p>}
      {beside.wasToBeFirst ? <p>{words.headlineMissing}</p> : null}
      <Heading id={id}>{isSlips ? words.heading : words.allHeading}</Heading>
      <p>{saySlipFigure(beside.indicator, locale)}</p>
      <p class="soft">
        {isSlips ? words.what : words.allWhat} {isSlips ? null : words.what}
      </p>
    </section>
  );
}

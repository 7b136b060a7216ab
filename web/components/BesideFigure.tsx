import { formatCount, formatPercent, formatShare, type Locale } from '../formatting/numbers.ts';
import { slipMessages } from '../messages/slips.ts';
import type { BesideView, IndicatorView } from '../pages/report-view.ts';

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
      <p>{sayFigure(beside.indicator, locale)}</p>
      <p class="soft">
        {isSlips ? words.what : words.allWhat} {isSlips ? null : words.what}
      </p>
    </section>
  );
}

function sayFigure(indicator: IndicatorView | null, locale: Locale): string {
  const words = slipMessages(locale).figure;
  if (indicator === null || indicator.suppressed) return words.hidden;
  const { numerator, denominator, percent, interval, target } = indicator;
  if (numerator === null || denominator === null) return words.hidden;
  const counts = [formatCount(denominator, locale), formatCount(numerator, locale)] as const;
  if (percent === null) return words.counts(...counts);
  const aim = target?.percent ?? null;
  const share = words.share(...counts, formatShare(numerator, denominator, aim, locale));
  if (interval === null) return share;
  return `${share} ${words.interval(
    formatPercent(interval.low, aim, locale),
    formatPercent(interval.high, aim, locale),
  )}`;
}

import { slipMessages } from '../messages/slips.ts';
import type { Locale } from '../types/locale.ts';
import type { BesideView, IndicatorView } from '../types/report-view.ts';
import { formatCount, formatPercent, formatShare } from './numbers.ts';

/** A figure with its own n and interval in one or two sentences; null shows nothing, and says so. */
export function saySlipFigure(indicator: IndicatorView | null, locale: Locale): string {
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

/** What stands beside the headline, in sentences for paper; none where there are no one-time slips. */
export function sayBeside(beside: BesideView | null | undefined, locale: Locale): string[] {
  if (!beside) return [];
  const words = slipMessages(locale).figure;
  const isSlips = beside.kind === 'single-use';
  const heading = isSlips ? words.heading : words.allHeading;
  return [
    ...(isSlips ? [] : [words.isHeadline]),
    ...(beside.wasToBeFirst ? [words.headlineMissing] : []),
    `${heading}: ${saySlipFigure(beside.indicator, locale)}`,
    words.what,
  ];
}

import type { FigureMessages } from '../messages/figures.vi.ts';
import type { IndicatorView } from '../types/report-view.ts';
import { formatCount, formatPercent, formatShare } from './numbers.ts';

export function saySlipFigure(indicator: IndicatorView, { slips: words, locale }: FigureMessages): string {
  if (indicator.suppressed) return words.hidden;
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

/** Sentences for print about the slip figure; empty if there are no slips. */
export function saySlips(slips: IndicatorView | null, words: FigureMessages): string[] {
  if (slips === null) return [];
  return [`${words.slips.heading}: ${saySlipFigure(slips, words)}`, words.slips.what];
}

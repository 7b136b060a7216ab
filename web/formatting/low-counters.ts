import { leaderVi } from '../messages/leader.vi.ts';
import type { LowCounterView } from '../types/leader-view.ts';
import type { FixFirstView, IndicatorView, ReportView } from '../types/report-view.ts';
import { formatPoints, formatShare } from './numbers.ts';

/** Below this many ballots a counter has no percentage (method §7.5). */
const LEAST_FOR_PERCENT = 30;

/** The counter's name with its figure, and the rest of the sentence. */
export function sayLowCounter(
  { name, numerator, denominator, isBelowTarget, points }: LowCounterView,
  { target, minimum_n }: IndicatorView,
): readonly [string, string] {
  const { where } = leaderVi;
  const hasPercent = denominator >= Math.max(LEAST_FOR_PERCENT, minimum_n);
  const share = formatShare(numerator, denominator, target?.percent ?? null, 'vi');
  const change =
    points === null
      ? ''
      : `, ${(points < 0 ? where.down : where.up)(formatPoints(Math.abs(points), 'vi').replace('+', ''))}`;
  const counts = hasPercent ? ` (${where.counts(numerator, denominator)})` : '';
  return [
    `${name}: ${hasPercent ? share : where.few(numerator, denominator)}`,
    `${isBelowTarget ? `, ${where.below}${counts}` : counts}${change}`,
  ];
}

/** Says why no counter is named as low. */
export function nameLowCounters({ counters, indicator }: ReportView): string {
  const { where } = leaderVi;
  const hasMany = counters.some(({ denominator }) => (denominator ?? 0) >= LEAST_FOR_PERCENT);
  if (!hasMany) return where.tooFew;
  return indicator.target === null ? where.noTarget : where.none;
}

/** Names up to two questions, without counts, because their denominator is not the headline's. */
export function sayWhat(
  fixFirst: readonly FixFirstView[],
  { neutral, dissatisfied }: IndicatorView,
  itemNames: Readonly<Record<string, string>>,
): string {
  if (fixFirst.length > 0) {
    return fixFirst
      .slice(0, 2)
      .map(({ item }) => itemNames[item] ?? item)
      .join('; ');
  }
  return neutral === 0 && dissatisfied === 0 ? leaderVi.what.nobody : leaderVi.what.unknown;
}

import { leaderVi } from '../messages/leader.vi.ts';
import type { LeaderView, LowCounterView } from '../types/leader-view.ts';
import type { IndicatorView, ReportView } from '../types/report-view.ts';
import { formatPoints, formatShare } from './numbers.ts';

const LEAST_FOR_PERCENT = 30;

/** The counter's name with its figure, and the rest of the sentence, which is printed in another style. */
export function sayLowCounter(
  { name, numerator, denominator, isBelowTarget, points }: LowCounterView,
  { target, minimum_n }: IndicatorView,
): readonly [string, string] {
  const { where } = leaderVi;
  const hasPercent = denominator >= Math.max(LEAST_FOR_PERCENT, minimum_n);
  const share = formatShare(numerator, denominator, target?.percent ?? null, 'vi');
  const change =
    points === null ? '' : `, ${(points < 0 ? where.down : where.up)(formatPoints(points, 'vi'))}`;
  const counts = hasPercent ? ` (${where.counts(numerator, denominator)})` : '';
  return [
    `${name}: ${hasPercent ? share : where.few(numerator, denominator)}`,
    `${isBelowTarget ? `, ${where.below}${counts}` : counts}${change}`,
  ];
}

export const codesBelowTarget = (counters: readonly LowCounterView[]): string[] =>
  counters.filter(({ isBelowTarget }) => isBelowTarget).map(({ code }) => code);

/** The sentence for an empty list of low counters: too few ballots, no target, or no counter is low. */
export function nameLowCounters({ counters, indicator }: ReportView): string {
  const { where } = leaderVi;
  const hasMany = counters.some(({ denominator }) => (denominator ?? 0) >= LEAST_FOR_PERCENT);
  if (!hasMany) return where.tooFew;
  return indicator.target === null ? where.noTarget : where.none;
}

/**
 * Names the question to improve first with its most frequent reason, or two questions if no reason is
 * frequent enough. Without numbers, because these count other ballots than the main percentage does.
 */
export function sayWhat(
  { fixFirst, topReason, itemNames }: Pick<LeaderView, 'fixFirst' | 'topReason' | 'itemNames'>,
  { neutral, dissatisfied }: IndicatorView,
): string {
  const [first, second] = fixFirst.map(({ item }) => itemNames[item] ?? item);
  if (first !== undefined && topReason !== null) return leaderVi.what.reason(first, topReason);
  if (first !== undefined) return second === undefined ? first : `${first}; ${second}`;
  return neutral === 0 && dissatisfied === 0 ? leaderVi.what.nobody : leaderVi.what.unknown;
}

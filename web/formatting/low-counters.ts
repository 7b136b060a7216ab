import { leaderVi } from '../messages/leader.vi.ts';
import type { LeaderView, LowCounterView } from '../types/leader-view.ts';
import type { IndicatorView, ReportView } from '../types/report-view.ts';
import { formatPoints, formatShare } from './numbers.ts';

type Sentence = readonly [subject: string, rest: string];

/** Below this many ballots a counter has no percentage. */
const LEAST_FOR_PERCENT = 30;

/** The counter's name with its figure, and the rest of the sentence, which is printed in another style. */
export function sayLowCounter(
  { name, numerator, denominator, isBelowTarget, points }: LowCounterView,
  { target, minimum_n }: IndicatorView,
): Sentence {
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

/** Counters below the target are low; the others on the list have only fallen. */
export const splitLow = (counters: readonly LowCounterView[]) => ({
  low: counters.filter(({ isBelowTarget }) => isBelowTarget),
  fallen: counters.filter(({ isBelowTarget }) => !isBelowTarget),
});

/** Codes of the counters that tables mark as below the target. */
export const codesBelowTarget = (counters: readonly LowCounterView[]): string[] =>
  splitLow(counters).low.map(({ code }) => code);

/**
 * Without low counters, the lowest one whose share is below the target although its interval is not, because a reader
 * sees that share in the table; else why none is named: too few ballots, no target, or none is low.
 */
function listUnsure({ counters, indicator: { target, minimum_n } }: ReportView): Sentence[] {
  const { where } = leaderVi;
  const many = counters.flatMap(({ name, numerator, denominator }) =>
    numerator !== null && denominator !== null && denominator >= Math.max(LEAST_FOR_PERCENT, minimum_n)
      ? [{ name, numerator, denominator }]
      : [],
  );
  if (many.length === 0) return [['', where.tooFew]];
  if (target === null) return [['', where.noTarget]];
  const [lowest, ...others] = many
    .filter(({ numerator, denominator }) => 100 * numerator < target.percent * denominator)
    .sort((a, b) => a.numerator * b.denominator - b.numerator * a.denominator);
  if (lowest === undefined) return [['', where.none]];
  const { name, numerator, denominator } = lowest;
  return [
    [
      `${name}: ${formatShare(numerator, denominator, target.percent, 'vi')}`,
      `, ${where.unsure(denominator)}`,
    ],
    ...sayMore(others.length),
  ];
}

const sayMore = (counters: number): Sentence[] =>
  counters === 0 ? [] : [['', leaderVi.where.more(counters)]];

/** Maximum number of low counters named; of the others only the number is shown. */
const NAMED_COUNTERS = 3;

/** Where satisfaction is low: each counter's name with its figure, and the rest of the sentence. */
export function sayWhere(lowCounters: readonly LowCounterView[], report: ReportView): Sentence[] {
  if (lowCounters.length === 0) return listUnsure(report);
  return [
    ...lowCounters.slice(0, NAMED_COUNTERS).map((counter) => sayLowCounter(counter, report.indicator)),
    ...sayMore(Math.max(0, lowCounters.length - NAMED_COUNTERS)),
  ];
}

/** One sentence for a report without low counters. */
export const sayNoneLow = (report: ReportView): string =>
  listUnsure(report)
    .map((parts) => parts.join(''))
    .join('; ');

/**
 * Names the first question, with its most frequent reason or else how it was chosen. No counts, because they are of
 * other ballots than the headline.
 */
export function sayWhat(
  { fixFirst, topReason, itemNames }: Pick<LeaderView, 'fixFirst' | 'topReason' | 'itemNames'>,
  { neutral, dissatisfied }: IndicatorView,
): Sentence {
  const { what } = leaderVi;
  const [first] = fixFirst;
  if (first === undefined) return ['', neutral === 0 && dissatisfied === 0 ? what.nobody : what.unknown];
  return [itemNames[first.item] ?? first.item, topReason === null ? what.why : what.reason(topReason)];
}

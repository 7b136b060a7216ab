import type { ChangeView } from '../../web/types/report-view.ts';
import { fisherExact } from '../statistics/fisher.ts';
import { holm } from '../statistics/holm.ts';

export interface Proportion {
  readonly numerator: number;
  readonly denominator: number;
}

export interface Comparison {
  readonly id: string;
  /**
   * Marks the comparison of the page's main figure, which gets three quarters of the significance level; all other
   * comparisons share the rest. At most one comparison may set it; if none does, all get equal parts.
   */
  readonly isFirst?: boolean;
  readonly before: Proportion;
  readonly after: Proportion;
}

/**
 * `difference_points` subtracts the two shares after rounding to one decimal, as pages print them, so that a reader
 * who subtracts gets the same. When there are no answers before or after, all fields but the id are null.
 */
export interface Change extends ChangeView {
  /** Fisher's exact test, two-sided. */
  readonly p: number | null;
  /** `p` after Holm's correction over all comparisons of the call. */
  readonly p_adjusted: number | null;
}

/** Fraction of the significance level for the comparison with `isFirst`. */
const FIRST_SHARE = 0.75;

/** In tenths of a percent, rounded half up. */
const toTenths = ({ numerator, denominator }: Proportion): number =>
  Math.floor((2000 * numerator + denominator) / (2 * denominator));

/** Weights for `holm`; their sum must be the number of comparisons. */
function weigh(comparisons: readonly Comparison[]): number[] {
  const others = comparisons.filter(({ isFirst }) => !isFirst).length;
  if (others === 0 || others === comparisons.length) return comparisons.map(() => 1);
  const all = comparisons.length;
  const first = (FIRST_SHARE * all) / (all - others);
  return comparisons.map(({ isFirst }) => (isFirst ? first : ((1 - FIRST_SHARE) * all) / others));
}

/**
 * Compares two periods. Pass all comparisons of a page in one call, because they are corrected together. A
 * comparison without answers before or after is returned, but not tested.
 * @param alpha the family-wise error rate, 0–1.
 */
export function computeChanges(comparisons: readonly Comparison[], alpha = 0.05): Change[] {
  const tested = comparisons.filter(({ before, after }) => before.denominator > 0 && after.denominator > 0);
  const pValues = tested.map(({ before, after }) =>
    fisherExact(
      after.numerator,
      after.denominator - after.numerator,
      before.numerator,
      before.denominator - before.numerator,
    ),
  );
  const adjusted = holm(pValues, weigh(tested));
  return comparisons.map((comparison) => {
    const { id, before, after } = comparison;
    const index = tested.indexOf(comparison);
    const p = pValues[index];
    const p_adjusted = adjusted[index];
    if (p === undefined || p_adjusted === undefined) {
      return { id, difference_points: null, p: null, p_adjusted: null, called: null };
    }
    const crossed = after.numerator * before.denominator - before.numerator * after.denominator;
    return {
      id,
      difference_points: (toTenths(after) - toTenths(before)) / 10,
      p,
      p_adjusted,
      called: p_adjusted > alpha || crossed === 0 ? null : crossed > 0 ? 'up' : 'down',
    };
  });
}

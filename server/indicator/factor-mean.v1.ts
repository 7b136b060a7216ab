import { FACTORS, type Factor } from '../survey/definition.ts';
import type { LevelCounts } from '../tally/level-counts.ts';
import { computeShareSatisfied } from './share-satisfied.v1.ts';

export const FACTOR_MEAN = 'factor-mean/1';

/** Minimum number of answers of an item, unless the unit sets another minimum. */
const DEFAULT_MINIMUM_N = 30;

/** Minimum number of factors with a figure; with fewer, the overall figure is null. */
const MINIMUM_FACTORS = 3;

export interface ItemLevels {
  readonly id: string;
  readonly factor: Factor;
  readonly levels: LevelCounts;
}

interface FactorShare {
  readonly id: Factor;
  /** Unweighted mean of the shares of `items`, 0–100, not rounded; null when no item has enough answers. */
  readonly percent: number | null;
  /** The smallest number of answers among `items`; null when there are none. */
  readonly n: number | null;
  /** Ids of items with enough answers, in the given order. */
  readonly items: string[];
  /** Ids of items with too few answers, in the given order. */
  readonly left_out: string[];
}

interface FactorMean {
  /** Unweighted mean of the factors that have a figure, 0–100, not rounded; null with fewer than three. */
  readonly percent: number | null;
  /** Factors that the survey asks about, in the official order. */
  readonly by: readonly FactorShare[];
}

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * The unweighted mean of the factors of the official form (QĐ 1001/QĐ-BNV, annexed questionnaire). A factor's
 * figure is the unweighted mean of its items' shares of levels 4 and 5. The formula in the available copy of the
 * decision was not legible; this formula reproduces published figures. `minimumN` counts answers at levels 1 to 5.
 */
export function computeFactorMean(
  items: readonly ItemLevels[],
  minimumN: number = DEFAULT_MINIMUM_N,
): FactorMean {
  const by: FactorShare[] = [];
  for (const id of FACTORS) {
    const asked = items.filter((item) => item.factor === id);
    if (asked.length === 0) continue;
    const shares = asked.map((item) => ({ id: item.id, ...computeShareSatisfied(item.levels) }));
    const used = shares.filter((share) => share.denominator >= minimumN && share.percent !== null);
    by.push({
      id,
      percent: meanOf(used.map((share) => share.percent ?? 0)),
      n: used.length === 0 ? null : Math.min(...used.map((share) => share.denominator)),
      items: used.map((share) => share.id),
      left_out: shares.filter((share) => !used.includes(share)).map((share) => share.id),
    });
  }
  const counting = by.flatMap((factor) => (factor.percent === null ? [] : [factor.percent]));
  return {
    percent: counting.length < MINIMUM_FACTORS ? null : meanOf(counting),
    by,
  };
}

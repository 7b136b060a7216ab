import type { CountDistribution } from './count-tails.ts';

/** Statistics of a history of daily counts. */
export interface UsualCount {
  /** At least 2. */
  readonly days: number;
  /** Mean count of a day. */
  readonly mean: number;
  /** Sample variance. */
  readonly variance: number;
}

/** One standard error; one-sided, 84 % of estimates err by less. */
const Z = 1;

/** null for fewer than two days. */
export function usualCountOf(counts: readonly number[]): UsualCount | null {
  const days = counts.length;
  if (days < 2) return null;
  const mean = counts.reduce((sum, count) => sum + count, 0) / days;
  const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (days - 1);
  return { days, mean, variance };
}

/** 16 % quantile of chi-squared (approximation of Wilson and Hilferty 1931). */
function lowChiSquared(freedom: number): number {
  const step = 2 / (9 * freedom);
  return freedom * (1 - step - Z * Math.sqrt(step)) ** 3;
}

/**
 * Conservative distribution of the sum of `span` days: mean and variance are estimates, so each is raised by one
 * standard error. One ballot is added to the history, so that a history without ballots does not make the first one
 * impossible.
 * @param span days, at least 1.
 */
export function cautiousSum({ days, mean, variance }: UsualCount, span: number): CountDistribution {
  const least = mean + 1 / days;
  const spread = Math.max(variance, least);
  const high = least + Z * Math.sqrt(spread / days);
  const varianceHigh = Math.max(high, (spread * (days - 1)) / lowChiSquared(days - 1));
  return { mean: span * high, variance: span * varianceHigh };
}

/** Distribution of one day as estimated, without raising mean or variance. */
export function plainDay({ days, mean, variance }: UsualCount): CountDistribution {
  const least = Math.max(mean, 1 / days);
  return { mean: least, variance: Math.max(variance, least) };
}

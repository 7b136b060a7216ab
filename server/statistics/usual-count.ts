import type { CountDistribution } from './count-tails.ts';

/** What a history of daily counts says of a day. */
export interface UsualCount {
  /** How many days it is taken from, at least 2. */
  readonly days: number;
  /** Of a day, on average. */
  readonly mean: number;
  /** Their sample variance. */
  readonly variance: number;
}

/** One standard error: five in six estimates err by less in this direction. */
const Z = 1;

/** Mean and sample variance of daily counts; null for fewer than two days. */
export function usualCountOf(counts: readonly number[]): UsualCount | null {
  const days = counts.length;
  if (days < 2) return null;
  const mean = counts.reduce((sum, count) => sum + count, 0) / days;
  const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (days - 1);
  return { days, mean, variance };
}

/** The value of chi-squared that one draw in six stays below (Wilson and Hilferty 1931). */
function lowChiSquared(freedom: number): number {
  const step = 2 / (9 * freedom);
  return freedom * (1 - step - Z * Math.sqrt(step)) ** 3;
}

/**
 * The distribution of the sum of some days, as large as the history allows: mean and variance are not known,
 * only estimated, so each is taken one standard error higher than it was found. One is added to
 * the history's sum, so that a history of zeros does not make the first count impossible.
 * @param span days that are added up, at least 1.
 */
export function cautiousSum({ days, mean, variance }: UsualCount, span: number): CountDistribution {
  const least = mean + 1 / days;
  const spread = Math.max(variance, least);
  const high = least + Z * Math.sqrt(spread / days);
  const varianceHigh = Math.max(high, (spread * (days - 1)) / lowChiSquared(days - 1));
  return { mean: span * high, variance: span * varianceHigh };
}

/** The distribution of one day as the history has it, without caution in either direction. */
export function plainDay({ days, mean, variance }: UsualCount): CountDistribution {
  const least = Math.max(mean, 1 / days);
  return { mean: least, variance: Math.max(variance, least) };
}

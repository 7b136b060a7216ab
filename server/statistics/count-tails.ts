/**
 * Distribution of a count that varies by chance: Poisson if the variance equals the mean; if it is larger, the
 * negative binomial (Greenwood and Yule 1920), because counts of what people do vary more. Sums are exact, without
 * the normal approximation.
 */
interface CountDistribution {
  readonly mean: number;
  /** At least the mean. */
  readonly variance: number;
}

/** A term smaller than this fraction of the sum does not change it in double precision. */
const NEGLIGIBLE = 1e-17;
/** Far below the largest double, so that one more factor cannot overflow. */
const LARGE = 1e200;
/** Below this relative excess of the variance the negative binomial loses precision, so Poisson is used. */
const POISSON_EXCESS = 1e-9;

function check({ mean, variance }: CountDistribution): void {
  if (!(mean > 0 && variance >= mean && Number.isFinite(variance)))
    throw new RangeError(`no distribution of counts: mean ${mean}, variance ${variance}`);
}

/** Shape parameter of the negative binomial; infinite for Poisson. */
function shapeOf({ mean, variance }: CountDistribution): number {
  const excess = variance - mean;
  return excess <= POISSON_EXCESS * mean ? Number.POSITIVE_INFINITY : (mean * mean) / excess;
}

/** Ratio of neighbouring probabilities, P(n + 1) / P(n). */
function ratioAfter(n: number, mean: number, shape: number): number {
  if (shape === Number.POSITIVE_INFINITY) return mean / (n + 1);
  return ((shape + n) / (n + 1)) * (mean / (shape + mean));
}

function logZero(mean: number, shape: number): number {
  return shape === Number.POSITIVE_INFINITY ? -mean : -shape * Math.log1p(mean / shape);
}

/** @throws RangeError unless 0 < mean ≤ variance. */
export function probabilityOfNone(distribution: CountDistribution): number {
  check(distribution);
  return Math.exp(logZero(distribution.mean, shapeOf(distribution)));
}

/**
 * 0–1. Takes time proportional to `least` and the mean.
 * @throws RangeError unless 0 < mean ≤ variance and `least` is whole and not negative.
 */
export function probabilityOfAtLeast(least: number, distribution: CountDistribution): number {
  check(distribution);
  if (!Number.isSafeInteger(least) || least < 0) throw new RangeError(`not a count: ${least}`);
  if (least === 0) return 1;
  const { mean } = distribution;
  const shape = shapeOf(distribution);
  let logTerm = logZero(mean, shape);
  // Takes one logarithm of a product of many terms, because a logarithm is as slow as many multiplications.
  let product = 1;
  for (let n = 0; n < least; n += 1) {
    product *= ratioAfter(n, mean, shape);
    if (product > LARGE || product < 1 / LARGE) {
      logTerm += Math.log(product);
      product = 1;
    }
  }
  logTerm += Math.log(product);
  let term = 1;
  let sum = 1;
  // Beyond the mean terms decrease geometrically; before it they increase, so the sum must go on.
  for (let n = least; term > sum * NEGLIGIBLE || n < mean; n += 1) {
    term *= ratioAfter(n, mean, shape);
    sum += term;
  }
  return Math.min(1, Math.exp(logTerm + Math.log(sum)));
}

export interface UsualCount {
  /** At least 2. */
  readonly days: number;
  readonly mean: number;
  readonly variance: number;
}

/** Standard errors by which an estimate is raised, so that it is too low in 16 % of cases only. */
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
 * Conservative distribution of the sum of `span` days: raises the estimated mean and variance by one standard error
 * each. One ballot is added to the history, so that the first ballot after a history without ballots is not
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

/** Distribution of one day, without raising mean or variance. */
export function plainDay({ days, mean, variance }: UsualCount): CountDistribution {
  const least = Math.max(mean, 1 / days);
  return { mean: least, variance: Math.max(variance, least) };
}

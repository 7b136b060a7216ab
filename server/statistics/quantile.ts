/**
 * Nearest-rank quantile: the smallest value that at least `share` (0–1) of all values do not exceed; NaN without
 * values.
 */
export const quantile = (ascending: readonly number[], share: number): number =>
  ascending[Math.min(ascending.length, Math.max(1, Math.ceil(share * ascending.length))) - 1] ?? Number.NaN;

/** Median of unsorted values; for an even number of values the lower of the middle two. */
export const median = (values: readonly number[]): number =>
  quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );

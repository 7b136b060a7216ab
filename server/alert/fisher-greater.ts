/**
 * Fisher's exact test of the table a b / c d, one-sided: the probability that the first row holds `a` or more
 * of all that are in the first column, where the rows do not differ. By enumeration from the observed table
 * outwards; 1 when a margin is 0. Takes time proportional to the smallest margin.
 * @throws RangeError unless the counts are whole and not negative.
 */
export function fisherGreater(a: number, b: number, c: number, d: number): number {
  if ([a, b, c, d].some((count) => !Number.isSafeInteger(count) || count < 0))
    throw new RangeError(`not a table of counts: ${[a, b, c, d].join(' ')}`);
  const row = a + b;
  const otherRow = c + d;
  const column = a + c;
  const most = Math.min(row, column);
  const least = Math.max(0, column - otherRow);
  // Weights relative to the observed table, by the ratio of neighbours.
  let above = 1;
  for (let k = a, weight = 1; k < most; k += 1) {
    weight *= ((row - k) / (k + 1)) * ((column - k) / (otherRow - column + k + 1));
    above += weight;
  }
  let below = 0;
  for (let k = a, weight = 1; k > least && weight < Number.MAX_VALUE; k -= 1) {
    weight *= (k / (row - k + 1)) * ((otherRow - column + k) / (column - k + 1));
    below += weight;
  }
  return above / (above + below);
}

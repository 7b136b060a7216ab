/**
 * Holm's adjusted p-values (Holm 1979), in the given order.
 * @param weights above 0, one per value: how alpha is divided (weighted procedure of the same paper). Equal by
 * default.
 * @throws RangeError when a value is not between 0 and 1, or a weight not above 0.
 */
export function holm(
  pValues: readonly number[],
  weights: readonly number[] = pValues.map(() => 1),
): number[] {
  if (pValues.some((p) => !(p >= 0 && p <= 1))) throw new RangeError('a p-value is between 0 and 1');
  const values = pValues.map((p, index) => ({ p, weight: weights[index] ?? 0, index }));
  if (values.some(({ weight }) => !(weight > 0))) throw new RangeError('a weight is above 0');
  const order = [...values].sort((left, right) => left.p / left.weight - right.p / right.weight);
  const adjusted = pValues.map(() => 1);
  let highest = 0;
  order.forEach(({ p, weight, index }, rank) => {
    const left = order.slice(rank).reduce((sum, other) => sum + other.weight, 0);
    highest = Math.max(highest, Math.min(1, (p * left) / weight));
    adjusted[index] = highest;
  });
  return adjusted;
}

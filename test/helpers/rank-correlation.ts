/**
 * Kendall's τ-a of a sequence of distinct ranks against its own order: 1 when they rise throughout, −1 when they
 * fall, near 0 when they are independent of the order.
 */
export function kendallTau(ranks: readonly number[]): number {
  let balance = 0;
  for (const [index, earlier] of ranks.entries()) {
    for (const later of ranks.slice(index + 1)) balance += Math.sign(later - earlier);
  }
  return (2 * balance) / (ranks.length * (ranks.length - 1));
}

/** Bound that |τ| of a random order exceeds about once in fifteen thousand: four standard deviations. */
export const chanceTau = (n: number): number => 4 * Math.sqrt((2 * (2 * n + 5)) / (9 * n * (n - 1)));

/**
 * Kendall's τ-a between distinct ranks and their order in the list: 1 if they always rise, −1 if they always
 * fall, near 0 if they are random.
 */
export function kendallTau(ranks: readonly number[]): number {
  let balance = 0;
  for (const [index, earlier] of ranks.entries()) {
    for (const later of ranks.slice(index + 1)) balance += Math.sign(later - earlier);
  }
  return (2 * balance) / (ranks.length * (ranks.length - 1));
}

/** Four standard deviations: |τ| of `n` random ranks is larger once in about fifteen thousand cases. */
export const chanceTau = (n: number): number => 4 * Math.sqrt((2 * (2 * n + 5)) / (9 * n * (n - 1)));

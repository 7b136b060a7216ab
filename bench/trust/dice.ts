import type { Random } from '../../server/lib/random.ts';

/** A seeded random generator, fast enough for millions of ballots. Not for secrets. */
export interface Dice {
  /** Uniform in [0, 1). */
  next(): number;
}

/** Hashes a text to four 32-bit words. */
function wordsOf(seed: string): [number, number, number, number] {
  let a = 1779033703;
  let b = 3144134277;
  let c = 1013904242;
  let d = 2773480762;
  for (let at = 0; at < seed.length; at += 1) {
    const code = seed.charCodeAt(at);
    a = b ^ Math.imul(a ^ code, 597399067);
    b = c ^ Math.imul(b ^ code, 2869860233);
    c = d ^ Math.imul(c ^ code, 951274213);
    d = a ^ Math.imul(d ^ code, 2716044179);
  }
  return [a, b, c, d];
}

/** The generator sfc32 of Chris Doty-Humphrey, which passes the tests of PractRand. */
export function createDice(seed: string): Dice {
  let [a, b, c, d] = wordsOf(seed);
  const word = (): number => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  // Skips the first words, in which similar seeds can still be recognised.
  for (let turn = 0; turn < 15; turn += 1) word();
  return { next: () => word() / 2 ** 32 };
}

/** An adapter for server code that takes a `Random`. */
export const bytesOf = (dice: Dice): Random => ({
  bytes: (count) => Uint8Array.from({ length: count }, () => Math.floor(256 * dice.next())),
});

/** Uniform in [low, high). */
export const between = (dice: Dice, low: number, high: number): number => low + (high - low) * dice.next();

/** From the standard normal distribution (Box and Muller 1958). */
export const rollNormal = (dice: Dice): number =>
  Math.sqrt(-2 * Math.log(1 - dice.next())) * Math.cos(2 * Math.PI * dice.next());

/** From the log-normal distribution with this median; `sigma` is the standard deviation of the logarithm. */
export const rollLogNormal = (dice: Dice, median: number, sigma: number): number =>
  median * Math.exp(sigma * rollNormal(dice));

/** From the Poisson distribution; `mean` must be below some hundreds. */
export function rollPoisson(dice: Dice, mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = dice.next(); product > limit; product *= dice.next()) count += 1;
  return count;
}

/** A random index, with a probability proportional to its weight. */
export function rollPlace(dice: Dice, weights: readonly number[]): number {
  let rest = dice.next() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [place, weight] of weights.entries()) {
    rest -= weight;
    if (rest < 0) return place;
  }
  return weights.length - 1;
}

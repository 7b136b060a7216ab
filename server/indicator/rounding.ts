/** Digits that a double carries for certain; what lies beyond is an artefact of binary. */
const CERTAIN_DIGITS = 15;

/**
 * At most two decimals, halves away from zero, for JSON and files. Round once, at the end. Decimal
 * halves are seen as such though binary cannot hold them: 1.005 becomes 1.01.
 * @throws RangeError when the number is not finite.
 */
export function roundForData(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`not a figure: ${value}`);
  const hundredths = Math.round(Number((Math.abs(value) * 100).toPrecision(CERTAIN_DIGITS)));
  return hundredths === 0 ? 0 : (Math.sign(value) * hundredths) / 100;
}

/** A share as counted, and what it is held against. */
export interface ShareOnScreen {
  readonly numerator: number;
  /** Not 0. */
  readonly denominator: number;
  /** 0–100, at most two decimals; null where there is no target. */
  readonly targetPercent: number | null;
}

const sign = (value: bigint): number => (value > 0n ? 1 : value < 0n ? -1 : 0);

/**
 * How many decimals a percentage needs on the screen: one, and as many more as it takes for the rounded
 * figure (halves away from zero) to stay on the exact one's side of the target: 89.96 at 90 is not
 * "90.0". A share that equals the target takes one, or two where the target itself has two.
 * @throws RangeError when the denominator is not above 0 or a count is not whole.
 */
export function decimalsForScreen({ numerator, denominator, targetPercent }: ShareOnScreen): number {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator <= 0) {
    throw new RangeError(`no share: ${numerator} of ${denominator}`);
  }
  if (targetPercent === null) return 1;
  const n = BigInt(denominator);
  const targetHundredths = BigInt(Math.round(targetPercent * 100));
  const side = sign(BigInt(numerator) * 10_000n - targetHundredths * n);
  for (let decimals = 1; ; decimals += 1) {
    const scale = 10n ** BigInt(decimals);
    const rounded = (2n * BigInt(numerator) * 100n * scale + n) / (2n * n);
    if (sign(rounded * 100n - targetHundredths * scale) === side) return decimals;
  }
}

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

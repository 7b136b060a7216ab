import type { Interval } from '../statistics/wilson-interval.ts';

/** Significant decimal digits that a double always preserves. */
const CERTAIN_DIGITS = 15;

/**
 * Rounds to at most two decimals, halves away from zero, for JSON and files. Round once, at the end. Decimal halves
 * round correctly although binary cannot represent them: 1.005 becomes 1.01.
 * @throws RangeError when the number is not finite.
 */
export function roundForData(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`not a figure: ${value}`);
  const hundredths = Math.round(Number((Math.abs(value) * 100).toPrecision(CERTAIN_DIGITS)));
  return hundredths === 0 ? 0 : (Math.sign(value) * hundredths) / 100;
}

export const roundInterval = ({ low, high }: Interval): Interval => ({
  low: roundForData(low),
  high: roundForData(high),
});

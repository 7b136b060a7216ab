import type { Locale } from '../types/locale.ts';

const MARKS = { vi: { decimal: ',', thousands: '.' }, en: { decimal: '.', thousands: ',' } } as const;

/** U+2212: read as "minus" by screen readers, and no line break after it. */
const MINUS = '−';

const groupThousands = (digits: string, locale: Locale): string =>
  digits.replace(/\B(?=(\d{3})+$)/g, MARKS[locale].thousands);

/** A count with grouped thousands: `1.000` in Vietnamese, `1,000` in English. */
export function formatCount(count: number, locale: Locale): string {
  const digits = groupThousands(Math.abs(Math.trunc(count)).toString(), locale);
  return count <= -1 ? `${MINUS}${digits}` : digits;
}

/** Formats `units / 10 ** decimals` with the locale's separators. */
function formatUnits(units: bigint, decimals: number, locale: Locale): string {
  const digits = units.toString().padStart(decimals + 1, '0');
  const whole = groupThousands(digits.slice(0, digits.length - decimals), locale);
  return decimals === 0 ? whole : `${whole}${MARKS[locale].decimal}${digits.slice(-decimals)}`;
}

const compare = (left: bigint, right: bigint): number => (left < right ? -1 : left > right ? 1 : 0);

/** Percentages and targets have at most two decimals as data. */
const toHundredths = (percent: number): bigint => BigInt(Math.round(percent * 100));

/**
 * Decimals that a share needs on screen: one, and as many more as it takes for the rounded figure to be on
 * the same side of the target as the exact one (or equal to it, if the share equals the target exactly).
 * `numerator / denominator` is the share; the target is in percent with at most two decimals; null: one
 * decimal. Rounds half up.
 * @throws RangeError unless the denominator is positive
 */
export function decimalsForShare(numerator: number, denominator: number, target: number | null): number {
  return roundShare(BigInt(numerator), BigInt(denominator), target).decimals;
}

function roundShare(numerator: bigint, denominator: bigint, target: number | null) {
  if (denominator <= 0n) throw new RangeError('a share needs a denominator above 0');
  const goal = target === null ? null : toHundredths(target);
  for (let decimals = 1; ; decimals += 1) {
    const scale = 10n ** BigInt(decimals);
    const units = (2n * 100n * numerator * scale + denominator) / (2n * denominator);
    if (goal === null) return { units, decimals };
    const exactSide = compare(numerator * 10_000n, goal * denominator);
    if (compare(units * 100n, goal * scale) === exactSide) return { units, decimals };
  }
}

/**
 * A share as a percentage, rounded once and never across the target: `93,0%`; 8 996 of 10 000 at a target of 90 is
 * `89,96%`, not `90,0%`. No space before `%`.
 */
export function formatShare(
  numerator: number,
  denominator: number,
  target: number | null,
  locale: Locale,
): string {
  const { units, decimals } = roundShare(BigInt(numerator), BigInt(denominator), target);
  return `${formatUnits(units, decimals, locale)}%`;
}

/** A percentage with at most two decimals, rounded once, half up. The denominator must be positive. */
export const roundedPercent = (numerator: number, denominator: number): number =>
  Number((20_000n * BigInt(numerator) + BigInt(denominator)) / (2n * BigInt(denominator))) / 100;

/** A percentage of a report with one decimal, or two if one would round onto the target. */
export function formatPercent(percent: number, target: number | null, locale: Locale): string {
  const { units, decimals } = roundShare(toHundredths(percent), 10_000n, target);
  return `${formatUnits(units, decimals, locale)}%`;
}

/** A target without trailing zeros: `90%`, `92,5%`. */
export function formatTarget(percent: number, locale: Locale): string {
  const text = formatUnits(toHundredths(percent), 2, locale);
  return `${text.replace(/0+$/, '').replace(/[.,]$/, '')}%`;
}

/** Percentage points without a sign, because the words around say the direction: `3,2`. */
export const formatPoints = (points: number, locale: Locale): string =>
  formatUnits(BigInt(Math.round(Math.abs(points) * 10)), 1, locale);

/** A mean level of 1 to 5 with two decimals, from its percentage of the highest level: `86.2` gives `4,31`. */
export const formatScore = (percent: number, locale: Locale): string =>
  formatUnits(BigInt(Math.round(percent * 5)), 2, locale);

/** The fewest satisfied of `denominator` ballots that reach a target in percent. */
export function countForTarget(denominator: number, target: number): number {
  return Number((BigInt(denominator) * toHundredths(target) + 9_999n) / 10_000n);
}

/** A rule's threshold, a whole number or quarters: `20`, `0,75` in Vietnamese, `0.75` in English. */
export const formatThreshold = (value: number, locale: Locale): string =>
  Number.isInteger(value) ? formatCount(value, locale) : String(value).replace('.', MARKS[locale].decimal);

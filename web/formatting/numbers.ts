import type { Locale } from '../types/locale.ts';

const MARKS = { vi: { decimal: ',', thousands: '.' }, en: { decimal: '.', thousands: ',' } } as const;

/** U+2212 instead of a hyphen: screen readers say "minus", and lines do not break after it. */
const MINUS = '−';

const groupThousands = (digits: string, locale: Locale): string =>
  digits.replace(/\B(?=(\d{3})+$)/g, MARKS[locale].thousands);

/** `1.000` in Vietnamese, `1,000` in English. */
export function formatCount(count: number, locale: Locale): string {
  const digits = groupThousands(Math.abs(Math.trunc(count)).toString(), locale);
  return count <= -1 ? `${MINUS}${digits}` : digits;
}

/** Formats the decimal number `units / 10 ** decimals`. */
function formatUnits(units: bigint, decimals: number, locale: Locale): string {
  const digits = units.toString().padStart(decimals + 1, '0');
  const whole = groupThousands(digits.slice(0, digits.length - decimals), locale);
  return decimals === 0 ? whole : `${whole}${MARKS[locale].decimal}${digits.slice(-decimals)}`;
}

const compare = (left: bigint, right: bigint): number => (left < right ? -1 : left > right ? 1 : 0);

/** Percentages in reports and settings have at most two decimals. */
const toHundredths = (percent: number): bigint => BigInt(Math.round(percent * 100));

/**
 * Number of decimals with which a share (`numerator / denominator`, rounded half up) is on the correct side
 * of the target (percent): 1, or more if the share would be rounded onto or across the target.
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
 * `93,0%`. Has more decimals where one would round the share onto or across the target: 8 996 of 10 000 is
 * `89,96%` at a target of 90, not `90,0%`.
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

/** Percent with at most two decimals, rounded half up. The denominator must be positive. */
export const roundedPercent = (numerator: number, denominator: number): number =>
  Number((20_000n * BigInt(numerator) + BigInt(denominator)) / (2n * BigInt(denominator))) / 100;

/** `93,0%`; two decimals where one would round the percentage onto the target. */
export function formatPercent(percent: number, target: number | null, locale: Locale): string {
  const { units, decimals } = roundShare(toHundredths(percent), 10_000n, target);
  return `${formatUnits(units, decimals, locale)}%`;
}

/** `90%`, `92,5%`: without trailing zeros. */
export function formatTarget(percent: number, locale: Locale): string {
  const text = formatUnits(toHundredths(percent), 2, locale);
  return `${text.replace(/0+$/, '').replace(/[.,]$/, '')}%`;
}

/** Percentage points without a sign, because the sentence says whether they rise or fall: `3,2`. */
export const formatPoints = (points: number, locale: Locale): string =>
  formatUnits(BigInt(Math.round(Math.abs(points) * 10)), 1, locale);

/** Mean level, 1–5, from its percentage of the highest level: `86.2` gives `4,31`. */
export const formatScore = (percent: number, locale: Locale): string =>
  formatUnits(BigInt(Math.round(percent * 5)), 2, locale);

/** The smallest number of satisfied ballots among `denominator` that reaches the target (percent). */
export function countForTarget(denominator: number, target: number): number {
  return Number((BigInt(denominator) * toHundredths(target) + 9_999n) / 10_000n);
}

/** The threshold of a rule: `20`; `0,75` in Vietnamese, `0.75` in English. */
export const formatThreshold = (value: number, locale: Locale): string =>
  Number.isInteger(value) ? formatCount(value, locale) : String(value).replace('.', MARKS[locale].decimal);

import { wilsonInterval, Z_95 } from './interval.ts';

/** More ballots than this within one period are never asked for. */
export const MAX_MORE_BALLOTS = 2000;

/** Targets have at most two decimals, so a whole number of these says one exactly. */
const UNITS_PER_PERCENT = 100;
const WHOLE = 100 * UNITS_PER_PERCENT;

export interface VerdictInput {
  /** Satisfied, levels 4 and 5. */
  readonly numerator: number;
  /** All who answered. */
  readonly denominator: number;
  /** In force on the period's last day, 0–100, at most two decimals. */
  readonly targetPercent: number;
  /** Below this many answers nothing is said, usually 30. */
  readonly minimumN: number;
  /** How many there can be answers from in the whole period; null when not known or still growing. */
  readonly transactions: number | null;
}

export interface Verdict {
  /** By exact counts, never by a rounded figure: `met` from the target on. */
  readonly verdict: 'met' | 'not-met' | 'too-few';
  /** The share is the target to the last digit; false when too few. */
  readonly is_exactly_target: boolean;
  /** The whole 95 % interval lies on the verdict's side; false when too few. */
  readonly certain: boolean;
  /**
   * Further ballots, answered alike, that would make it certain, 1–2 000; null when it is certain,
   * cannot be settled or there are too few ballots to say anything.
   */
  readonly more_ballots_needed: number | null;
  /**
   * Why it cannot become certain in this period: not enough transactions, more than 2 000 ballots, or
   * the share equals the target, which no number of ballots settles. Null otherwise.
   */
  readonly cannot_settle: null | 'transactions' | 'limit' | 'equal';
  /** How many more of those who answered would have to be satisfied to reach the target; 0 unless `not-met`. */
  readonly missing_satisfied: number;
}

function toUnits(targetPercent: number): number {
  const units = Math.round(targetPercent * UNITS_PER_PERCENT);
  if (!(units >= 0 && units <= WHOLE) || Math.abs(units / UNITS_PER_PERCENT - targetPercent) > 1e-9) {
    throw new RangeError(`a target is 0 to 100 with at most two decimals, not ${targetPercent}`);
  }
  return units;
}

/**
 * The smallest total with the same share whose interval clears the target: the score interval excludes
 * t when n (p − t)² > z² t (1 − t). `distance` is p − t in units times the denominator, not 0.
 */
const totalToSettle = (units: number, denominator: number, distance: number): number =>
  Math.ceil(Z_95 ** 2 * units * (WHOLE - units) * (denominator / distance) ** 2);

/**
 * Whether the target is met, and how sure that is.
 * @throws RangeError when the counts are not whole or contradict each other, or the target is no target.
 */
export function computeVerdict(input: VerdictInput): Verdict {
  const { numerator, denominator, targetPercent, minimumN, transactions } = input;
  const units = toUnits(targetPercent);
  const interval = wilsonInterval(numerator, denominator);
  if (interval === null || denominator < minimumN) {
    return {
      verdict: 'too-few',
      is_exactly_target: false,
      certain: false,
      more_ballots_needed: null,
      cannot_settle: null,
      missing_satisfied: 0,
    };
  }
  const distance = numerator * WHOLE - units * denominator;
  const isMet = distance >= 0;
  // The target itself is on the side of `met`.
  const certain = isMet ? interval.low >= targetPercent : interval.high < targetPercent;
  const settling = certain ? null : settle(units, denominator, distance, transactions);
  return {
    verdict: isMet ? 'met' : 'not-met',
    is_exactly_target: distance === 0,
    certain,
    more_ballots_needed: typeof settling === 'number' ? settling : null,
    cannot_settle: typeof settling === 'string' ? settling : null,
    missing_satisfied: isMet ? 0 : Math.ceil((units * denominator) / WHOLE) - numerator,
  };
}

function settle(
  units: number,
  denominator: number,
  distance: number,
  transactions: number | null,
): number | 'transactions' | 'limit' | 'equal' {
  if (distance === 0) return 'equal';
  const more = Math.max(1, totalToSettle(units, denominator, distance) - denominator);
  // Fewer transactions than ballots cannot be right and bound nothing; that is for an alert to say.
  const isBounded = transactions !== null && transactions >= denominator;
  if (isBounded && more > transactions - denominator) return 'transactions';
  return more > MAX_MORE_BALLOTS ? 'limit' : more;
}

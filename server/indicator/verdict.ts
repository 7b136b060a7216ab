import { wilsonInterval, Z_95 } from '../statistics/wilson-interval.ts';

/** If the verdict needs more additional ballots than this, no number is suggested. */
export const MAX_MORE_BALLOTS = 2000;

/** Targets have at most two decimals, so hundredths of a percent are exact integers. */
const UNITS_PER_PERCENT = 100;
const WHOLE = 100 * UNITS_PER_PERCENT;

export interface VerdictInput {
  /** Number of answers at levels 4 and 5. */
  readonly numerator: number;
  readonly denominator: number;
  /** The target in force on the period's last day, 0–100, at most two decimals. */
  readonly targetPercent: number;
  /** Minimum number of answers for a verdict; usually 30. */
  readonly minimumN: number;
}

interface Verdict {
  /** Compares exact counts, never rounded figures; a share equal to the target is `met`. */
  readonly verdict: 'met' | 'not-met' | 'too-few';
  /** Whether the share equals the target exactly; false when `verdict` is `too-few`. */
  readonly is_exactly_target: boolean;
  /**
   * Whether the whole 95 % interval is on the verdict's side of the target; false when `verdict` is
   * `too-few`.
   */
  readonly certain: boolean;
  /**
   * How many further ballots with the same share would make the verdict certain, 1–2 000; null when the
   * verdict is certain, cannot become certain, or is `too-few`.
   */
  readonly more_ballots_needed: number | null;
  /**
   * Why the verdict hardly becomes certain: more than 2 000 ballots needed, or the share equals the target, which no
   * number of ballots can resolve. Null otherwise.
   */
  readonly cannot_settle: null | 'limit' | 'equal';
  /** How many more of the respondents would have to be satisfied to reach the target; 0 unless `not-met`. */
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
 * The smallest sample size with the same share whose interval excludes the target: the score interval
 * excludes t when n (p − t)² > z² t (1 − t). `distance` is p − t in units times the denominator, not 0.
 */
const totalToSettle = (units: number, denominator: number, distance: number): number =>
  Math.ceil(Z_95 ** 2 * units * (WHOLE - units) * (denominator / distance) ** 2);

/** @throws RangeError when the counts are not integers or inconsistent, or the target is out of range. */
export function computeVerdict(input: VerdictInput): Verdict {
  const { numerator, denominator, targetPercent, minimumN } = input;
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
  const certain = isMet ? interval.low >= targetPercent : interval.high < targetPercent;
  const settling = certain ? null : settle(units, denominator, distance);
  return {
    verdict: isMet ? 'met' : 'not-met',
    is_exactly_target: distance === 0,
    certain,
    more_ballots_needed: typeof settling === 'number' ? settling : null,
    cannot_settle: typeof settling === 'string' ? settling : null,
    missing_satisfied: isMet ? 0 : Math.ceil((units * denominator) / WHOLE) - numerator,
  };
}

function settle(units: number, denominator: number, distance: number): number | 'limit' | 'equal' {
  if (distance === 0) return 'equal';
  const more = Math.max(1, totalToSettle(units, denominator, distance) - denominator);
  return more > MAX_MORE_BALLOTS ? 'limit' : more;
}

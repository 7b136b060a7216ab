import type { LeadView } from '../../web/types/report-view.ts';
import { wilsonInterval } from '../statistics/wilson-interval.ts';
import { GROUP_SIZE } from '../tally/group-size.ts';

/** Targets have at most two decimals, so hundredths of a percent are exact integers. */
const UNITS_PER_PERCENT = 100;
const WHOLE = 100 * UNITS_PER_PERCENT;

export interface VerdictInput {
  /** Answers at levels 4 and 5. */
  readonly numerator: number;
  readonly denominator: number;
  /** Target in force on the period's last day, 0–100, at most two decimals. */
  readonly targetPercent: number;
  /** Minimum number of answers for a verdict; usually 30. */
  readonly minimumN: number;
}

interface Verdict {
  /** Compares exact counts instead of rounded figures; a share equal to the target is `met`. */
  readonly verdict: 'met' | 'not-met' | 'too-few';
  /** Whether the whole 95 % interval is on one side of the target; false when `verdict` is `too-few`. */
  readonly certain: boolean;
}

function toUnits(targetPercent: number): number {
  const units = Math.round(targetPercent * UNITS_PER_PERCENT);
  if (!(units >= 0 && units <= WHOLE) || Math.abs(units / UNITS_PER_PERCENT - targetPercent) > 1e-9) {
    throw new RangeError(`a target is 0 to 100 with at most two decimals, not ${targetPercent}`);
  }
  return units;
}

/** @throws RangeError when the counts are not integers or inconsistent, or the target is out of range. */
export function computeVerdict(input: VerdictInput): Verdict {
  const { numerator, denominator, targetPercent, minimumN } = input;
  const units = toUnits(targetPercent);
  const interval = wilsonInterval(numerator, denominator);
  if (interval === null || denominator < minimumN) return { verdict: 'too-few', certain: false };
  const isMet = numerator * WHOLE >= units * denominator;
  const certain = isMet ? interval.low >= targetPercent : interval.high < targetPercent;
  return { verdict: isMet ? 'met' : 'not-met', certain };
}

interface LeadInput extends Omit<VerdictInput, 'targetPercent'> {
  readonly targetPercent: number | null;
  readonly isClosed: boolean;
  /** With fewer ballots the result is `none`. */
  readonly least?: number;
}

/**
 * Met or not met only when the whole plain Wilson interval is on one side of the target. Numbers that the rated
 * office enters, such as transactions, have no influence.
 */
export function leadOf({ targetPercent, isClosed, least = GROUP_SIZE, ...counts }: LeadInput): LeadView {
  if (counts.denominator < least) return 'none';
  if (counts.denominator < counts.minimumN) return 'too-few';
  if (targetPercent === null) return 'no-target';
  const { verdict, certain } = computeVerdict({ ...counts, targetPercent });
  if (verdict === 'too-few') return 'too-few';
  if (!certain) return verdict === 'met' ? 'unsure-above' : 'unsure-below';
  return isClosed ? verdict : `provisional-${verdict}`;
}

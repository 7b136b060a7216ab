import type { LeadView } from '../../web/types/report-view.ts';
import { GROUP_SIZE } from '../tally/group-size.ts';
import { computeVerdict } from './verdict.ts';

interface LeadInput {
  readonly numerator: number;
  readonly denominator: number;
  /** Null when no target is set. */
  readonly targetPercent: number | null;
  readonly minimumN: number;
  readonly isClosed: boolean;
  /** With fewer ballots the result is `none`. */
  readonly least?: number;
}

/**
 * Met or not met only when the whole plain Wilson interval is on one side of the target. Numbers that the
 * rated office enters, such as transactions, have no influence.
 */
export function leadOf({
  numerator,
  denominator,
  targetPercent,
  minimumN,
  isClosed,
  least = GROUP_SIZE,
}: LeadInput): LeadView {
  if (denominator < least) return 'none';
  if (denominator < minimumN) return 'too-few';
  if (targetPercent === null) return 'no-target';
  const { verdict, certain } = computeVerdict({
    numerator,
    denominator,
    targetPercent,
    minimumN,
  });
  if (verdict === 'too-few') return 'too-few';
  if (!certain) return verdict === 'met' ? 'unsure-above' : 'unsure-below';
  return isClosed ? verdict : `provisional-${verdict}`;
}

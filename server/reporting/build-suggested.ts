import type { ShownCounts } from '../disclosure/shown-counts.ts';
import { roundForData } from '../indicator/rounding.ts';
import { GROUP_SIZE } from '../tally/headline-step.ts';
import type { Report } from './report.v1.ts';

/**
 * How many of the ballots that were asked say that somebody suggested their answers. It is shown as a question's
 * answers are: finished days, at least five ballots; at a counter not where another one's few would be the
 * difference to the unit. Ballots that were not asked say nothing of it, so they need no group of their own. A sum
 * of quarters holds those in which it is shown. Null where no ballot was asked.
 */
export function buildSuggested({ suggested, isSuggestedAsked }: ShownCounts): Report['suggested'] {
  const { asked, ticked } = suggested;
  if (asked >= GROUP_SIZE) {
    return { asked, ticked, percent: roundForData((100 * ticked) / asked), suppressed: false };
  }
  return isSuggestedAsked ? { asked: null, ticked: null, percent: null, suppressed: true } : null;
}

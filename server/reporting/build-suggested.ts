import type { Disclosed } from '../disclosure/disclose.ts';
import { roundForData } from '../indicator/rounding.ts';
import { GROUP_SIZE } from '../tally/headline-step.ts';
import { type SuggestedCounts, suggestedOf, sumTallies } from '../tally/tally.ts';
import type { Report } from './report.v1.ts';

const NOBODY: SuggestedCounts = { asked: 0, ticked: 0 };

/**
 * How many of the ballots that were asked say that somebody suggested their answers. It is shown as a question's
 * answers are: finished days, at least five ballots; at a counter not where another one's few would be the
 * difference to the unit. Ballots that were not asked say nothing of it, so they need no group of their own. A sum
 * of quarters holds those in which it is shown. Null where no ballot was asked.
 */
export function buildSuggested(disclosed: Disclosed): Report['suggested'] {
  const { asked, ticked } = sumShown(disclosed);
  if (asked >= GROUP_SIZE) {
    return { asked, ticked, percent: roundForData((100 * ticked) / asked), suppressed: false };
  }
  const isAsked = disclosed.cells.some(({ tally }) => suggestedOf(tally).asked > 0);
  return isAsked ? { asked: null, ticked: null, percent: null, suppressed: true } : null;
}

function sumShown({ cells, quarters, withheld }: Disclosed): SuggestedCounts {
  if (quarters.length > 0) {
    return quarters
      .map(sumShown)
      .reduce(
        (sum, { asked, ticked }) => ({ asked: sum.asked + asked, ticked: sum.ticked + ticked }),
        NOBODY,
      );
  }
  if (withheld?.suggested) return NOBODY;
  const counted = cells.filter(({ set_aside }) => set_aside === '');
  const counts = suggestedOf(sumTallies(counted.map(({ tally }) => tally)));
  return counts.asked < GROUP_SIZE ? NOBODY : counts;
}

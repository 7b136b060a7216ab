import type { Day } from '../lib/day.ts';
import { tallyBallots } from '../response/tally-ballots.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import { type DayContent, digestsOf } from './read-day.ts';
import type { DaySeal } from './seal.ts';

/** The part of a day that differs from its seal; `other`: the day to which the current content belongs. */
type DayDifference =
  | { readonly part: 'ballots' | 'tallies' }
  | { readonly part: 'swapped'; readonly other: Day };

/**
 * Finds what changed on a day whose digest no longer matches. The digest covers ballots and tallies together,
 * but tallies can be recomputed: if the ballots with recomputed tallies give the sealed digest, only the
 * tallies were changed.
 */
export function diagnoseDay(
  content: DayContent,
  seals: readonly DaySeal[],
  surveys: SurveyCatalogue,
): DayDifference {
  const digestsAs = (day: Day): string[] => {
    const ballots = content.ballots.map((ballot) => ({ ...ballot, day }));
    const respondents = content.respondents.map((row) => ({ ...row, day }));
    return digestsOf({ ...content, day, ballots, tallies: tallyBallots(ballots, surveys), respondents });
  };
  const sealed = seals.find(({ day }) => day === content.day);
  if (sealed && digestsAs(content.day).includes(sealed.digest)) return { part: 'tallies' };
  const now = digestsOf(content);
  const other = seals.find(
    ({ day, ballots, digest }) =>
      day !== content.day &&
      (now.includes(digest) || (ballots === content.ballots.length && digestsAs(day).includes(digest))),
  );
  return other ? { part: 'swapped', other: other.day } : { part: 'ballots' };
}

import type { Day } from '../lib/day.ts';
import { tallyBallots } from '../response/tally-ballots.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import { type DayContent, linesOf } from './read-day.ts';
import { type DaySeal, digestDay } from './seal.ts';

/** What of a day is no longer as it was sealed; `other`: the day whose content now stands there. */
export type DayDifference =
  | { readonly part: 'ballots' | 'tallies' }
  | { readonly part: 'swapped'; readonly other: Day };

/**
 * Says what has changed of a day whose digest is no longer the sealed one. The seal does not hold the parts
 * apart, but tallies follow from ballots: where the ballots with the tallies that they must have give the
 * sealed digest, only the tallies were changed.
 */
export function diagnoseDay(
  content: DayContent,
  seals: readonly DaySeal[],
  surveys: SurveyCatalogue,
): DayDifference {
  const digestAs = (day: Day): string => {
    const ballots = content.ballots.map((ballot) => ({ ...ballot, day }));
    return digestDay(linesOf({ ...content, day, ballots, tallies: tallyBallots(ballots, surveys) }));
  };
  const sealed = seals.find(({ day }) => day === content.day);
  if (sealed && digestAs(content.day) === sealed.digest) return { part: 'tallies' };
  const now = digestDay(linesOf(content));
  const other = seals.find(
    ({ day, ballots, digest }) =>
      day !== content.day &&
      (digest === now || (ballots === content.ballots.length && digest === digestAs(day))),
  );
  return other ? { part: 'swapped', other: other.day } : { part: 'ballots' };
}

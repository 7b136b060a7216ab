import type { Day } from '../lib/day.ts';
import { tallyBallots } from '../response/tally-ballots.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import { type DayContent, linesOf } from './read-day.ts';
import { type DaySeal, digestDay } from './seal.ts';

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

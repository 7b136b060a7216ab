import { canonicalJson } from '../lib/canonical-json.ts';
import type { Day } from '../lib/day.ts';
import type { Ballot } from '../response/ballot.ts';
import type { CellTally } from '../tally/cell.ts';
import type { RespondentTally } from '../tally/respondent-tally.store.ts';

// The texts that are hashed into a seal, specified byte by byte in docs/auditing.md. Any change here changes
// every seal: introduce a new version in `seal.ts` instead, and keep this one for old days.

/** One line of JSON. Only lines of ballots start with `{"answers":`. */
export const canonicalBallot = (ballot: Ballot): string =>
  canonicalJson({
    answers: ballot.answers.levels,
    channel: ballot.channel,
    counter: ballot.counter_code,
    day: ballot.day,
    id: ballot.id,
    set_aside: ballot.set_aside,
    // Left out where the form did not ask, so that the text and seals of older ballots stay the same.
    ...(ballot.answers.suggested === undefined ? {} : { suggested: ballot.answers.suggested }),
    survey: ballot.survey_id,
    unit: ballot.unit_code,
    version: ballot.survey_version,
    why: ballot.answers.why,
  });

/** One line of JSON: the stored counts, and the unit, day and cell that they belong to. */
export const canonicalTally = ({ tally, ...cell }: CellTally): string =>
  canonicalJson({
    ...tally,
    channel: cell.channel,
    counter: cell.counter_code,
    day: cell.day,
    set_aside: cell.set_aside === '' ? null : cell.set_aside,
    survey: cell.survey_id,
    unit: cell.unit_code,
    version: cell.survey_version,
  });

/**
 * The lines about respondents of a day, which are hashed with its tallies. The first line is always present
 * and distinguishes these seals from those of earlier versions, which do not cover respondents.
 */
export const canonicalRespondents = (unit: string, day: Day, rows: readonly RespondentTally[]): string[] => [
  canonicalJson({ day, respondents: true, unit }),
  ...rows.map((row) =>
    canonicalJson({
      counter: row.counter_code,
      day: row.day,
      dimension: row.dimension,
      levels: row.levels,
      option: row.option_id,
      unit: row.unit_code,
    }),
  ),
];

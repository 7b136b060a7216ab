import { canonicalJson } from '../lib/canonical-json.ts';
import type { Ballot } from '../response/ballot.ts';
import type { CellTally } from '../tally/cell.ts';

// The texts that a seal is made of, described byte by byte in docs/auditing.md. A change of a text here is
// a change of every seal: what differs gets a new version in `seal.ts`, and old days keep theirs.

/** A ballot as one line of JSON. It begins with `{"answers":`, as no other line does. */
export const canonicalBallot = (ballot: Ballot): string =>
  canonicalJson({
    answers: ballot.answers.levels,
    channel: ballot.channel,
    counter: ballot.counter_code,
    day: ballot.day,
    id: ballot.id,
    set_aside: ballot.set_aside,
    // Only where the form asked: ballots from before the question keep their text, and so their seals.
    ...(ballot.answers.suggested === undefined ? {} : { suggested: ballot.answers.suggested }),
    survey: ballot.survey_id,
    unit: ballot.unit_code,
    version: ballot.survey_version,
    why: ballot.answers.why,
  });

/** A row of a day's tallies as one line of JSON: the counts as they are stored, and what they are filed under. */
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

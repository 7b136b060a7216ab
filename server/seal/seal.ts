import { createHash } from 'node:crypto';
import { canonicalJson } from '../lib/canonical-json.ts';
import type { Day } from '../lib/day.ts';
import type { Ballot } from '../response/ballot.ts';
import type { Database } from '../storage/schema.ts';
import type { CellTally } from '../tally/cell.ts';
import type { RespondentTally } from '../tally/respondent-tally.store.ts';

export type DaySeal = Database['day_seals'];

/** Chain value from which the first day of a unit is computed. */
export const CHAIN_START = '0'.repeat(64);

// Domain separation: the first hashed line names the type, so that a ballot's hash cannot pass for a digest.
const BALLOT = 'hailong.ballot/1';
const DAY = 'hailong.day/1';
const CHAIN = 'hailong.chain/1';

/** SHA-256 of lines that each end with `\n`. */
const hashLines = (lines: readonly string[]): string =>
  createHash('sha256')
    .update(lines.map((line) => `${line}\n`).join(''))
    .digest('hex');

/** Hash of a ballot. It includes the 128-bit random id, so that answers cannot be found by brute force. */
export const leafOf = (ballot: string): string => hashLines([BALLOT, ballot]);

/** The digest of a day from the hashes of its ballots and the canonical lines of its tallies, both in any order. */
export const digestLeaves = (day: {
  readonly unit_code: string;
  readonly day: Day;
  readonly leaves: readonly string[];
  readonly tallies: readonly string[];
}): string =>
  hashLines([DAY, `${day.unit_code} ${day.day}`, ...day.leaves.toSorted(), ...day.tallies.toSorted()]);

export const chainDay = (previous: string, day: Day, digest: string): string =>
  hashLines([CHAIN, `${previous} ${day} ${digest}`]);

/** The chain value from which new seals continue, on the first day whose seal was voided; null for other days. */
export function headBefore(
  day: Day,
  voidings: readonly Pick<Database['seal_voidings'], 'from_day' | 'head'>[],
): string | null {
  const newest = voidings.findLast(({ from_day }) => from_day <= day);
  return newest?.from_day === day ? newest.head : null;
}

/** Crockford's base32: no I, L, O and U, which are misread on paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The first 40 bits of a chain value in eight characters, `K7M2-9QXB`, for comparison by eye only: 40 bits can be
 * found by brute force.
 */
export function shortSeal(chain: string): string {
  const bits = BigInt(`0x${chain.slice(0, 10)}`);
  const characters = Array.from(
    { length: 8 },
    (_, at) => ALPHABET[Number((bits >> BigInt(35 - 5 * at)) & 31n)],
  );
  return `${characters.slice(0, 4).join('')}-${characters.slice(4).join('')}`;
}

// `docs/auditing.md` specifies the texts that are hashed into a seal. A change here would make all existing seals
// invalid: add a new version instead, and keep the existing version for old days.

/** One line of JSON. Only lines of ballots start with `{"answers":`. */
export const canonicalBallot = (ballot: Ballot): string =>
  canonicalJson({
    answers: ballot.answers.levels,
    channel: ballot.channel,
    counter: ballot.counter_code,
    day: ballot.day,
    id: ballot.id,
    set_aside: ballot.set_aside,
    // Left out when the form did not ask, so that the seals of older ballots stay valid.
    ...(ballot.answers.suggested === undefined ? {} : { suggested: ballot.answers.suggested }),
    survey: ballot.survey_id,
    unit: ballot.unit_code,
    version: ballot.survey_version,
    why: ballot.answers.why,
  });

/** One line of JSON with unit, day, cell and counts. */
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
 * The lines about respondents of a day, which are hashed with its tallies. The first line, which is always present,
 * distinguishes these seals from those of earlier versions, which do not cover respondents.
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

import type { Day } from '../lib/day.ts';
import { listBallots } from '../response/ballot.store.ts';
import type { Ballot } from '../response/ballot.ts';
import { readBallots } from '../response/read-ballots.ts';
import { tallyBallots } from '../response/tally-ballots.ts';
import type { Db } from '../storage/schema.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import type { CellTally } from '../tally/cell.ts';
import { listRespondentTallies, type RespondentTally } from '../tally/respondent-tally.store.ts';
import { listTallies } from '../tally/tally.store.ts';
import { findSeal } from './seal.store.ts';
import {
  canonicalBallot,
  canonicalRespondents,
  canonicalTally,
  type DaySeal,
  digestLeaves,
  leafOf,
} from './seal.ts';

interface CountedDay {
  readonly unit_code: string;
  readonly day: Day;
  readonly tallies: readonly CellTally[];
  readonly respondents: readonly RespondentTally[];
}

const readCounts = async (db: Db, unit_code: string, day: Day): Promise<CountedDay> => ({
  unit_code,
  day,
  tallies: await listTallies(db, unit_code, day, day),
  respondents: await listRespondentTallies(db, unit_code, day, day),
});

interface DayDigest {
  readonly digest: string;
  /** The sorted lines of tallies and respondents that were hashed together with the ballots' hashes. */
  readonly tallies: readonly string[];
}

/** The digest of a day, and the digest without respondents, which earlier versions computed. */
function digestsOf(counts: CountedDay, leaves: readonly string[]): [DayDigest, DayDigest] {
  const { unit_code, day } = counts;
  const digestWith = (lines: readonly string[]): DayDigest => {
    const tallies = lines.toSorted();
    return { digest: digestLeaves({ unit_code, day, leaves, tallies }), tallies };
  };
  const lines = counts.tallies.map(canonicalTally);
  const respondents = canonicalRespondents(unit_code, day, counts.respondents);
  return [digestWith([...lines, ...respondents]), digestWith(lines)];
}

/** `sealed`: the digest in the day's seal. If it was computed without respondents, the result is, too. */
async function digestWithLeaves(
  db: Db,
  unitCode: string,
  day: Day,
  leaves: readonly string[],
  sealed?: string,
): Promise<DayDigest> {
  const [current, earlier] = digestsOf(await readCounts(db, unitCode, day), leaves);
  return earlier.digest === sealed ? earlier : current;
}

/** Canonical lines of a settled day's ballots, one page at a time. */
async function* readBallotLines(db: Db, unitCode: string, day: Day): AsyncGenerator<string[]> {
  for await (const ballots of readBallots(db, unitCode, day)) yield ballots.map(canonicalBallot);
}

/** The digest of a day's current ballots and tallies. Keeps only the ballots' hashes in memory. */
export async function computeDigest(
  db: Db,
  unitCode: string,
  day: Day,
  sealed?: string,
): Promise<{ readonly digest: string; readonly ballots: number }> {
  const leaves: string[] = [];
  for await (const lines of readBallotLines(db, unitCode, day)) leaves.push(...lines.map(leafOf));
  const { digest } = await digestWithLeaves(db, unitCode, day, leaves, sealed);
  return { digest, ballots: leaves.length };
}

/** What differs from the day's seal; `other`: the day to which the current content belongs. */
type DayDifference =
  | { readonly part: 'ballots' | 'tallies' }
  | { readonly part: 'swapped'; readonly other: Day };

/**
 * Finds what changed on a day whose digest does not match its seal. If the ballots with recomputed tallies give the
 * sealed digest, only tallies were changed. Keeps all ballots of the day in memory.
 */
export async function diagnoseDay(
  db: Db,
  { unit_code, day: wrong, digest: sealed }: DaySeal,
  seals: readonly DaySeal[],
  surveys: SurveyCatalogue,
): Promise<DayDifference> {
  const stored = await listBallots(db, unit_code, wrong);
  const counts = await readCounts(db, unit_code, wrong);
  const listDigests = (content: CountedDay, ballots: readonly Ballot[]): string[] =>
    digestsOf(
      content,
      ballots.map((ballot) => leafOf(canonicalBallot(ballot))),
    ).map(({ digest }) => digest);
  const digestsAs = (day: Day): string[] => {
    const ballots = stored.map((ballot) => ({ ...ballot, day }));
    const respondents = counts.respondents.map((row) => ({ ...row, day }));
    return listDigests({ unit_code, day, tallies: tallyBallots(ballots, surveys), respondents }, ballots);
  };
  if (digestsAs(wrong).includes(sealed)) return { part: 'tallies' };
  const now = listDigests(counts, stored);
  const other = seals.find(
    ({ day, ballots, digest }) =>
      day !== wrong &&
      (now.includes(digest) || (ballots === stored.length && digestsAs(day).includes(digest))),
  );
  return other ? { part: 'swapped', other: other.day } : { part: 'ballots' };
}

interface ExportPart {
  /** Whole lines, each ending with a newline. */
  readonly text: string;
  readonly ballots: number;
}

/**
 * Exports sealed days for an auditor with access to the server's console: for each day its ballots in order of
 * their random ids, then its tallies and counts of respondents, as the exact lines that were hashed, so that the
 * auditor can recompute the digest. Includes days with fewer than five ballots. Memory holds one part and the day's
 * hashes at a time.
 */
export async function* exportDays(
  db: Db,
  unitCode: string,
  days: readonly Day[],
): AsyncGenerator<ExportPart, void> {
  for (const day of days) {
    const leaves: string[] = [];
    for await (const lines of readBallotLines(db, unitCode, day)) {
      leaves.push(...lines.map(leafOf));
      yield { text: joinLines(lines), ballots: lines.length };
    }
    const seal = await findSeal(db, unitCode, day);
    const { tallies } = await digestWithLeaves(db, unitCode, day, leaves, seal?.digest);
    if (tallies.length > 0) yield { text: joinLines(tallies), ballots: 0 };
  }
}

const joinLines = (lines: readonly string[]): string => `${lines.join('\n')}\n`;

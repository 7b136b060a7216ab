import type { Day } from '../lib/day.ts';
import { listBallots } from '../response/ballot.store.ts';
import type { Ballot } from '../response/ballot.ts';
import { readBallots } from '../response/read-ballots.ts';
import type { Db, Trx } from '../storage/schema.ts';
import type { CellTally } from '../tally/cell.ts';
import { listRespondentTallies, type RespondentTally } from '../tally/respondent-tally.store.ts';
import { listTallies } from '../tally/tally.store.ts';
import { canonicalBallot, canonicalRespondents, canonicalTally } from './canonical-text.ts';
import { digestDay, digestLeaves, leafOf } from './seal.ts';

export interface DayContent {
  readonly unit_code: string;
  readonly day: Day;
  readonly ballots: readonly Ballot[];
  readonly tallies: readonly CellTally[];
  readonly respondents: readonly RespondentTally[];
}

/** Holds all ballots of the day in memory; for diagnosis only. */
export async function readDay(db: Db | Trx, unitCode: string, day: Day): Promise<DayContent> {
  const ballots = await listBallots(db, unitCode, day);
  return {
    unit_code: unitCode,
    day,
    ballots,
    tallies: await listTallies(db, unitCode, day, day),
    respondents: await listRespondentTallies(db, unitCode, day, day),
  };
}

/** The digest of the content, and the one that earlier versions computed, without respondents. */
export function digestsOf({ unit_code, day, ballots, tallies, respondents }: DayContent): string[] {
  const lines = { unit_code, day, ballots: ballots.map(canonicalBallot) };
  const ofTallies = tallies.map(canonicalTally);
  return [[...ofTallies, ...canonicalRespondents(unit_code, day, respondents)], ofTallies].map((all) =>
    digestDay({ ...lines, tallies: all }),
  );
}

/** Canonical lines of a settled day's ballots, in pages (see `readBallots`). */
export async function* readBallotLines(db: Db, unitCode: string, day: Day): AsyncGenerator<string[]> {
  for await (const ballots of readBallots(db, unitCode, day)) yield ballots.map(canonicalBallot);
}

interface DayDigest {
  readonly digest: string;
  /** The lines of tallies and respondents that were hashed with the ballots' leaves, sorted. */
  readonly tallies: readonly string[];
}

/**
 * The digest of a day, given the leaves of its ballots. `sealed`: the digest in its seal. If an earlier
 * version computed that one without respondents, the result has none either.
 */
export async function digestWithLeaves(
  db: Db,
  unitCode: string,
  day: Day,
  leaves: readonly string[],
  sealed?: string,
): Promise<DayDigest> {
  const before = (await listTallies(db, unitCode, day, day)).map(canonicalTally).sort();
  const respondents = canonicalRespondents(
    unitCode,
    day,
    await listRespondentTallies(db, unitCode, day, day),
  );
  const digestWith = (tallies: readonly string[]): DayDigest => ({
    digest: digestLeaves({ unit_code: unitCode, day, leaves, tallies }),
    tallies,
  });
  const earlier = digestWith(before);
  return earlier.digest === sealed ? earlier : digestWith([...before, ...respondents].sort());
}

/** The digest of a day's current ballots and tallies. Holds only the ballots' hashes in memory. */
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

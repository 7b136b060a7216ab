import type { Day } from '../lib/day.ts';
import { listBallots } from '../response/ballot.store.ts';
import type { Ballot } from '../response/ballot.ts';
import { readBallots } from '../response/read-ballots.ts';
import type { Db, Trx } from '../storage/schema.ts';
import type { CellTally } from '../tally/cell.ts';
import { listTallies } from '../tally/tally.store.ts';
import { canonicalBallot, canonicalTally } from './canonical-text.ts';
import { type DayLines, digestLeaves, leafOf } from './seal.ts';

export interface DayContent {
  readonly unit_code: string;
  readonly day: Day;
  readonly ballots: readonly Ballot[];
  readonly tallies: readonly CellTally[];
}

/** Holds all ballots of the day in memory; for diagnosis only. */
export async function readDay(db: Db | Trx, unitCode: string, day: Day): Promise<DayContent> {
  const ballots = await listBallots(db, unitCode, day);
  return { unit_code: unitCode, day, ballots, tallies: await listTallies(db, unitCode, day, day) };
}

export const linesOf = ({ ballots, tallies, ...day }: DayContent): DayLines => ({
  ...day,
  ballots: ballots.map(canonicalBallot),
  tallies: tallies.map(canonicalTally),
});

/** Canonical lines of a settled day's ballots, in pages (see `readBallots`). */
export async function* readBallotLines(db: Db, unitCode: string, day: Day): AsyncGenerator<string[]> {
  for await (const ballots of readBallots(db, unitCode, day)) yield ballots.map(canonicalBallot);
}

/** Canonical lines of a day's tallies, sorted. */
export async function readTallyLines(db: Db, unitCode: string, day: Day): Promise<string[]> {
  return (await listTallies(db, unitCode, day, day)).map(canonicalTally).sort();
}

/** The digest of a day's current ballots and tallies. Holds only the ballots' hashes in memory. */
export async function computeDigest(
  db: Db,
  unitCode: string,
  day: Day,
): Promise<{ readonly digest: string; readonly ballots: number }> {
  const leaves: string[] = [];
  for await (const lines of readBallotLines(db, unitCode, day)) leaves.push(...lines.map(leafOf));
  const tallies = await readTallyLines(db, unitCode, day);
  return { digest: digestLeaves({ unit_code: unitCode, day, leaves, tallies }), ballots: leaves.length };
}

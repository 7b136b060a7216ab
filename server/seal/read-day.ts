import type { Day } from '../lib/day.ts';
import { listBallots } from '../response/ballot.store.ts';
import type { Ballot } from '../response/ballot.ts';
import type { Db, Trx } from '../storage/schema.ts';
import type { CellTally } from '../tally/cell.ts';
import { listTallies } from '../tally/tally.store.ts';
import { canonicalBallot, canonicalTally } from './canonical-text.ts';
import type { DayLines } from './seal.ts';

/** A unit's ballots and tallies of one day, as they are stored. */
export interface DayContent {
  readonly unit_code: string;
  readonly day: Day;
  readonly ballots: readonly Ballot[];
  readonly tallies: readonly CellTally[];
}

/** Reads one day, so that memory holds no more than a day at a time. */
export async function readDay(db: Db | Trx, unitCode: string, day: Day): Promise<DayContent> {
  const ballots = await listBallots(db, unitCode, day);
  return { unit_code: unitCode, day, ballots, tallies: await listTallies(db, unitCode, day, day) };
}

/** The lines that are sealed of a day. */
export const linesOf = ({ ballots, tallies, ...day }: DayContent): DayLines => ({
  ...day,
  ballots: ballots.map(canonicalBallot),
  tallies: tallies.map(canonicalTally),
});

import type { Day } from '../lib/day.ts';
import { lockTable } from '../storage/dialect.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { inSnapshot, inTransaction } from '../storage/transaction.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import { type CellTally, cellKey } from '../tally/cell.ts';
import { listDayCounts, listTallies, replaceTallies } from '../tally/tally.store.ts';
import { mergeTallies } from '../tally/tally.ts';
import { listBallotDays } from './ballot.store.ts';
import { readBallots } from './read-ballots.ts';
import { tallyBallots } from './tally-ballots.ts';

interface TallyDifference {
  readonly day: Day;
  readonly counter_code: string;
  readonly channel: string;
  readonly survey: string;
  /** Rule that set the ballots aside; '' if they count. */
  readonly set_aside: string;
  /** Ballots according to the stored tally. May equal `ballots` although the counts of answers differ. */
  readonly tallied: number;
  readonly ballots: number;
}

/**
 * Compares a unit's tallies with its ballots; every difference is a fault. Each day is compared in a snapshot of
 * its own, so ballots can arrive meanwhile, and WAL checkpoints are blocked for one day's comparison at most.
 * Memory holds one day's tallies and one page of ballots.
 */
export async function recount(
  db: Db,
  surveys: SurveyCatalogue,
  unitCode: string,
): Promise<TallyDifference[]> {
  const differences: TallyDifference[] = [];
  for (const day of await listCountedDays(db, unitCode))
    differences.push(...(await inSnapshot(db, (trx) => compareDay(trx, surveys, unitCode, day))));
  return differences;
}

/** In chronological order. */
async function listCountedDays(db: Db | Trx, unitCode: string): Promise<Day[]> {
  const tallied = await listDayCounts(db, unitCode, '0000-00-00', '9999-99-99');
  return [...new Set([...(await listBallotDays(db, unitCode)), ...tallied.map(({ day }) => day)])].sort();
}

async function compareDay(
  trx: Trx,
  surveys: SurveyCatalogue,
  unitCode: string,
  day: Day,
): Promise<TallyDifference[]> {
  const differences: TallyDifference[] = [];
  const known = new Map((await listTallies(trx, unitCode, day, day)).map((row) => [cellKey(row), row]));
  const counted = await tallyDay(trx, surveys, unitCode, day);
  for (const key of new Set([...known.keys(), ...counted.keys()])) {
    const before = known.get(key);
    const after = counted.get(key);
    if (canonicalTally(before) === canonicalTally(after)) continue;
    const cell = (after ?? before) as CellTally;
    differences.push({
      day,
      counter_code: cell.counter_code,
      channel: cell.channel,
      survey: `${cell.survey_id}/${cell.survey_version}`,
      set_aside: cell.set_aside,
      tallied: before?.tally.ballots ?? 0,
      ballots: after?.tally.ballots ?? 0,
    });
  }
  return differences;
}

async function tallyDay(
  trx: Trx,
  surveys: SurveyCatalogue,
  unitCode: string,
  day: Day,
): Promise<Map<string, CellTally>> {
  const cells = new Map<string, CellTally>();
  for await (const ballots of readBallots(trx, unitCode, day)) {
    for (const row of tallyBallots(ballots, surveys)) {
      const key = cellKey(row);
      const known = cells.get(key);
      cells.set(key, known ? { ...known, tally: mergeTallies(known.tally, row.tally) } : row);
    }
  }
  return cells;
}

/**
 * Replaces a unit's tallies by ones recomputed from the ballots; returns the differences. Blocks new ballots while
 * it runs, so that none is missed.
 */
export async function rebuildTallies(
  db: Db,
  surveys: SurveyCatalogue,
  unitCode: string,
): Promise<TallyDifference[]> {
  return inTransaction(db, async (trx) => {
    await lockTable(trx, 'ballot_box');
    const differences: TallyDifference[] = [];
    const rows: CellTally[] = [];
    for (const day of await listCountedDays(trx, unitCode)) {
      differences.push(...(await compareDay(trx, surveys, unitCode, day)));
      rows.push(...(await tallyDay(trx, surveys, unitCode, day)).values());
    }
    await replaceTallies(trx, unitCode, rows);
    return differences;
  });
}

/** Text that does not depend on the order of the tally's keys. */
function canonicalTally(row: CellTally | undefined): string {
  if (!row) return '';
  const sorted = (record: Readonly<Record<string, unknown>>) =>
    Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  const { ballots, questions, chips, all_equal, low } = row.tally;
  return JSON.stringify([ballots, sorted(questions), sorted(chips), all_equal, sorted(low)]);
}

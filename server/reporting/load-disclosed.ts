import { type Disclosed, disclose, spanToRead } from '../disclosure/disclose.ts';
import { findCarryStart } from '../disclosure/fill-atoms.ts';
import { addDays, type Day } from '../lib/day.ts';
import type { Period } from '../period/period.ts';
import type { Db, Trx } from '../storage/schema.ts';
import type { CellTally } from '../tally/cell.ts';
import { listHeadlineSteps } from '../tally/headline-step.store.ts';
import { listCountedByDay, listTallies } from '../tally/tally.store.ts';

/** What of a unit's period may be shown at an instant, and the tallies that it was taken from. */
export interface LoadedDisclosed {
  readonly disclosed: Disclosed;
  readonly tallies: readonly CellTally[];
}

/** Reads a unit's period and says what of it may be shown; with a counter's code, of that counter alone. */
export async function loadDisclosed(
  db: Db | Trx,
  unitCode: string,
  period: Period,
  now: Date,
  counterCode?: string,
): Promise<LoadedDisclosed> {
  const { from, to } = spanToRead(period);
  // In this order: ballots that arrive in between are then in the tallies and not yet in the headline.
  const steps = await listHeadlineSteps(db, unitCode, from, to);
  const tallies = await listTallies(db, unitCode, await findFirstDay(db, unitCode, from), to);
  const scope = counterCode === undefined ? {} : { counterCode };
  return { disclosed: disclose({ period, now, tallies, steps, ...scope }), tallies };
}

/** How far back to look at first: an office that is open has had its five ballots in one of these weeks. */
const USUAL_CARRY_DAYS = 28;

/** The first day whose ballots may have been too few where they came, and count in what begins on `from`. */
async function findFirstDay(db: Db | Trx, unitCode: string, from: Day): Promise<Day> {
  const until = addDays(from, -1);
  const near = addDays(from, -USUAL_CARRY_DAYS);
  const usual = findCarryStart(await listCountedByDay(db, unitCode, near, until));
  if (usual !== null) return usual;
  const all = await listCountedByDay(db, unitCode, '', until);
  return findCarryStart(all) ?? all.map(({ day }) => day).sort()[0] ?? from;
}

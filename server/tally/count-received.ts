import type { Db } from '../storage/schema.ts';
import { listUnits } from '../unit/unit.store.ts';
import { countReceived } from './tally.store.ts';

/** How many ballots every unit has received, by unit's code. */
export async function countReceivedByUnit(db: Db): Promise<{ unit: string; ballots: number }[]> {
  const units = await listUnits(db);
  return Promise.all(units.map(async ({ code }) => ({ unit: code, ballots: await countReceived(db, code) })));
}

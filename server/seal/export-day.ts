import { type Day, isDay } from '../lib/day.ts';
import type { Db } from '../storage/schema.ts';
import { linesOf, readDay } from './read-day.ts';
import { findSeal } from './seal.store.ts';

/**
 * A sealed day's ballots, then its tallies, as the lines that its digest was made of: for an auditor at the
 * server's console, who can count them and compute the digest. Days of fewer than five ballots are no
 * exception: whoever stands there has the database itself. Null for a day that is not sealed.
 */
export async function exportDay(db: Db, unitCode: string, day: Day): Promise<readonly string[] | null> {
  if (!isDay(day) || !(await findSeal(db, unitCode, day))) return null;
  const { ballots, tallies } = linesOf(await readDay(db, unitCode, day));
  return [...ballots.toSorted(), ...tallies.toSorted()];
}

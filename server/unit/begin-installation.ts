import { startOfDay } from '../lib/day.ts';
import { makeId, type Random } from '../lib/random.ts';
import { lockTable } from '../storage/dialect.ts';
import type { Db } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import { findFirstBallotDay, findInstallation, insertInstallation } from './installation.store.ts';

/**
 * Gives a new installation its id. It is on trial unless it is official from the start (the demo), or holds ballots
 * of a version without trials: then it is official from its first ballot.
 */
export function beginInstallation(db: Db, random: Random, now: Date, isOfficial: boolean): Promise<void> {
  return inTransaction(db, async (trx) => {
    await lockTable(trx, 'installation');
    if (await findInstallation(trx)) return;
    const first = await findFirstBallotDay(trx);
    const since = first === null ? (isOfficial ? now : null) : startOfDay(first);
    await insertInstallation(trx, makeId(random), since?.toISOString() ?? null);
  });
}

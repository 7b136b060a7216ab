import type { Day } from '../lib/day.ts';
import { lockRows } from '../storage/dialect.ts';
import { readCached } from '../storage/read-cache.ts';
import type { Db, Trx } from '../storage/schema.ts';
import type { Installation } from './installation.ts';

/**
 * Undefined until a server has started on the database. Cached, so an official start by another process takes
 * effect after up to a second.
 */
export const findInstallation = (db: Db | Trx): Promise<Installation | undefined> =>
  readCached(db, 'installation', ['installation'], () =>
    db.selectFrom('installation').selectAll().executeTakeFirst(),
  );

export const findInstallationLocked = (trx: Trx): Promise<Installation | undefined> =>
  lockRows(trx, trx.selectFrom('installation').selectAll()).executeTakeFirst();

export async function findFirstBallotDay(db: Db | Trx): Promise<Day | null> {
  const row = await db
    .selectFrom('tallies')
    .select((eb) => eb.fn.min('day').as('day'))
    .executeTakeFirst();
  return row?.day ?? null;
}

export async function insertInstallation(trx: Trx, id: string, officialSince: string | null): Promise<void> {
  await trx
    .insertInto('installation')
    .values({ id, official_since: officialSince, is_local_only: 0, has_traces: 0 })
    .execute();
}

export async function updateInstallation(trx: Trx, change: Partial<Omit<Installation, 'id'>>): Promise<void> {
  await trx.updateTable('installation').set(change).execute();
}

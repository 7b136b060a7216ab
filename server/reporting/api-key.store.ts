import type { Day } from '../lib/day.ts';
import type { Database, Db, Trx } from '../storage/schema.ts';
import type { ApiKey } from './api-key.ts';

const toApiKey = ({ units, ...row }: Database['api_keys']): ApiKey => ({
  ...row,
  units: units === null ? null : (JSON.parse(units) as string[]),
});

/** @throws when a key with the same hash is stored already. */
export async function insertApiKey(trx: Trx, { units, ...key }: ApiKey): Promise<void> {
  await trx
    .insertInto('api_keys')
    .values({ ...key, units: units === null ? null : JSON.stringify(units) })
    .execute();
}

/** Also finds expired and revoked keys. */
export async function findApiKeyByHash(db: Db | Trx, hash: string): Promise<ApiKey | undefined> {
  const row = await db.selectFrom('api_keys').selectAll().where('hash', '=', hash).executeTakeFirst();
  return row && toApiKey(row);
}

/** Also finds expired and revoked keys. */
export async function findApiKey(db: Db | Trx, id: string): Promise<ApiKey | undefined> {
  const row = await db.selectFrom('api_keys').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toApiKey(row);
}

/** Includes expired and revoked keys. */
export async function listApiKeys(db: Db | Trx): Promise<ApiKey[]> {
  const rows = await db.selectFrom('api_keys').selectAll().orderBy('name').orderBy('id').execute();
  return rows.map(toApiKey);
}

/** A second revocation does not change the day of the first. Returns whether the key was active. */
export async function revokeApiKey(trx: Trx, id: string, today: Day): Promise<boolean> {
  const row = await trx
    .updateTable('api_keys')
    .set({ revoked_on: today })
    .where('id', '=', id)
    .where('revoked_on', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

import type { Database, Db, Trx } from '../storage/schema.ts';
import { parseRole, type Role } from './role.ts';

type FactorRow = Database['second_factors'];

/** May return an unconfirmed factor. */
export const findFactor = (db: Db | Trx, userId: string): Promise<FactorRow | undefined> =>
  db.selectFrom('second_factors').selectAll().where('user_id', '=', userId).executeTakeFirst();

export async function listFactorUsers(db: Db | Trx): Promise<ReadonlySet<string>> {
  const query = db.selectFrom('second_factors').select('user_id').where('confirmed_at', 'is not', null);
  return new Set((await query.execute()).map(({ user_id }) => user_id));
}

/** Replaces an unconfirmed factor of the person; a confirmed one is kept. */
export async function insertFactor(
  trx: Trx,
  factor: Pick<FactorRow, 'user_id' | 'secret' | 'made_at'>,
): Promise<void> {
  await trx
    .insertInto('second_factors')
    .values({ ...factor, confirmed_at: null, last_step: 0 })
    .onConflict((conflict) =>
      conflict
        .column('user_id')
        .doUpdateSet({ secret: factor.secret, made_at: factor.made_at })
        .where('second_factors.confirmed_at', 'is', null),
    )
    .execute();
}

/** Returns whether this call confirmed the factor: of two concurrent calls only one does. */
export async function confirmFactor(trx: Trx, userId: string, at: string, step: number): Promise<boolean> {
  const row = await trx
    .updateTable('second_factors')
    .set({ confirmed_at: at, last_step: step })
    .where('user_id', '=', userId)
    .where('confirmed_at', 'is', null)
    .returning('user_id')
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * A stored step more than this many steps (an hour) ahead of the current one was stored while the clock was wrong.
 */
const MOST_AHEAD = 120;

/**
 * Accepts a step only if it is later than the last accepted one, so that a code works once, even in concurrent
 * calls. A stored step far ahead is ignored, so that codes work again after the clock was wrong.
 */
export async function takeStep(trx: Trx, userId: string, step: number): Promise<boolean> {
  const row = await trx
    .updateTable('second_factors')
    .set({ last_step: step })
    .where('user_id', '=', userId)
    .where((row) => row.or([row('last_step', '<', step), row('last_step', '>', step + MOST_AHEAD)]))
    .returning('user_id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteFactor(trx: Trx, userId: string): Promise<boolean> {
  await trx.deleteFrom('recovery_codes').where('user_id', '=', userId).execute();
  const row = await trx
    .deleteFrom('second_factors')
    .where('user_id', '=', userId)
    .returning('user_id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function replaceRecoveryCodes(
  trx: Trx,
  userId: string,
  hashes: readonly string[],
): Promise<void> {
  await trx.deleteFrom('recovery_codes').where('user_id', '=', userId).execute();
  await trx
    .insertInto('recovery_codes')
    .values(hashes.map((hash) => ({ user_id: userId, hash })))
    .execute();
}

/** Returns whether the code was valid; it cannot be used again. */
export async function takeRecoveryCode(trx: Trx, userId: string, hash: string): Promise<boolean> {
  const row = await trx
    .deleteFrom('recovery_codes')
    .where('user_id', '=', userId)
    .where('hash', '=', hash)
    .returning('hash')
    .executeTakeFirst();
  return row !== undefined;
}

export async function countRecoveryCodes(db: Db | Trx, userId: string): Promise<number> {
  const query = db.selectFrom('recovery_codes').select('hash').where('user_id', '=', userId);
  return (await query.execute()).length;
}

export async function listFactorRoles(db: Db | Trx): Promise<Role[]> {
  const rows = await db.selectFrom('second_factor_roles').select('role').execute();
  return rows.map(({ role }) => parseRole(role)).filter((role) => role !== null);
}

export const demandsFactor = async (db: Db | Trx, roles: readonly Role[]): Promise<boolean> =>
  (await listFactorRoles(db)).some((role) => roles.includes(role));

export async function replaceFactorRoles(trx: Trx, roles: readonly Role[]): Promise<void> {
  await trx.deleteFrom('second_factor_roles').execute();
  if (roles.length > 0)
    await trx
      .insertInto('second_factor_roles')
      .values(roles.map((role) => ({ role })))
      .execute();
}

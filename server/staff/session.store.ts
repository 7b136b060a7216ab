import type { Database, Db, Trx } from '../storage/schema.ts';

type SessionRow = Database['sessions'];

export async function insertSession(trx: Trx, session: SessionRow): Promise<void> {
  await trx.insertInto('sessions').values(session).execute();
}

/** May find an expired session. */
export const findSessionByHash = (db: Db | Trx, hash: string): Promise<SessionRow | undefined> =>
  db.selectFrom('sessions').selectAll().where('hash', '=', hash).executeTakeFirst();

export async function updateSessionSeen(trx: Trx, id: string, seenAt: string): Promise<void> {
  await trx.updateTable('sessions').set({ seen_at: seenAt }).where('id', '=', id).execute();
}

/** Unexpired remembered phones of a person, or of everybody if `userId` is null; newest first. */
export async function listPhones(db: Db | Trx, now: string, userId: string | null): Promise<SessionRow[]> {
  let query = db
    .selectFrom('sessions')
    .selectAll()
    .where('kind', '=', 'phone')
    .where('ends_at', '>', now)
    .orderBy('started_at', 'desc')
    .orderBy('id');
  if (userId !== null) query = query.where('user_id', '=', userId);
  return query.execute();
}

/** Unexpired sessions of browsers and remembered phones, most recently used first. */
export const listUserSessions = (db: Db | Trx, userId: string, now: string): Promise<SessionRow[]> =>
  db
    .selectFrom('sessions')
    .selectAll()
    .where('user_id', '=', userId)
    .where('ends_at', '>', now)
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .execute();

export async function deleteSession(
  trx: Trx,
  key: Pick<SessionRow, 'hash'> | Pick<SessionRow, 'user_id' | 'id'>,
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('sessions')
    .where((where) => where.and({ ...key }))
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Deletes a person's sessions of a kind, or of all kinds if `kind` is null, except `keptId`. */
export async function deleteUserSessions(
  trx: Trx,
  userId: string,
  kind: SessionRow['kind'] | null,
  keptId = '',
): Promise<void> {
  let query = trx.deleteFrom('sessions').where('user_id', '=', userId).where('id', '!=', keptId);
  if (kind !== null) query = query.where('kind', '=', kind);
  await query.execute();
}

export async function deleteEndedSessions(trx: Trx, now: string): Promise<void> {
  await trx.deleteFrom('sessions').where('ends_at', '<=', now).execute();
}

export async function deleteAllSessions(trx: Trx): Promise<void> {
  await trx.deleteFrom('sessions').execute();
}

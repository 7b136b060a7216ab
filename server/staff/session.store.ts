import type { Database, Db, Trx } from '../storage/schema.ts';

/** A signed-in browser or a remembered phone. */
export type SessionRow = Database['sessions'];

/** Adds a session; its hash must be new. */
export async function insertSession(trx: Trx, session: SessionRow): Promise<void> {
  await trx.insertInto('sessions').values(session).execute();
}

/** The session with this hash, ended or not. */
export const findSessionByHash = (db: Db | Trx, hash: string): Promise<SessionRow | undefined> =>
  db.selectFrom('sessions').selectAll().where('hash', '=', hash).executeTakeFirst();

/** Notes that a session was used. */
export async function updateSessionSeen(trx: Trx, id: string, seenAt: string): Promise<void> {
  await trx.updateTable('sessions').set({ seen_at: seenAt }).where('id', '=', id).execute();
}

/** Remembered phones whose time is not over, the latest first; of one person or of all. */
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

/** Ends the session with this hash. */
export async function deleteSessionByHash(trx: Trx, hash: string): Promise<void> {
  await trx.deleteFrom('sessions').where('hash', '=', hash).execute();
}

/** Ends one remembered phone of a person. Returns whether there was one. */
export async function deletePhone(trx: Trx, userId: string, id: string): Promise<boolean> {
  const row = await trx
    .deleteFrom('sessions')
    .where('user_id', '=', userId)
    .where('kind', '=', 'phone')
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends all sessions of a person, or those of one kind. */
export async function deleteUserSessions(
  trx: Trx,
  userId: string,
  kind: SessionRow['kind'] | null,
): Promise<void> {
  let query = trx.deleteFrom('sessions').where('user_id', '=', userId);
  if (kind !== null) query = query.where('kind', '=', kind);
  await query.execute();
}

/** Forgets sessions whose time is over. */
export async function deleteEndedSessions(trx: Trx, now: string): Promise<void> {
  await trx.deleteFrom('sessions').where('ends_at', '<=', now).execute();
}

/** Ends every session of everybody. */
export async function deleteAllSessions(trx: Trx): Promise<void> {
  await trx.deleteFrom('sessions').execute();
}

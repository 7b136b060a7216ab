import type { Database, Db, Trx } from '../storage/schema.ts';

export type LinkRow = Database['one_time_links'];

export async function insertLink(trx: Trx, link: LinkRow): Promise<void> {
  await trx.insertInto('one_time_links').values(link).execute();
}

export const findLink = (db: Db | Trx, hash: string, now: string): Promise<LinkRow | undefined> =>
  db
    .selectFrom('one_time_links')
    .selectAll()
    .where('hash', '=', hash)
    .where('ends_at', '>', now)
    .executeTakeFirst();

/** Returns the link to the first caller only, undefined to all others. */
export const markOpened = (trx: Trx, hash: string, at: string): Promise<LinkRow | undefined> =>
  trx
    .updateTable('one_time_links')
    .set({ opened_at: at })
    .where('hash', '=', hash)
    .where('opened_at', 'is', null)
    .returningAll()
    .executeTakeFirst();

/** Returns whether this call deleted the link: of two concurrent calls only one does. */
export async function takeLink(trx: Trx, hash: string): Promise<boolean> {
  const row = await trx
    .deleteFrom('one_time_links')
    .where('hash', '=', hash)
    .returning('hash')
    .executeTakeFirst();
  return row !== undefined;
}

/** `userId` null: the links of everybody. */
export async function deleteLinks(
  trx: Trx,
  purpose: LinkRow['purpose'],
  userId: string | null,
): Promise<void> {
  let query = trx.deleteFrom('one_time_links').where('purpose', '=', purpose);
  if (userId !== null) query = query.where('user_id', '=', userId);
  await query.execute();
}

export async function deleteUserLinks(trx: Trx, userId: string): Promise<void> {
  await trx.deleteFrom('one_time_links').where('user_id', '=', userId).execute();
}

export async function deleteEndedLinks(trx: Trx, now: string): Promise<void> {
  await trx.deleteFrom('one_time_links').where('ends_at', '<=', now).execute();
}

export async function deleteAllLinks(trx: Trx): Promise<void> {
  await trx.deleteFrom('one_time_links').execute();
}

import type { Database, Db, Trx } from '../storage/schema.ts';

/** A link that works once. */
export type LinkRow = Database['one_time_links'];

/** Adds a link; its hash must be new. */
export async function insertLink(trx: Trx, link: LinkRow): Promise<void> {
  await trx.insertInto('one_time_links').values(link).execute();
}

/** The link with this hash, whose time is not over. */
export const findLink = (db: Db | Trx, hash: string, now: string): Promise<LinkRow | undefined> =>
  db
    .selectFrom('one_time_links')
    .selectAll()
    .where('hash', '=', hash)
    .where('ends_at', '>', now)
    .executeTakeFirst();

/** Takes a link out. Returns whether this call did: of two at once only one does. */
export async function takeLink(trx: Trx, hash: string): Promise<boolean> {
  const row = await trx
    .deleteFrom('one_time_links')
    .where('hash', '=', hash)
    .returning('hash')
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes out all links of a purpose; with a person, those of that person alone. */
export async function deleteLinks(
  trx: Trx,
  purpose: LinkRow['purpose'],
  userId: string | null,
): Promise<void> {
  let query = trx.deleteFrom('one_time_links').where('purpose', '=', purpose);
  if (userId !== null) query = query.where('user_id', '=', userId);
  await query.execute();
}

/** Takes out all links of a person. */
export async function deleteUserLinks(trx: Trx, userId: string): Promise<void> {
  await trx.deleteFrom('one_time_links').where('user_id', '=', userId).execute();
}

/** Forgets links whose time is over. */
export async function deleteEndedLinks(trx: Trx, now: string): Promise<void> {
  await trx.deleteFrom('one_time_links').where('ends_at', '<=', now).execute();
}

/** Takes out every link. */
export async function deleteAllLinks(trx: Trx): Promise<void> {
  await trx.deleteFrom('one_time_links').execute();
}

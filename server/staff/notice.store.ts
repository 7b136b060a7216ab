import type { Database, Db, Trx } from '../storage/schema.ts';

type NoticeRow = Database['notices'];

/** Stores only one notice of a kind per second. */
export async function insertNotice(trx: Trx, notice: NoticeRow): Promise<void> {
  await trx
    .insertInto('notices')
    .values(notice)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export const listNotices = (db: Db | Trx, userId: string): Promise<NoticeRow[]> =>
  db.selectFrom('notices').selectAll().where('user_id', '=', userId).orderBy('at').orderBy('kind').execute();

/** Deletes notices up to the time `until`, which the person has seen. */
export async function deleteNotices(trx: Trx, userId: string, until: string): Promise<void> {
  await trx.deleteFrom('notices').where('user_id', '=', userId).where('at', '<=', until).execute();
}

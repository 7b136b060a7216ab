import type { Day } from '../lib/day.ts';
import { insertRows } from '../storage/rows.ts';
import type { Database, Db, Trx } from '../storage/schema.ts';

export type IncomingComment = Readonly<Database['comment_box']>;

export async function insertComments(trx: Trx, comments: readonly IncomingComment[]): Promise<void> {
  await insertRows(trx, {
    table: 'comment_box',
    columns: ['id', 'unit_code', 'counter_code', 'day', 'text'],
    rows: comments.map((row) => [row.id, row.unit_code, row.counter_code, row.day, row.text]),
  });
}

/**
 * Moves comments of a finished day into the week's comments, in order of random ids, and drops the day. They
 * are not published until `feedback/comment-group.ts` allows it.
 */
export async function emptyCommentBox(trx: Trx, day: Day, week: string): Promise<void> {
  const comments = await trx.deleteFrom('comment_box').where('day', '=', day).returningAll().execute();
  comments.sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const { day: _forgotten, ...comment } of comments) {
    await trx
      .insertInto('comments')
      .values({ ...comment, week })
      .execute();
  }
  for (const group of listGroups(comments)) {
    await trx
      .insertInto('comment_groups')
      .values({ ...group, week, taken: 0, is_waiting: 1, judged_on: null })
      .onConflict((conflict) =>
        conflict.columns(['week', 'unit_code', 'counter_code']).doUpdateSet({ is_waiting: 1 }),
      )
      .execute();
  }
}

/** Distinct counters of the comments, in a fixed order so that processes cannot deadlock. */
function listGroups(comments: readonly IncomingComment[]) {
  const groups = new Map(
    comments.map(({ unit_code, counter_code }) => [
      `${unit_code}\n${counter_code}`,
      { unit_code, counter_code },
    ]),
  );
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/** Unread comments that may be shown, newest week first; `counters`: codes that the reader sees, null: all. */
export async function listUnreadComments(
  db: Db | Trx,
  unitCode: string,
  counters: readonly string[] | null,
  limit: number,
): Promise<{ readonly text: string; readonly counter_code: string }[]> {
  if (counters?.length === 0) return [];
  let query = db
    .selectFrom('comments')
    .select(['text', 'counter_code'])
    .where('unit_code', '=', unitCode)
    .where('state', '=', 'unread')
    .orderBy('week', 'desc')
    .orderBy('id')
    .limit(limit);
  if (counters !== null) query = query.where('counter_code', 'in', counters);
  return query.execute();
}

/** Numbers of published comments; `unread`: those that nobody has marked yet. */
export async function countShownComments(
  db: Db | Trx,
  unitCode: string,
  counters: readonly string[] | null = null,
): Promise<{ readonly unread: number; readonly total: number }> {
  if (counters?.length === 0) return { unread: 0, total: 0 };
  let query = db
    .selectFrom('comments')
    .select((eb) => ['state', eb.fn.countAll().as('n')])
    .where('unit_code', '=', unitCode)
    .where('state', 'in', ['unread', 'read', 'handled', 'outside'])
    .groupBy('state');
  if (counters !== null) query = query.where('counter_code', 'in', counters);
  const rows = await query.execute();
  const count = (states: readonly { readonly n: unknown }[]) =>
    states.reduce((sum, { n }) => sum + Number(n), 0);
  return { unread: count(rows.filter(({ state }) => state === 'unread')), total: count(rows) };
}

/** Deletes the comments of weeks before `week`, whether shown or hidden; returns their number. */
export async function deleteCommentsBefore(trx: Trx, unitCode: string, week: string): Promise<number> {
  await trx.deleteFrom('comment_groups').where('week', '<', week).where('unit_code', '=', unitCode).execute();
  const { numDeletedRows } = await trx
    .deleteFrom('comments')
    .where('week', '<', week)
    .where('unit_code', '=', unitCode)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

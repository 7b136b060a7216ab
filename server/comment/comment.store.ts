import { type SelectQueryBuilder, sql } from 'kysely';
import type { Day } from '../lib/day.ts';
import { insertRows } from '../storage/rows.ts';
import type { CommentState, Database, Db, Trx } from '../storage/schema.ts';

export type IncomingComment = Readonly<Database['comment_box']>;

export async function insertComments(trx: Trx, comments: readonly IncomingComment[]): Promise<void> {
  await insertRows(trx, {
    table: 'comment_box',
    columns: ['id', 'unit_code', 'counter_code', 'day', 'text'],
    rows: comments.map((row) => [row.id, row.unit_code, row.counter_code, row.day, row.text]),
  });
}

/**
 * Moves comments of a finished day to the comments of its week, in order of random ids. They are not published
 * until `feedback/comment-group.ts` allows it.
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

/** Distinct counters of the comments, in a fixed order, so that processes that lock their rows cannot deadlock. */
function listGroups(comments: readonly IncomingComment[]) {
  const groups = new Map(
    comments.map(({ unit_code, counter_code }) => [
      `${unit_code}\n${counter_code}`,
      { unit_code, counter_code },
    ]),
  );
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

type CommentColumn = 'id' | 'week' | 'counter_code' | 'text' | 'marked_by' | 'marked_on';
type ShownComment = Pick<Database['comments'], CommentColumn> & { readonly state: CommentState };

interface CommentFilter {
  readonly unitCode: string;
  /** Counter codes; null for all. */
  readonly counters: readonly string[] | null;
  /** The comment must contain all of these words, which `foldText` has normalised. */
  readonly words: readonly string[];
}

const SHOWN: readonly CommentState[] = ['unread', 'read', 'handled', 'outside'];

type Query<Row> = SelectQueryBuilder<Database, 'comments', Row>;

function filter<Row>(query: Query<Row>, { unitCode, counters, words }: CommentFilter): Query<Row> {
  let filtered = query.where('unit_code', '=', unitCode).where('state', 'in', SHOWN);
  if (counters !== null) filtered = filtered.where('counter_code', 'in', counters);
  // `foldText` leaves only letters, digits and spaces, so the words contain no wildcards of LIKE.
  for (const word of words) filtered = filtered.where('folded', 'like', `%${word}%`);
  return filtered;
}

/** Counts published comments only. */
export async function countComments(
  db: Db | Trx,
  wanted: CommentFilter,
): Promise<Record<CommentState | 'total', number>> {
  const counts = { unread: 0, read: 0, handled: 0, outside: 0, total: 0 };
  if (wanted.counters?.length === 0) return counts;
  const rows = await filter(
    db
      .selectFrom('comments')
      .select((eb) => ['state', eb.fn.countAll().as('n')])
      .groupBy('state'),
    wanted,
  ).execute();
  for (const { state, n } of rows) {
    counts[state as CommentState] = Number(n);
    counts.total += Number(n);
  }
  return counts;
}

/** Unread first, then newest week first. Within a week sorted by random id, which reveals nothing. */
export async function listComments(
  db: Db | Trx,
  wanted: CommentFilter & {
    readonly state: CommentState | null;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<ShownComment[]> {
  if (wanted.counters?.length === 0) return [];
  let query = filter(
    db
      .selectFrom('comments')
      .select(['id', 'week', 'counter_code', 'text', 'state', 'marked_by', 'marked_on'])
      .orderBy(sql`case when state = 'unread' then 0 else 1 end`)
      .orderBy('week', 'desc')
      .orderBy('id')
      .limit(wanted.limit)
      .offset(wanted.offset),
    wanted,
  );
  if (wanted.state !== null) query = query.where('state', '=', wanted.state);
  return (await query.execute()).map((row) => ({ ...row, state: row.state as CommentState }));
}

export async function deleteCommentsBefore(trx: Trx, unitCode: string, week: string): Promise<number> {
  await trx.deleteFrom('comment_groups').where('week', '<', week).where('unit_code', '=', unitCode).execute();
  const { numDeletedRows } = await trx
    .deleteFrom('comments')
    .where('week', '<', week)
    .where('unit_code', '=', unitCode)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

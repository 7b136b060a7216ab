import { type SelectQueryBuilder, sql } from 'kysely';
import type { Day } from '../lib/day.ts';
import { lockRows } from '../storage/dialect.ts';
import type { CommentState, Database, Db, Trx } from '../storage/schema.ts';

export interface ShownComment {
  readonly id: string;
  readonly week: string;
  readonly counter_code: string;
  readonly text: string;
  readonly state: CommentState;
  readonly marked_by: string | null;
  readonly marked_on: Day | null;
}

interface CommentFilter {
  readonly unitCode: string;
  /** Counter codes; null for all. */
  readonly counters: readonly string[] | null;
  /** Words in the form of `foldText`, all of which the comment must contain. */
  readonly words: readonly string[];
}

type Query<Row> = SelectQueryBuilder<Database, 'comments', Row>;

const SHOWN: readonly CommentState[] = ['unread', 'read', 'handled', 'outside'];

function filter<Row>(query: Query<Row>, { unitCode, counters, words }: CommentFilter): Query<Row> {
  let filtered = query.where('unit_code', '=', unitCode).where('state', 'in', SHOWN);
  if (counters !== null) filtered = filtered.where('counter_code', 'in', counters);
  // Text in the form of `foldText` has only letters, digits and spaces, so words contain no wildcards of
  // LIKE.
  for (const word of words) filtered = filtered.where('folded', 'like', `%${word}%`);
  return filtered;
}

export async function countCommentsByState(
  db: Db | Trx,
  wanted: CommentFilter,
): Promise<Record<CommentState, number>> {
  const counts = { unread: 0, read: 0, handled: 0, outside: 0 };
  if (wanted.counters?.length === 0) return counts;
  const rows = await filter(
    db
      .selectFrom('comments')
      .select((eb) => ['state', eb.fn.countAll().as('n')])
      .groupBy('state'),
    wanted,
  ).execute();
  for (const { state, n } of rows) counts[state as CommentState] = Number(n);
  return counts;
}

/** Unread first, then newest week first; within a week by random id, which is stable and reveals nothing. */
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

/** Locks the row until the transaction ends. */
export const findShownComment = (
  trx: Trx,
  unitCode: string,
  { week, id }: { readonly week: string; readonly id: string },
): Promise<{ counter_code: string; state: CommentState } | undefined> =>
  lockRows(
    trx,
    trx
      .selectFrom('comments')
      .select(['counter_code', 'state'])
      .where((where) => where.and({ week, id, unit_code: unitCode }))
      .where('state', 'in', SHOWN)
      .$narrowType<{ state: CommentState }>(),
  ).executeTakeFirst();

export async function updateCommentState(
  trx: Trx,
  unitCode: string,
  { week, id }: { readonly week: string; readonly id: string },
  mark: { readonly state: CommentState; readonly marked_by: string; readonly marked_on: Day },
): Promise<void> {
  await trx
    .updateTable('comments')
    .set(mark)
    .where((where) => where.and({ week, id, unit_code: unitCode }))
    .where('state', 'in', SHOWN)
    .execute();
}

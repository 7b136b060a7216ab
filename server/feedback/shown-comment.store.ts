import { type SelectQueryBuilder, sql } from 'kysely';
import type { Day } from '../lib/day.ts';
import { foldText } from '../lib/fold-text.ts';
import { lockRows } from '../storage/dialect.ts';
import type { CommentState, Database, Db, Trx } from '../storage/schema.ts';
import { COMMENT_STATES, type CommentKey } from './comment-query.ts';

type CommentColumn = 'id' | 'week' | 'counter_code' | 'text' | 'marked_by' | 'marked_on';
export type ShownComment = Pick<Database['comments'], CommentColumn> & { readonly state: CommentState };

interface CommentFilter {
  readonly unitCode: string;
  /** Counter codes; null for all. */
  readonly counters: readonly string[] | null;
  /** Words in the form of `foldText`, all of which the comment must contain. */
  readonly words: readonly string[];
}

type Query<Row> = SelectQueryBuilder<Database, 'comments', Row>;

function filter<Row>(query: Query<Row>, { unitCode, counters, words }: CommentFilter): Query<Row> {
  let filtered = query.where('unit_code', '=', unitCode).where('state', 'in', COMMENT_STATES);
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
  { week, id }: CommentKey,
): Promise<{ counter_code: string; state: CommentState } | undefined> =>
  lockRows(
    trx,
    trx
      .selectFrom('comments')
      .select(['counter_code', 'state'])
      .where((where) => where.and({ week, id, unit_code: unitCode }))
      .where('state', 'in', COMMENT_STATES)
      .$narrowType<{ state: CommentState }>(),
  ).executeTakeFirst();

export async function updateCommentState(
  trx: Trx,
  unitCode: string,
  { week, id }: CommentKey,
  mark: { readonly state: CommentState; readonly marked_by: string; readonly marked_on: Day },
): Promise<void> {
  await trx
    .updateTable('comments')
    .set(mark)
    .where((where) => where.and({ week, id, unit_code: unitCode }))
    .where('state', 'in', COMMENT_STATES)
    .execute();
}

export type GroupKey = Pick<Database['comment_groups'], 'week' | 'unit_code' | 'counter_code'>;

/** Groups with hidden comments that were not judged since the day `settled` was settled, sorted by week. */
export const listGroupsToJudge = (db: Db | Trx, settled: Day): Promise<(GroupKey & { taken: number })[]> =>
  db
    .selectFrom('comment_groups')
    .select(['week', 'unit_code', 'counter_code', 'taken'])
    .where('is_waiting', '=', 1)
    .where((where) => where.or([where('judged_on', 'is', null), where('judged_on', '<', settled)]))
    .orderBy('week')
    .orderBy('unit_code')
    .orderBy('counter_code')
    .execute();

/**
 * Shows all hidden comments of a group, as unread. `taken`: number of the counter's ballots on finished days
 * so far.
 */
export async function showGroup(trx: Trx, key: GroupKey, taken: number): Promise<void> {
  const waiting = await trx
    .selectFrom('comments')
    .select(['id', 'text'])
    .where((where) => where.and({ ...key }))
    .where('state', 'is', null)
    .orderBy('id')
    .execute();
  for (const { id, text } of waiting) {
    await trx
      .updateTable('comments')
      .set({ state: 'unread', folded: foldText(text) })
      .where((where) => where.and({ week: key.week, unit_code: key.unit_code, id }))
      .execute();
  }
  await updateGroup(trx, key, { taken, is_waiting: 0 });
}

/** For a week that closed with too few ballots: its hidden comments are never shown. */
export async function withholdGroup(trx: Trx, key: GroupKey): Promise<void> {
  await trx
    .updateTable('comments')
    .set({ state: 'withheld' })
    .where((where) => where.and({ ...key }))
    .where('state', 'is', null)
    .execute();
  await updateGroup(trx, key, { is_waiting: 0 });
}

/** Leaves the comments of a group hidden until the next day is settled. */
export const postponeGroup = (trx: Trx, key: GroupKey, settled: Day): Promise<void> =>
  updateGroup(trx, key, { judged_on: settled });

async function updateGroup(
  trx: Trx,
  key: GroupKey,
  values: Partial<Pick<Database['comment_groups'], 'taken' | 'is_waiting' | 'judged_on'>>,
): Promise<void> {
  await trx
    .updateTable('comment_groups')
    .set(values)
    .where((where) => where.and({ ...key }))
    .execute();
}

import type { Day } from '../lib/day.ts';
import { foldText } from '../lib/fold-text.ts';
import { lockRows } from '../storage/dialect.ts';
import type { CommentState, Database, Db, Trx } from '../storage/schema.ts';
import { COMMENT_STATES, type CommentKey } from './comment-query.ts';

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

/** Shows all hidden comments of a group, as unread. `taken`: ballots of the counter on finished days. */
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

/** Leaves the hidden comments of a group as they are until the next day is settled. */
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

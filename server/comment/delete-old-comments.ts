import type { Clock } from '../lib/clock.ts';
import { dayOf } from '../lib/day.ts';
import { scrubRemovedRows } from '../storage/dialect.ts';
import type { Db } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import { firstKeptWeek } from '../unit/comment-retention.ts';
import { listDatedSettings } from '../unit/dated-setting.store.ts';
import { commentMonthsOn } from '../unit/dated-setting.ts';
import { listUnits } from '../unit/unit.store.ts';
import { deleteCommentsBefore } from './comment.store.ts';

/**
 * Deletes the comments that have been kept long enough and takes what the engine still holds of them off
 * the disk; returns how many there were. Safe to repeat.
 * @throws Error where another program keeps the database from being cleaned; the comments are gone by then,
 * and SQLite's log, which may still hold them, is cut when the day ends.
 */
export async function deleteOldComments(db: Db, clock: Clock): Promise<number> {
  const today = dayOf(clock.now());
  let count = 0;
  for (const { code } of await listUnits(db)) {
    const months = commentMonthsOn(await listDatedSettings(db, code), today);
    const { id } = firstKeptWeek(today, months);
    count += await inTransaction(db, (trx) => deleteCommentsBefore(trx, code, id));
  }
  if (count > 0) await scrubRemovedRows(db, [], ['comments']);
  return count;
}

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
 * Deletes comments whose retention has ended and scrubs them from the disk; returns how many. Idempotent.
 * @throws Error when another program keeps the database from being scrubbed. The comments are deleted nevertheless,
 * but SQLite's WAL may contain them until the end of the day.
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

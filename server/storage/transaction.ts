import { setTimeout as wait } from 'node:timers/promises';
import type { Db, Trx } from './schema.ts';
import { storageCauseOf } from './storage-cause.ts';

/** Timeout for SQLite's only write lock, which another program may hold; waiting does not block the process. */
const BUSY_PATIENCE_MS = 4_000;
const LONGEST_WAIT_MS = 200;

/**
 * Resolves after the commit is on disk. If `write` throws, rolls back. If `db` is a transaction, `write` joins it.
 */
export async function inTransaction<Result>(db: Db, write: (trx: Trx) => Promise<Result>): Promise<Result> {
  if (db.isTransaction) return write(db as Trx);
  const giveUpAt = performance.now() + BUSY_PATIENCE_MS;
  for (let waitMs = 10; ; waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS)) {
    let hasBegun = false;
    try {
      return await db.transaction().execute((trx) => {
        hasBegun = true;
        return write(trx);
      });
    } catch (error) {
      if (hasBegun || storageCauseOf(error) !== 'busy' || performance.now() + waitMs > giveUpAt) throw error;
    }
    await wait(waitMs);
  }
}

/** Read-only, with repeatable reads: all statements see the same state while others write. */
export const inSnapshot = <Result>(db: Db, read: (trx: Trx) => Promise<Result>): Promise<Result> =>
  db.transaction().setAccessMode('read only').setIsolationLevel('repeatable read').execute(read);

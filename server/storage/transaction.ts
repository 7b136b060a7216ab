import type { Db, Trx } from './schema.ts';

/** Runs `write` in one transaction and resolves when the commit is on disk; a throw undoes all of it. */
export const inTransaction = <Result>(db: Db, write: (trx: Trx) => Promise<Result>): Promise<Result> =>
  db.transaction().execute(write);

/**
 * Runs `read` in one transaction, so that all its statements see the same state of the database while
 * others go on writing. It may not write.
 */
export const inSnapshot = <Result>(db: Db, read: (trx: Trx) => Promise<Result>): Promise<Result> =>
  db.transaction().setAccessMode('read only').setIsolationLevel('repeatable read').execute(read);

import type { Db, Trx } from './schema.ts';

/** Resolves after the commit is on disk; a throw rolls back. */
export const inTransaction = <Result>(db: Db, write: (trx: Trx) => Promise<Result>): Promise<Result> =>
  db.transaction().execute(write);

/** Read-only and repeatable read: all statements see the same state while others write. */
export const inSnapshot = <Result>(db: Db, read: (trx: Trx) => Promise<Result>): Promise<Result> =>
  db.transaction().setAccessMode('read only').setIsolationLevel('repeatable read').execute(read);

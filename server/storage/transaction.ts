import type { Db, Trx } from './schema.ts';

/** Runs `write` in one transaction and resolves when the commit is on disk; a throw undoes all of it. */
export const inTransaction = <Result>(db: Db, write: (trx: Trx) => Promise<Result>): Promise<Result> =>
  db.transaction().execute(write);

import { removeAllCopies } from '../backup/daily-copy.ts';
import type { Db } from '../storage/schema.ts';
import { sqlitePathOf } from '../storage/sqlite-file.ts';
import { inTransaction } from '../storage/transaction.ts';
import { findInstallation, updateInstallation } from '../unit/installation.store.ts';
import { scrubTrial } from './trial.store.ts';

interface TraceDeps {
  readonly db: Db;
  readonly config: { readonly dataDir: string; readonly databaseUrl: string };
}

/**
 * Removes what an erased trial left in files: unused pages and the WAL of the database, and all copies in the
 * data folder. Idempotent; returns whether there was something to do.
 * @throws Error on SQLite while another program reads; the daily work tries again.
 */
export async function removeTraces({ db, config }: TraceDeps): Promise<boolean> {
  if ((await findInstallation(db))?.has_traces !== 1) return false;
  const database = sqlitePathOf(config.databaseUrl);
  if (database !== null) removeAllCopies(config.dataDir, database);
  await scrubTrial(db);
  await inTransaction(db, (trx) => updateInstallation(trx, { has_traces: 0 }));
  return true;
}

import { sql } from 'kysely';
import { fileWatchOf } from './database.ts';
import type { Db } from './schema.ts';
import { type StorageCause, StorageError, storageCauseOf } from './storage-cause.ts';

const PATIENCE_MS = 2_500;

/** Why ballots could not be written now, as far as can be seen without writing; null: nothing is wrong. */
export async function pingDatabase(db: Db): Promise<StorageCause | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StorageError('slow')), PATIENCE_MS);
  });
  // Bypasses the plugin of the read cache, which would take a raw statement for a write to every table.
  const asked = sql`select 1`.execute(db.withoutPlugins());
  asked.catch(() => {});
  try {
    await Promise.race([asked, late]);
    return fileWatchOf(db)?.findTrouble() ?? null;
  } catch (error) {
    return storageCauseOf(error) ?? 'unreachable';
  } finally {
    clearTimeout(timer);
  }
}

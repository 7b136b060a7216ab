import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../lib/day.ts';
import { listDueMigrations, migrate } from '../storage/migrate.ts';
import type { Db } from '../storage/schema.ts';
import { copyDatabase, measureFile } from '../storage/sqlite-file.ts';
import { upgradeCopyName } from './copy-names.ts';
import { makeCopiesFolder, writeCopy } from './write-copy.ts';

/**
 * Runs pending migrations. An existing SQLite file (`source`; null for other databases) is backed up first. Returns
 * the backup, or null. If the backup fails, nothing is migrated.
 */
export async function upgradeDatabase(
  db: Db,
  source: string | null,
  dataDir: string,
  today: Day,
): Promise<string | null> {
  const [first] = await listDueMigrations(db);
  const copy =
    first === undefined || source === null ? null : await copyBefore(first, source, dataDir, today);
  await migrate(db);
  return copy;
}

/** Makes at most one backup a day: a start that fails repeatedly must not fill the disk. */
async function copyBefore(migration: string, source: string, dataDir: string, today: Day): Promise<string> {
  const folder = makeCopiesFolder(dataDir);
  const first = join(folder, upgradeCopyName(migration, null));
  const exists = (file: string) => statSync(file, { throwIfNoEntry: false }) !== undefined;
  if (exists(first) && measureFile(first).trailer?.madeOn === today) return first;
  const file = exists(first) ? join(folder, upgradeCopyName(migration, today)) : first;
  if (!exists(file)) await writeCopy(source, file, today, false, copyDatabase);
  return file;
}

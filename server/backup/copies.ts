import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Clock } from '../lib/clock.ts';
import { type Day, dayOf, toVietnamTime } from '../lib/day.ts';
import { FileRefused } from '../storage/file-refused.ts';
import { listDueMigrations, migrate } from '../storage/migrate.ts';
import type { Db } from '../storage/schema.ts';
import { copyDatabase, measureFile } from '../storage/sqlite-file.ts';
import { dailyCopyName, listExpiredCopies, upgradeCopyName } from './copy-names.ts';

/** Writes a verified copy; `target` does not exist yet. */
type CopyFile = (source: string, target: string, madeOn: Day) => Promise<void> | void;

/** Suffix of the file name while a backup is being written. */
export const UNFINISHED = '.unfinished';

export const copiesFolder = (dataDir: string): string => join(dataDir, 'backups');

function makeCopiesFolder(dataDir: string): string {
  const folder = copiesFolder(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/**
 * Atomic: the file appears only when it is complete and on disk.
 * @throws FileRefused when there is no database, the target exists and `mayReplace` is false, the target's folder
 * does not exist, or the target is the database itself. Nothing is changed in these cases.
 */
export async function writeCopy(
  source: string,
  file: string,
  madeOn: Day,
  mayReplace: boolean,
  copy: CopyFile,
): Promise<void> {
  if (!existsSync(source)) throw new FileRefused('no-database', { file: source });
  const target = resolve(file);
  const folder = dirname(target);
  if (!existsSync(folder)) throw new FileRefused('no-folder', { file: folder });
  if (existsSync(target)) {
    if (realpathSync(target) === realpathSync(source)) throw new FileRefused('same-file', { file });
    if (!mayReplace) throw new FileRefused('exists', { file });
  }
  const unfinished = join(folder, `.${basename(target)}.${process.pid}${UNFINISHED}`);
  try {
    await copy(source, unfinished, madeOn);
    renameSync(unfinished, target);
    syncFolder(folder);
  } finally {
    removeDatabase(unfinished);
  }
}

export function removeDatabase(path: string): void {
  for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(`${path}${ending}`, { force: true });
}

/** Makes renames in the folder durable (fsync). Windows does not support it. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Delay before the next attempt after a failure. */
const RETRY_MS = 3_600_000;
/** Age after which an unfinished file is removed, because a crash must have left it behind. */
const ABANDONED_MS = 24 * 3_600_000;
/** An older file with today's name is from an earlier day, see `isFresh`. */
const STALE_MS = 24 * 3_600_000;
const FAILURE = 'last-failure.json';

export interface CopyFailure {
  readonly at: string;
  readonly reason: string;
}

/**
 * Makes today's backup if it is missing and deletes expired ones. Returns the file, or null when nothing was due. A
 * failure is recorded in the folder and thrown; the next attempt is due an hour later.
 */
export async function makeDailyCopy(
  source: string,
  dataDir: string,
  clock: Clock,
  copy: CopyFile,
): Promise<string | null> {
  const folder = makeCopiesFolder(dataDir);
  const now = clock.now();
  const today = dayOf(now);
  const name = dailyCopyName(today);
  if (isFresh(join(folder, name)) || failedShortlyBefore(findCopyFailure(dataDir), now)) return null;
  try {
    await writeCopy(source, join(folder, name), today, true, copy);
  } catch (error) {
    noteFailure(folder, { at: toVietnamTime(now), reason: String(error) });
    throw error;
  }
  rmSync(join(folder, FAILURE), { force: true });
  removeOld(folder, today, now);
  return join(folder, name);
}

/**
 * Compares modification times, because `today` can stay the same for weeks while the machine's clock is doubted.
 */
function isFresh(file: string): boolean {
  const found = statSync(file, { throwIfNoEntry: false });
  return found !== undefined && Math.abs(Date.now() - found.mtimeMs) < STALE_MS;
}

function removeOld(folder: string, today: Day, now: Date): void {
  const names = readdirSync(folder);
  const isAbandoned = (name: string) => {
    if (!name.includes(UNFINISHED)) return false;
    const found = statSync(join(folder, name), { throwIfNoEntry: false });
    return found !== undefined && now.getTime() - found.mtimeMs > ABANDONED_MS;
  };
  for (const name of [...listExpiredCopies(names, today), ...names.filter(isAbandoned)]) {
    rmSync(join(folder, name), { force: true });
  }
}

/** null when the last attempt succeeded. */
export function findCopyFailure(dataDir: string): CopyFailure | null {
  try {
    return JSON.parse(readFileSync(join(copiesFolder(dataDir), FAILURE), 'utf8'));
  } catch {
    return null;
  }
}

function failedShortlyBefore(failure: CopyFailure | null, now: Date): boolean {
  const elapsed = failure === null ? Number.NaN : now.getTime() - Date.parse(failure.at);
  return elapsed >= 0 && elapsed < RETRY_MS;
}

function noteFailure(folder: string, failure: CopyFailure): void {
  try {
    writeFileSync(join(folder, FAILURE), `${JSON.stringify(failure)}\n`, { mode: 0o600 });
  } catch {
    // Ignored, because a full disk may prevent this write, too; the failure is in the log as well.
  }
}

/** Also removes every earlier database that a restore kept. */
export function removeAllCopies(dataDir: string, database: string): void {
  rmSync(copiesFolder(dataDir), { recursive: true, force: true });
  const aside = `${basename(database).replace(/\.sqlite$/, '')}-before-restore-`;
  const folder = dirname(database);
  for (const name of readdirSync(folder)) {
    if (name.startsWith(aside) || name.includes(UNFINISHED)) rmSync(join(folder, name), { force: true });
  }
}

/**
 * Runs pending migrations. An existing SQLite file (`source`; null for other databases) is backed up first. Returns
 * the path of the backup, or null. If the backup fails, nothing is migrated.
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

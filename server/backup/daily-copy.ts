import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Clock } from '../lib/clock.ts';
import { type Day, dayOf, toVietnamTime } from '../lib/day.ts';
import { dailyCopyName, listExpiredCopies } from './copy-names.ts';
import { type CopyFile, copiesFolder, makeCopiesFolder, UNFINISHED, writeCopy } from './write-copy.ts';

/** Delay before a retry: an immediate one does not help with a full disk. */
const RETRY_MS = 3_600_000;
/** Unfinished files older than this are left over from a crash. */
const ABANDONED_MS = 24 * 3_600_000;
/** A file with today's name that is older than this is of an earlier day, see `isFresh`. */
const STALE_MS = 24 * 3_600_000;
const FAILURE = 'last-failure.json';

export interface CopyFailure {
  /** ISO 8601. */
  readonly at: string;
  readonly reason: string;
}

/**
 * Makes today's backup if it is missing and deletes expired ones. Returns the file, or null when nothing was due. A
 * failure is recorded in the folder and thrown; for an hour after it nothing is due.
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

/** By the modification time: while the machine's clock is doubted, `today` can stay the same for weeks. */
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

/** null: the last attempt succeeded. */
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
    // A full disk may prevent even this. The log has the failure, and the backup's age shows it.
  }
}

/** Removes every copy in the data folder, and every database that a restore put aside. */
export function removeAllCopies(dataDir: string, database: string): void {
  rmSync(copiesFolder(dataDir), { recursive: true, force: true });
  const aside = `${basename(database).replace(/\.sqlite$/, '')}-before-restore-`;
  const folder = dirname(database);
  for (const name of readdirSync(folder)) {
    if (name.startsWith(aside) || name.includes(UNFINISHED)) rmSync(join(folder, name), { force: true });
  }
}

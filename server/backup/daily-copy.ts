import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../lib/clock.ts';
import { type Day, dayOf, toVietnamTime } from '../lib/day.ts';
import { dailyCopyName, listExpiredCopies } from './copy-names.ts';
import { type CopyFile, copiesFolder, makeCopiesFolder, UNFINISHED, writeCopy } from './write-copy.ts';

/** After a failure the copy is tried again this much later: a full disk is not helped by trying at once. */
const RETRY_MS = 3_600_000;
/** An unfinished file this old is no one's any more. */
const ABANDONED_MS = 24 * 3_600_000;
const FAILURE = 'last-failure.json';

/** What is noted when a daily copy could not be made. */
export interface CopyFailure {
  /** ISO 8601. */
  readonly at: string;
  readonly reason: string;
}

/**
 * Makes the day's copy where it is missing, and takes away the ones that are past their time. Returns the
 * file, or null where nothing was due. A failure is noted beside the copies and thrown; for an hour after
 * it nothing is due.
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
  if (readdirSync(folder).includes(name) || failedShortlyBefore(findCopyFailure(dataDir), now)) return null;
  try {
    await writeCopy(source, join(folder, name), today, false, copy);
  } catch (error) {
    noteFailure(folder, { at: toVietnamTime(now), reason: String(error) });
    throw error;
  }
  rmSync(join(folder, FAILURE), { force: true });
  removeOld(folder, today, now);
  return join(folder, name);
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

/** The failure after which no daily copy has been made; null where the last one went well. */
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
    // On a full disk not even the note can be kept; the log has it, and the copy's age tells the rest.
  }
}

import { sql } from 'kysely';
import type { Logger } from 'pino';
import { fileWatchOf } from './database.ts';
import type { Db } from './schema.ts';
import { type StorageCause, StorageError, storageCauseOf } from './storage-cause.ts';

/** A cause that persists is logged at this interval, with the number of refused requests. */
const REPEAT_MS = 10 * 60_000;
/** `/readyz` reports a failure until a write succeeds, or for this long if nothing is written. */
const REMEMBERED_MS = 60_000;

/** State of the database as this process sees it. Logs one line per cause instead of one per ballot. */
export function createStorageHealth(db: Db, log: Logger) {
  let state: { cause: StorageCause; failedAt: number; loggedAt: number; refused: number } | null = null;
  const note = (cause: StorageCause, error: unknown) => {
    const now = performance.now();
    const isKnown = state?.cause === cause;
    const refused = isKnown && state !== null ? state.refused + 1 : 1;
    const isDue = !isKnown || state === null || now - state.loggedAt > REPEAT_MS;
    if (isDue) log.error({ cause, refused, reason: oneLine(error) }, 'the database cannot be used');
    state = { cause, refused, failedAt: now, loggedAt: isDue ? now : (state?.loggedAt ?? now) };
  };
  const succeeded = () => {
    if (state !== null)
      log.info({ cause: state.cause, refused: state.refused }, 'the database can be used again');
    state = null;
  };
  return {
    succeeded,
    /**
     * Logs and returns the cause of an error; null if the error has nothing to do with the state of the database.
     */
    failed(error: unknown): StorageCause | null {
      const cause = trueCause(db, storageCauseOf(error));
      if (cause !== null) note(cause, error);
      return cause;
    },
    /** Why the server cannot store ballots; null: it can. Responds within three seconds. */
    async check(): Promise<StorageCause | null> {
      const found = await pingDatabase(db);
      if (found !== null) return found;
      const isRecent = state !== null && performance.now() - state.failedAt < REMEMBERED_MS;
      return isRecent ? (state?.cause ?? null) : null;
    },
  };
}

/**
 * Checks the file itself, because SQLite reports misleading causes: an I/O error for a deleted folder, read-only
 * for missing rights.
 */
function trueCause(db: Db, cause: StorageCause | null): StorageCause | null {
  if (cause === null || cause === 'busy') return cause;
  return fileWatchOf(db)?.findTrouble() ?? cause;
}

/** Omits the statement and its values, which may be answers. */
const oneLine = (error: unknown): string => {
  const { code, message } = error as { code?: string; message?: string };
  return [code, message].filter(Boolean).join(': ').split('\n')[0]?.slice(0, 200) ?? '';
};

const PATIENCE_MS = 2_500;

/** Why ballots cannot be stored, as far as this is detected without writing; null: nothing detected. */
async function pingDatabase(db: Db): Promise<StorageCause | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StorageError('slow')), PATIENCE_MS);
  });
  // Bypasses the read cache, which would take a raw statement for a write to every table.
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

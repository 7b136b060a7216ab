import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import SqliteConnection from 'better-sqlite3';
import { storageCauseOf } from './storage-cause.ts';

export class DatabaseInUseError extends Error {
  override readonly name = 'DatabaseInUseError';
  constructor(readonly path: string) {
    super(`Another server is using the database ${path}.`);
  }
}

/** Timeout for the lock: when a service is restarted, the old process may still be stopping. */
const PATIENCE_MS = 6_000;

/**
 * Makes this process the only server on a SQLite file, by an exclusive lock on a database of its own, `PATH.lock`. The
 * operating system releases the lock when the process ends or crashes, so no stale locks remain. Commands do not
 * take this lock.
 * @throws DatabaseInUseError
 */
export async function lockForServer(path: string, patienceMs = PATIENCE_MS): Promise<() => void> {
  const connection = new SqliteConnection(`${path}.lock`, { timeout: 0 });
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    try {
      connection.pragma('locking_mode = EXCLUSIVE');
      connection.exec('begin exclusive');
      return () => void connection.close();
    } catch (error) {
      const isWorthWaiting = storageCauseOf(error) === 'busy' && performance.now() < giveUpAt;
      if (!isWorthWaiting) {
        connection.close();
        throw storageCauseOf(error) === 'busy' ? new DatabaseInUseError(path) : error;
      }
    }
    await wait(200);
  }
}

/** Whether a server uses the file. Creates no lock file. */
export function isServed(path: string): boolean {
  if (!existsSync(`${path}.lock`)) return false;
  try {
    const connection = new SqliteConnection(`${path}.lock`, { fileMustExist: true, timeout: 0 });
    try {
      connection.exec('begin exclusive; rollback');
    } finally {
      connection.close();
    }
    return false;
  } catch (error) {
    return storageCauseOf(error) === 'busy';
  }
}

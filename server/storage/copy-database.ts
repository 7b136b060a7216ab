import { appendFileSync, closeSync, fsyncSync, openSync, statSync } from 'node:fs';
import SqliteConnection from 'better-sqlite3';
import type { Day } from '../lib/day.ts';
import { formatTrailer } from './copy-trailer.ts';
import { FileRefused } from './file-refused.ts';
import { checkDatabase, hashCopy, isDamage } from './sqlite-file.ts';

/**
 * Writes a consistent, verified copy of a SQLite database that may be in use. Blocks until the copy is on disk; only
 * the owner can read it.
 *
 * `vacuum into` reads one snapshot while ballots are still being written, and rewrites every table in key order: the
 * pages of the live file reveal in which order today's ballots came.
 * @throws FileRefused where the source is damaged or not ours; the target is then unusable.
 */
export function copyDatabase(source: string, target: string, madeOn: Day): void {
  closeSync(openSync(target, 'wx', 0o600));
  const connection = new SqliteConnection(source, { fileMustExist: true, timeout: 10_000 });
  try {
    connection.prepare('vacuum into ?').run(target);
  } catch (error) {
    throw isDamage(error) ? new FileRefused('source-damaged', { file: source }) : error;
  } finally {
    connection.close();
  }
  checkDatabase(target, source);
  const sha256 = hashCopy(target, statSync(target).size, madeOn);
  appendFileSync(target, formatTrailer({ madeOn, sha256 }));
  const descriptor = openSync(target, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

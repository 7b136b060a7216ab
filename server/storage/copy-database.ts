import { appendFileSync, closeSync, fsyncSync, openSync, statSync } from 'node:fs';
import SqliteConnection from 'better-sqlite3';
import type { Day } from '../lib/day.ts';
import { formatTrailer } from './copy-trailer.ts';
import { FileRefused } from './file-refused.ts';
import { checkDatabase, hashCopy, isDamage } from './sqlite-file.ts';

/**
 * Writes a consistent copy of a SQLite database, which may be in use, to a new file that only its owner
 * reads: one file, whole and checked, on disk when this returns. It blocks until then.
 *
 * `vacuum into` reads one snapshot while ballots go on being written, and rewrites every table in
 * the order of its keys: the pages of the live file tell in which order today's ballots came.
 * @throws FileRefused where the database is damaged or not ours; the target is then of no use.
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

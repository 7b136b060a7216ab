import { createHash } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import SqliteConnection from 'better-sqlite3';
import { type Day, isDay } from '../lib/day.ts';
import { FileRefused } from './file-refused.ts';
import { APPLICATION_ID, FIRST_MIGRATION, MIGRATION_NAMES } from './migrate.ts';
import { type StorageCause, storageCauseOf } from './storage-cause.ts';

const MAGIC = 'SQLite format 3\0';
const HEADER_BYTES = 100;
const CHUNK_BYTES = 1 << 20;

/** A SQLite file whose header and length are consistent. */
export interface MeasuredFile {
  /** Length of the database without the trailer. */
  readonly databaseBytes: number;
  /** null: the file was not written by the command `backup`. */
  readonly trailer: CopyTrailer | null;
}

/** null for PostgreSQL and `:memory:`. */
export function sqlitePathOf(databaseUrl: string): string | null {
  if (!databaseUrl.startsWith('sqlite:')) return null;
  const path = databaseUrl.slice('sqlite:'.length);
  return path === ':memory:' ? null : path;
}

/**
 * Checks header, length and trailer without changing the file.
 * @throws FileRefused if it is not a complete SQLite database.
 */
export function measureFile(path: string): MeasuredFile {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new FileRefused('missing', { file: path });
  if (!found.isFile()) throw new FileRefused('not-a-file', { file: path });
  if (found.size === 0) throw new FileRefused('empty', { file: path });
  const header = readBytes(path, 0, HEADER_BYTES);
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC)
    throw new FileRefused('not-sqlite', { file: path });
  if (header.length < HEADER_BYTES) throw new FileRefused('truncated', { file: path });
  const coded = header.readUInt16BE(16);
  const pageBytes = coded === 1 ? 65_536 : coded;
  const databaseBytes = pageBytes * header.readUInt32BE(28);
  if (found.size < databaseBytes) throw new FileRefused('truncated', { file: path });
  const end = readBytes(path, Math.max(0, found.size - TRAILER_BYTES), TRAILER_BYTES);
  const trailer = parseTrailer(end.toString('latin1'));
  if (databaseBytes === 0 || found.size !== databaseBytes + (trailer ? TRAILER_BYTES : 0)) {
    throw new FileRefused('damaged', { file: path });
  }
  // The WAL of a file that was copied by hand contains ballots that are missing in the file.
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
  if (trailer === null && log && log.size > 0) throw new FileRefused('has-log', { file: path });
  return { databaseBytes, trailer };
}

function readBytes(path: string, position: number, length: number): Buffer {
  const descriptor = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, length, position));
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Hash at the end of a backup: over the first `length` bytes of the file and the first part of the trailer, which
 * contains `madeOn`. `pass` receives each chunk of the file.
 */
export function hashCopy(
  path: string,
  length: number,
  madeOn: Day,
  pass: (chunk: Buffer) => void = () => {},
): string {
  const hash = createHash('sha256');
  const descriptor = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(CHUNK_BYTES);
    for (let position = 0; position < length; ) {
      const read = readSync(descriptor, buffer, 0, Math.min(CHUNK_BYTES, length - position), position);
      if (read === 0) throw new FileRefused('truncated', { file: path });
      const chunk = buffer.subarray(0, read);
      hash.update(chunk);
      pass(chunk);
      position += read;
    }
  } finally {
    closeSync(descriptor);
  }
  return hash.update(trailerHead(madeOn)).digest('hex');
}

/**
 * Copies the database without its trailer to a new file that only the owner can read.
 * @throws FileRefused `damaged` if the hash differs.
 */
export function extractDatabase(path: string, measured: MeasuredFile, target: string): void {
  const descriptor = openSync(target, 'wx', 0o600);
  try {
    const { databaseBytes, trailer } = measured;
    const sha256 = hashCopy(path, databaseBytes, trailer?.madeOn ?? '', (chunk) => {
      writeSync(descriptor, chunk);
    });
    if (trailer !== null && trailer.sha256 !== sha256) {
      throw new FileRefused('damaged', { file: path });
    }
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Checks integrity, product and version of a database that is not in use.
 * @throws FileRefused `damaged`, `foreign` or `newer`; the error names the file `named`.
 */
export function checkDatabase(path: string, named: string): void {
  const faults = { file: named };
  let connection: SqliteConnection.Database | null = null;
  try {
    connection = new SqliteConnection(path, { fileMustExist: true });
    if (connection.pragma('integrity_check', { simple: true }) !== 'ok') {
      throw new FileRefused('damaged', faults);
    }
    if ((connection.pragma('foreign_key_check') as unknown[]).length > 0) {
      throw new FileRefused('damaged', faults);
    }
    const applied = listAppliedMigrations(connection);
    const id = connection.pragma('application_id', { simple: true });
    // The first version of the product did not set `application_id`.
    if (!applied.includes(FIRST_MIGRATION) || (id !== APPLICATION_ID && id !== 0)) {
      throw new FileRefused('foreign', faults);
    }
    if (applied.some((name) => !MIGRATION_NAMES.includes(name))) throw new FileRefused('newer', faults);
  } catch (error) {
    throw isDamage(error) ? new FileRefused('damaged', faults) : error;
  } finally {
    connection?.close();
  }
}

function listAppliedMigrations(connection: SqliteConnection.Database): string[] {
  const exists = connection.prepare("select 1 from sqlite_master where name = 'kysely_migration'").get();
  if (!exists) return [];
  const rows = connection.prepare('select name from kysely_migration').all() as { name: string }[];
  return rows.map(({ name }) => name);
}

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? '';
const isDamage = (error: unknown): boolean => /^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error));

/**
 * Why a database, which may be in use, cannot store ballots; null: it can. `detail` is SQLite's message. Changes
 * nothing.
 */
export function findTrouble(
  path: string,
  isThorough: boolean,
): { readonly cause: StorageCause; readonly detail: string } | null {
  try {
    const connection = new SqliteConnection(path, { fileMustExist: true, timeout: 1_000 });
    try {
      const check = isThorough ? 'integrity_check' : 'quick_check';
      const detail = String(connection.pragma(check, { simple: true }));
      if (detail !== 'ok') return { cause: 'damaged', detail };
      connection.exec('begin immediate; rollback');
      return null;
    } finally {
      connection.close();
    }
  } catch (error) {
    return { cause: storageCauseOf(error) ?? 'damaged', detail: codeOf(error) || String(error) };
  }
}

function hasStarted(connection: SqliteConnection.Database): boolean {
  try {
    return (
      connection.prepare('select 1 from installation where official_since is not null').get() !== undefined
    );
  } catch {
    // The table is missing in a database of an earlier version, or the database is damaged.
    return false;
  }
}

/**
 * Locks a database exclusively; null if it does not exist or is too damaged to open.
 * @throws FileRefused `in-use` while another program has it open.
 */
export function claimDatabase(path: string) {
  if (!existsSync(path)) return null;
  const connection = new SqliteConnection(path, { fileMustExist: true, timeout: 0 });
  try {
    // In WAL mode every open connection holds a shared lock, so an exclusive lock detects all of them.
    connection.pragma('locking_mode = EXCLUSIVE');
    connection.exec('begin exclusive; rollback');
  } catch (error) {
    connection.close();
    if (isDamage(error)) return null;
    if (/^SQLITE_(BUSY|LOCKED)/.test(codeOf(error))) throw new FileRefused('in-use', { file: path });
    throw error;
  }
  return {
    isOfficial: hasStarted(connection),
    /** Unlocks the database without changing it. */
    release: () => void connection.close(),
    /** Checkpoints the WAL into the file and unlocks the database. */
    settle() {
      connection.pragma('journal_mode = DELETE');
      connection.close();
      // A process that only reads may have left this file behind.
      rmSync(`${path}-shm`, { force: true });
    },
  };
}

/**
 * Trailer after the last page of a backup. SQLite has no page checksums and ignores bytes after the last page, so
 * any program can open a backup, and a single changed byte is still detected.
 */
interface CopyTrailer {
  readonly madeOn: Day;
  /** SHA-256, hexadecimal, of the whole file up to this hash. */
  readonly sha256: string;
}

const PATTERN = /^\nhailong-copy\/1 (\d{4}-\d\d-\d\d) ([0-9a-f]{64})\n$/;

export const TRAILER_BYTES = 92;

const trailerHead = (madeOn: Day): string => `\nhailong-copy/1 ${madeOn} `;

export const formatTrailer = ({ madeOn, sha256 }: CopyTrailer): string => `${trailerHead(madeOn)}${sha256}\n`;

/** `text`: the last `TRAILER_BYTES` bytes of a file. Null if they are no trailer. */
export function parseTrailer(text: string): CopyTrailer | null {
  const [, madeOn = '', sha256 = ''] = PATTERN.exec(text) ?? [];
  return isDay(madeOn) ? { madeOn, sha256 } : null;
}

/**
 * Writes a consistent, verified copy of a SQLite database that may be in use. Blocks until the copy is on disk;
 * only the owner can read it. `vacuum into` reads one snapshot while ballots are being written, and writes every
 * table in key order, because the pages of the live file reveal in which order today's ballots arrived.
 * @throws FileRefused if the source is damaged or of another product; the target is then unusable.
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

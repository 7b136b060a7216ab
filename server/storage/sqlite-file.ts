import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readSync, rmSync, statSync, writeSync } from 'node:fs';
import SqliteConnection from 'better-sqlite3';
import type { Day } from '../lib/day.ts';
import { type CopyTrailer, parseTrailer, TRAILER_BYTES, trailerHead } from './copy-trailer.ts';
import { FileRefused } from './file-refused.ts';
import { FIRST_MIGRATION, MIGRATION_NAMES } from './migrate.ts';
import { APPLICATION_ID } from './own-file.ts';

const MAGIC = 'SQLite format 3\0';
const HEADER_BYTES = 100;
const CHUNK_BYTES = 1 << 20;

/** A file whose header and length fit each other. */
export interface MeasuredFile {
  /** The length of the database itself. */
  readonly databaseBytes: number;
  /** Null for a database file that no `backup` wrote. */
  readonly trailer: CopyTrailer | null;
}

/** The path in a `DATABASE_URL`; null where the database is not a file: PostgreSQL, or in memory. */
export function sqlitePathOf(databaseUrl: string): string | null {
  if (!databaseUrl.startsWith('sqlite:')) return null;
  const path = databaseUrl.slice('sqlite:'.length);
  return path === ':memory:' ? null : path;
}

/**
 * Reads a file's header and end, and changes nothing.
 * @throws FileRefused where it cannot be a whole SQLite database.
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
  // A log beside a file that was copied by hand holds ballots which the file alone does not.
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
 * The digest for the trailer of a copy: of the first `length` bytes of a file and the trailer's beginning.
 * Each chunk of the file is also given to `pass`.
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
 * Writes the database in a measured file to a new file that only its owner reads, without the trailer.
 * @throws FileRefused `damaged` where the bytes are not those that the trailer speaks of.
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
 * Checks a database that no one else has open: whole, ours, and not of a newer version.
 * @throws FileRefused `damaged`, `foreign` or `newer`; `named` is the file that the words speak of.
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
    // Databases of the first version carried no mark.
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
/** Whether SQLite says that a file is damaged, or no database at all. */
export const isDamage = (error: unknown): boolean => /^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error));

/** What SQLite says of a database that others may have open; `ok` for a sound one. */
export function findDamage(path: string, isThorough: boolean): string {
  try {
    const connection = new SqliteConnection(path, { fileMustExist: true, timeout: 10_000 });
    try {
      const check = isThorough ? 'integrity_check' : 'quick_check';
      return String(connection.pragma(check, { simple: true }));
    } finally {
      connection.close();
    }
  } catch (error) {
    return codeOf(error) || String(error);
  }
}

/** A database that nobody else can open until it is let go. */
export interface ClaimedDatabase {
  /** Lets it go as it was. */
  release(): void;
  /** Folds the log into the file, which then holds everything, and lets it go. */
  settle(): void;
}

/**
 * Takes a database for this process alone; null where there is none, or where it is too damaged to be
 * opened at all.
 * @throws FileRefused `in-use` while a server, or any other program, has it open.
 */
export function claimDatabase(path: string): ClaimedDatabase | null {
  if (!existsSync(path)) return null;
  const connection = new SqliteConnection(path, { fileMustExist: true, timeout: 0 });
  try {
    // In WAL every connection holds a shared lock for as long as it is open: an exclusive one finds them all.
    connection.pragma('locking_mode = EXCLUSIVE');
    connection.exec('begin exclusive; rollback');
  } catch (error) {
    connection.close();
    if (isDamage(error)) return null;
    if (/^SQLITE_(BUSY|LOCKED)/.test(codeOf(error))) throw new FileRefused('in-use', { file: path });
    throw error;
  }
  return {
    release: () => void connection.close(),
    settle() {
      connection.pragma('journal_mode = DELETE');
      connection.close();
      // Left by a program that read the file and could not clean up after itself; it has no use any more.
      rmSync(`${path}-shm`, { force: true });
    },
  };
}

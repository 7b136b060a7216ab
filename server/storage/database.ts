import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteConnection from 'better-sqlite3';
import {
  CompiledQuery,
  type Dialect,
  type DialectAdapter,
  type Driver,
  Kysely,
  PostgresDialect,
  SqliteAdapter,
  SqliteDialect,
  sql,
} from 'kysely';
import { type FileWatch, watchFile } from './file-identity.ts';
import { openPostgresPool, type Patience } from './postgres-pool.ts';
import { cachePreparedStatements } from './prepared-statements.ts';
import { createReadCache } from './read-cache.ts';
import type { Database, Db } from './schema.ts';
import { StorageError } from './storage-cause.ts';

/** The message is one line without the password. */
export class OpenDatabaseError extends Error {
  override readonly name = 'OpenDatabaseError';
  constructor(url: string, cause: unknown) {
    const reason =
      cause instanceof Error ? cause.message || (cause as { code?: string }).code : String(cause);
    super(`The database ${withoutPassword(url)} cannot be opened: ${reason}.`, { cause });
  }
}

const withoutPassword = (url: string): string => url.replace(/^(postgres\w*:\/\/[^:@/]*):[^@]*@/, '$1@');

const watches = new WeakMap<object, FileWatch>();

/** The watch of a SQLite file; undefined on PostgreSQL and in memory. */
export const fileWatchOf = (db: Db): FileWatch | undefined => watches.get(db);

/**
 * `url`: `sqlite:PATH` or `postgres://…`.
 * @throws OpenDatabaseError
 */
export async function openDatabase(url: string, patience: Patience = 'work'): Promise<Db> {
  let db: Db | null = null;
  try {
    const cache = createReadCache();
    const { dialect, watch } = await makeDialect(url, patience);
    db = cache.attach(new Kysely<Database>({ dialect, plugins: [cache.plugin] }));
    if (watch !== undefined) watches.set(db, watch);
    // Connects now, so that a wrong URL stops the start and not the first request.
    await sql`select 1`.execute(db);
    return db;
  } catch (error) {
    await db?.destroy();
    throw new OpenDatabaseError(url, error);
  }
}

async function makeDialect(
  url: string,
  patience: Patience,
): Promise<{ dialect: Dialect; watch?: FileWatch }> {
  if (/^postgres(ql)?:/.test(url)) {
    return { dialect: new ServerDialect({ pool: await openPostgresPool(url, patience) }) };
  }
  const path = url.slice('sqlite:'.length);
  const connection = openSqlite(path);
  if (path === ':memory:') return { dialect: makeSqliteDialect(connection) };
  const watch = watchFile(path);
  return { dialect: makeSqliteDialect(connection, watch), watch };
}

/** The error that ended the transaction is the one to report; Kysely would report that of the rollback. */
function hideRollbackErrors(driver: Driver): Driver {
  const rollback = driver.rollbackTransaction.bind(driver);
  driver.rollbackTransaction = (connection) => rollback(connection).catch(() => {});
  return driver;
}

class ServerDialect extends PostgresDialect {
  override createDriver(): Driver {
    return hideRollbackErrors(super.createDriver());
  }
}

/** Kysely's dialect with immediate transactions and transactional migrations. */
class FileDialect extends SqliteDialect {
  readonly #watch: FileWatch | undefined;
  constructor(connection: SqliteConnection.Database, watch: FileWatch | undefined) {
    super({ database: cachePreparedStatements(connection) });
    this.#watch = watch;
  }
  override createDriver(): Driver {
    const driver = hideRollbackErrors(super.createDriver());
    const commit = driver.commitTransaction.bind(driver);
    // A transaction that reads first and writes later fails with SQLITE_BUSY, without waiting, when another program
    // wrote in between. So writers take the lock at the beginning.
    driver.beginTransaction = async (connection, { accessMode }) => {
      const begin = accessMode === 'read only' ? 'begin' : 'begin immediate';
      await connection.executeQuery(CompiledQuery.raw(begin));
    };
    // SQLite would go on writing to a file that was deleted or replaced, and the rows would be lost.
    driver.commitTransaction = async (connection) => {
      if (this.#watch?.isReplaced()) throw new StorageError('replaced');
      await commit(connection);
    };
    return driver;
  }
  override createAdapter(): DialectAdapter {
    return new FileAdapter();
  }
}

class FileAdapter extends SqliteAdapter {
  /** Makes migrations atomic. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

export const makeSqliteDialect = (connection: SqliteConnection.Database, watch?: FileWatch): Dialect =>
  new FileDialect(connection, watch);

/**
 * better-sqlite3 blocks the whole process while it waits for another program's lock, so it waits for a moment only;
 * `inTransaction` retries.
 */
const BUSY_TIMEOUT_MS = 20;

/** Commits are durable: they return after fsync. */
export function openSqlite(path: string): SqliteConnection.Database {
  if (path !== ':memory:') {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    // SQLite would create the file readable for all users; the WAL inherits the mode.
    closeSync(openSync(path, 'a', 0o600));
  }
  const connection = new SqliteConnection(path, { timeout: 10_000 });
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  // Overwrites deleted rows with zeros, so that an emptied ballot box is empty on disk too.
  connection.pragma('secure_delete = ON');
  connection.pragma('temp_store = MEMORY');
  connection.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  return connection;
}

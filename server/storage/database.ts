import { accessSync, closeSync, constants, mkdirSync, openSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import SqliteConnection from 'better-sqlite3';
import {
  CompiledQuery,
  type Dialect,
  type DialectAdapter,
  type Driver,
  Kysely,
  PostgresDialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  sql,
} from 'kysely';
import { LRUCache } from 'lru-cache';
import { openPostgresPool, type Patience } from './postgres-pool.ts';
import { withReadCache } from './read-cache.ts';
import type { Database, Db } from './schema.ts';
import { type StorageCause, StorageError, storageCauseOf } from './storage-cause.ts';

/** The message is one line; passwords are removed from the URL. */
export class OpenDatabaseError extends Error {
  override readonly name = 'OpenDatabaseError';
  constructor(url: string, cause: unknown) {
    const reason =
      cause instanceof Error ? cause.message || (cause as { code?: string }).code : String(cause);
    super(`The database ${withoutPassword(url)} cannot be opened: ${reason}.`, { cause });
  }
}

const withoutPassword = (url: string): string => url.replace(/^(postgres\w*:\/\/[^:@/]*):[^@]*@/, '$1@');

type FileWatch = ReturnType<typeof watchFile>;

const watches = new WeakMap<object, FileWatch>();

/** Undefined on PostgreSQL and for a database in memory. */
export const fileWatchOf = (db: Db): FileWatch | undefined => watches.get(db);

/**
 * `url`: `sqlite:PATH` or `postgres://…`.
 * @throws OpenDatabaseError
 */
export async function openDatabase(url: string, patience: Patience = 'work'): Promise<Db> {
  let db: Db | null = null;
  try {
    const { dialect, watch } = await makeDialect(url, patience);
    db = withReadCache(new Kysely<Database>({ dialect }));
    if (watch !== undefined) watches.set(db, watch);
    // Connects now, so that a wrong URL fails at the start instead of at the first request.
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
  if (path === ':memory:') return { dialect: new FileDialect(connection) };
  const watch = watchFile(path);
  return { dialect: new FileDialect(connection, watch), watch };
}

/**
 * Ignores errors of a rollback, because Kysely would report them instead of the error that ended the transaction.
 */
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

/** Kysely's dialect, but with immediate transactions, and with migrations in a transaction. */
export class FileDialect extends SqliteDialect {
  readonly #watch: FileWatch | undefined;
  constructor(connection: SqliteConnection.Database, watch?: FileWatch) {
    super({ database: cachePreparedStatements(connection) });
    this.#watch = watch;
  }
  override createDriver(): Driver {
    const driver = hideRollbackErrors(super.createDriver());
    const commit = driver.commitTransaction.bind(driver);
    // Takes the write lock at the beginning: a transaction that reads first and writes later would fail with
    // SQLITE_BUSY if another program wrote in between.
    driver.beginTransaction = async (connection, { accessMode }) => {
      const begin = accessMode === 'read only' ? 'begin' : 'begin immediate';
      await connection.executeQuery(CompiledQuery.raw(begin));
    };
    // SQLite would go on writing to a deleted or replaced file, and the rows would be lost.
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
  /** Makes Kysely run migrations in a transaction. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/**
 * Short, because better-sqlite3 blocks the whole process while it waits for another program's lock; `inTransaction`
 * retries without blocking.
 */
const BUSY_TIMEOUT_MS = 20;

/** Commits return after fsync, so they survive a power cut. */
export function openSqlite(path: string): SqliteConnection.Database {
  if (path !== ':memory:') {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    // Created here with mode 0600, because SQLite would let all users read it; the WAL inherits the mode.
    closeSync(openSync(path, 'a', 0o600));
  }
  const connection = new SqliteConnection(path, { timeout: 10_000 });
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  // Overwrites deleted rows with zeros, so that an emptied ballot box is empty on the disk, too.
  connection.pragma('secure_delete = ON');
  connection.pragma('temp_store = MEMORY');
  connection.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  return connection;
}

/** Minimum of free space: with less, SQLite cannot extend its WAL by a few ballots. */
const LEAST_FREE_BYTES = 1_000_000;

function watchFile(path: string) {
  const find = () => statSync(path, { bigint: true, throwIfNoEntry: false });
  const opened = find();
  /** Whether the path refers to another file than the open one, or to none: writes are then lost. */
  const isReplaced = () => {
    try {
      const now = find();
      return now === undefined || now.ino !== opened?.ino || now.dev !== opened.dev;
    } catch {
      // The folder is unreadable: the cause is missing rights instead of a replaced file.
      return false;
    }
  };
  return {
    isReplaced,
    /** What would prevent the next write; null if nothing can be detected without writing. */
    findTrouble(): StorageCause | null {
      if (isReplaced()) return 'replaced';
      try {
        for (const place of [path, dirname(path)]) accessSync(place, constants.R_OK | constants.W_OK);
        const { bavail, bsize } = statfsSync(path);
        return bavail * bsize < LEAST_FREE_BYTES ? 'full' : null;
      } catch (error) {
        return storageCauseOf(error);
      }
    },
  };
}

/** Maximum number of cached statements; the program has fewer. */
const CACHE_LIMIT = 500;
/**
 * Maximum number of characters of a cached statement. Longer statements insert many rows, and their text depends on
 * the number of rows, so caching them would waste memory.
 */
const MAX_LENGTH = 2_000;
/** Statements that cannot change the schema; all others clear the cache. */
const CACHEABLE = /^\s*(select|insert|update|delete|with|begin|commit|rollback)\b/i;

/** Without this cache a ballot costs 20 to 40 % more processor time. */
function cachePreparedStatements(connection: SqliteConnection.Database): SqliteDatabase {
  const cache = new LRUCache<string, SqliteConnection.Statement>({ max: CACHE_LIMIT });
  return {
    close() {
      cache.clear();
      connection.close();
    },
    prepare(text) {
      const cached = cache.get(text);
      if (cached) return cached;
      const statement = connection.prepare(text);
      if (!CACHEABLE.test(text)) cache.clear();
      else if (text.length <= MAX_LENGTH) cache.set(text, statement);
      return statement;
    },
  };
}

/** After a power cut, the database's machine may take longer to start than this one. */
const LONGEST_WAIT_MS = 120_000;
const RETRY_MS = 5_000;

/**
 * Repeats `attempt` while the database is still starting, or while another program locks it. Calls `onWait` after
 * each failed attempt. Other errors, such as a wrong password, are thrown at once.
 */
export async function retryWhileUnavailable<Result>(
  attempt: () => Promise<Result>,
  onWait: (error: Error) => void,
): Promise<Result> {
  const giveUpAt = performance.now() + LONGEST_WAIT_MS;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      const cause = storageCauseOf(error);
      const mayCome = cause === 'unreachable' || cause === 'slow' || cause === 'busy';
      if (!mayCome || !(error instanceof Error) || performance.now() + RETRY_MS > giveUpAt) throw error;
      onWait(error);
    }
    await wait(RETRY_MS);
  }
}

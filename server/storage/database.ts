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
import { cachePreparedStatements } from './prepared-statements.ts';
import { createReadCache } from './read-cache.ts';
import type { Database, Db } from './schema.ts';

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

/**
 * `url`: `sqlite:PATH` or `postgres://…`.
 * @throws OpenDatabaseError
 */
export async function openDatabase(url: string): Promise<Db> {
  let db: Db | null = null;
  try {
    const cache = createReadCache();
    db = cache.attach(new Kysely<Database>({ dialect: await makeDialect(url), plugins: [cache.plugin] }));
    // Connects now, so that a wrong URL stops the start and not the first request.
    await sql`select 1`.execute(db);
    return db;
  } catch (error) {
    await db?.destroy();
    throw new OpenDatabaseError(url, error);
  }
}

async function makeDialect(url: string): Promise<Dialect> {
  if (/^postgres(ql)?:/.test(url)) {
    // Lazy, to save memory on SQLite installations.
    const { default: postgres } = await import('pg');
    const pool = new postgres.Pool({ connectionString: url, max: 8 });
    // Without a listener, an idle connection that breaks (PostgreSQL restarts) would end the process. The pool
    // replaces it by itself.
    pool.on('error', () => {});
    return new PostgresDialect({ pool });
  }
  return makeSqliteDialect(openSqlite(url.slice('sqlite:'.length)));
}

/** Kysely's dialect with immediate transactions and transactional migrations. */
class FileDialect extends SqliteDialect {
  override createDriver(): Driver {
    const driver = super.createDriver();
    // A transaction that reads first and writes later fails with SQLITE_BUSY, without waiting, when another program
    // wrote in between. So writers take the lock at the beginning.
    driver.beginTransaction = async (connection, { accessMode }) => {
      const begin = accessMode === 'read only' ? 'begin' : 'begin immediate';
      await connection.executeQuery(CompiledQuery.raw(begin));
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

export const makeSqliteDialect = (connection: SqliteConnection.Database): Dialect =>
  new FileDialect({ database: cachePreparedStatements(connection) });

/** Commits are durable: they return after fsync. */
export function openSqlite(path: string): SqliteConnection.Database {
  if (path !== ':memory:') {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    // SQLite would create it readable for all users; the WAL inherits the mode.
    closeSync(openSync(path, 'a', 0o600));
  }
  const connection = new SqliteConnection(path, { timeout: 10_000 });
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  // Overwrites deleted rows with zeros, so that an emptied ballot box is empty on disk too.
  connection.pragma('secure_delete = ON');
  connection.pragma('temp_store = MEMORY');
  return connection;
}

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

/** A database that cannot be reached; its message is one line that names it, without any password. */
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
 * The one place that opens databases, from `DATABASE_URL`: `sqlite:PATH` or `postgres://…`.
 * @throws OpenDatabaseError where there is none or it may not be opened.
 */
export async function openDatabase(url: string): Promise<Db> {
  let db: Db | null = null;
  try {
    const recent = createReadCache();
    db = recent.attach(new Kysely<Database>({ dialect: await makeDialect(url), plugins: [recent.plugin] }));
    // Reaches the database at once: a wrong address stops the start instead of the first citizen.
    await sql`select 1`.execute(db);
    return db;
  } catch (error) {
    await db?.destroy();
    throw new OpenDatabaseError(url, error);
  }
}

async function makeDialect(url: string): Promise<Dialect> {
  if (/^postgres(ql)?:/.test(url)) {
    // Loaded only where it is used: a commune's machine never needs it.
    const { default: postgres } = await import('pg');
    const pool = new postgres.Pool({ connectionString: url, max: 8 });
    // A connection that is lost while nobody uses it, as when PostgreSQL restarts, would end the process.
    // The pool has thrown it away by now and opens another when one is needed.
    pool.on('error', () => {});
    return new PostgresDialect({ pool });
  }
  return makeSqliteDialect(openSqlite(url.slice('sqlite:'.length)));
}

/** Kysely's dialect, but for how a transaction begins and that migrations run in one. */
class FileDialect extends SqliteDialect {
  override createDriver(): Driver {
    const driver = super.createDriver();
    // One that writes takes the file's one write lock when it begins: if it reads first and writes later,
    // it fails, without waiting, when another program wrote between.
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
  /** A power cut during a migration leaves all of it or nothing. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Speaks to an open SQLite file. */
export const makeSqliteDialect = (connection: SqliteConnection.Database): Dialect =>
  new FileDialect({ database: cachePreparedStatements(connection) });

/** Opens a SQLite file so that a commit returns only when it is on disk. */
export function openSqlite(path: string): SqliteConnection.Database {
  if (path !== ':memory:') {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    // Made before SQLite does, which would let every user of the machine read it; its logs inherit the mode.
    closeSync(openSync(path, 'a', 0o600));
  }
  const connection = new SqliteConnection(path, { timeout: 10_000 });
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  // Removed rows are overwritten with zeros, so that an emptied ballot box is empty on disk as well.
  connection.pragma('secure_delete = ON');
  connection.pragma('temp_store = MEMORY');
  return connection;
}

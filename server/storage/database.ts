import { mkdirSync } from 'node:fs';
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
import type { Database, Db } from './schema.ts';

/** The one place that opens databases, from `DATABASE_URL`: `sqlite:PATH` or `postgres://…`. */
export async function openDatabase(url: string): Promise<Db> {
  const db = new Kysely<Database>({ dialect: await makeDialect(url) });
  // Reaches the database at once: a wrong address stops the start instead of the first citizen.
  await sql`select 1`.execute(db);
  return db;
}

async function makeDialect(url: string): Promise<Dialect> {
  if (/^postgres(ql)?:/.test(url)) {
    // Loaded only where it is used: a commune's machine never needs it.
    const { default: postgres } = await import('pg');
    return new PostgresDialect({ pool: new postgres.Pool({ connectionString: url, max: 8 }) });
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
  new FileDialect({ database: connection });

/** Opens a SQLite file so that a commit returns only when it is on disk. */
export function openSqlite(path: string): SqliteConnection.Database {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const connection = new SqliteConnection(path, { timeout: 10_000 });
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  // Removed rows are overwritten with zeros, so that an emptied ballot box is empty on disk as well.
  connection.pragma('secure_delete = ON');
  connection.pragma('temp_store = MEMORY');
  return connection;
}

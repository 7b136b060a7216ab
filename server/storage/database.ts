import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteConnection from 'better-sqlite3';
import { type Dialect, Kysely, PostgresDialect, SqliteDialect, sql } from 'kysely';
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
  return new SqliteDialect({ database: openSqlite(url.slice('sqlite:'.length)) });
}

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

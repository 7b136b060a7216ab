import { PostgresAdapter, type SelectQueryBuilder, sql } from 'kysely';
import type { Database, Db, Trx } from './schema.ts';

// The only file that asks which database it is.

/** Whether a handle leads to PostgreSQL; else it is SQLite. */
export const isPostgres = (db: Db | Trx): boolean => db.getExecutor().adapter instanceof PostgresAdapter;

/**
 * Locks the rows that a transaction reads in order to write them back. SQLite has one writer at a time
 * and needs nothing.
 */
export function lockRows<Table extends keyof Database, Row>(
  db: Trx,
  query: SelectQueryBuilder<Database, Table, Row>,
): SelectQueryBuilder<Database, Table, Row> {
  return isPostgres(db) ? query.forUpdate() : query;
}

/**
 * How many rows an insert of many writes in one statement. SQLite is asked without leaving the process, and is
 * quicker at one row that is said again and again; PostgreSQL is asked over a line, and takes many at once.
 */
export const rowsPerStatement = (db: Db | Trx): number => (isPostgres(db) ? 1_000 : 1);

/**
 * A number that is another one as soon as another program has written to the database, whatever this one writes;
 * null on PostgreSQL, which does not tell.
 */
export async function readForeignWrites(db: Db): Promise<number | null> {
  if (isPostgres(db)) return null;
  const read = sql<{ data_version: number }>`select data_version from pragma_data_version`;
  const { rows } = await read.execute(db.withoutPlugins());
  return rows[0]?.data_version ?? null;
}

/** Rewriting a table of this size takes about a second, during which it is locked. */
const SMALL_TABLE_BYTES = 64 * 1024 * 1024;

/**
 * Takes the traces of removed rows off the disk: on SQLite the log of past page images, on PostgreSQL
 * dead rows. Both would tell in which order ballots came.
 * Tables that were `emptied` are small; of those that were `rewritten`, large ones keep the bytes of old rows
 * on PostgreSQL until new rows take their place.
 * @throws Error on SQLite while another program reads: the log must then stay, and this must be repeated.
 */
export async function scrubRemovedRows(
  db: Db,
  emptied: readonly (keyof Database)[],
  rewritten: readonly (keyof Database)[],
): Promise<void> {
  if (isPostgres(db)) {
    for (const table of emptied) await sql`vacuum full ${sql.table(table)}`.execute(db);
    for (const table of rewritten) {
      const { rows } = await sql<{ bytes: unknown }>`
        select pg_relation_size(${table}::regclass) as bytes`.execute(db);
      const isSmall = Number(rows[0]?.bytes) <= SMALL_TABLE_BYTES;
      await sql`vacuum ${isSmall ? sql`full` : sql``} ${sql.table(table)}`.execute(db);
    }
  } else {
    await db.connection().execute(truncateLog);
  }
}

async function truncateLog(connection: Db): Promise<void> {
  const waits = await sql<{ timeout: number }>`pragma busy_timeout`.execute(connection);
  // Waiting for a reader holds up everybody else, so it is cut short here.
  await sql`pragma busy_timeout = 500`.execute(connection);
  try {
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(connection);
    if (rows[0]?.busy === 1)
      throw new Error('another program is reading the database: its log cannot be cut');
  } finally {
    await sql`pragma busy_timeout = ${sql.lit(waits.rows[0]?.timeout ?? 0)}`.execute(connection);
  }
}

/**
 * Keeps other processes from writing to a table until the transaction ends. SQLite has one writer at a
 * time and needs nothing.
 */
export async function lockTable(trx: Trx, table: keyof Database): Promise<void> {
  if (isPostgres(trx)) await sql`lock table ${sql.table(table)} in share row exclusive mode`.execute(trx);
}

/**
 * Waits for every transaction that has read a table, and holds up all that want to, until this one ends.
 * SQLite has one writer at a time, which knows what the last one wrote, and needs nothing.
 */
export async function lockOutReaders(trx: Trx, table: keyof Database): Promise<void> {
  if (isPostgres(trx)) await sql`lock table ${sql.table(table)} in access exclusive mode`.execute(trx);
}

/**
 * Takes a unit's day of a table for this transaction alone, rows that are not there yet included; those who read
 * are not held up. Everybody takes tables, units and days in one order. SQLite has one writer and needs nothing.
 */
export async function lockDay(trx: Trx, table: keyof Database, unitCode: string, day: string): Promise<void> {
  if (!isPostgres(trx)) return;
  const name = `${table}\n${unitCode}\n${day}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(trx);
}

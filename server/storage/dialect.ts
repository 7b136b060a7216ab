import { PostgresAdapter, type SelectQueryBuilder, sql } from 'kysely';
import type { Database, Db, Trx } from './schema.ts';

export const isPostgres = (db: Db | Trx): boolean => db.getExecutor().adapter instanceof PostgresAdapter;

/** SQLite needs no row locks, because it has one writer at a time. */
export function lockRows<Table extends keyof Database, Row>(
  db: Trx,
  query: SelectQueryBuilder<Database, Table, Row>,
): SelectQueryBuilder<Database, Table, Row> {
  return isPostgres(db) ? query.forUpdate() : query;
}

/**
 * Rows per multi-row insert. SQLite is faster with one row per statement, because there are no round trips to save.
 */
export const rowsPerStatement = (db: Db | Trx): number => (isPostgres(db) ? 1_000 : 1);

/**
 * A number that changes when another process has written to the database; null on PostgreSQL, which has no such
 * number.
 */
export async function readForeignWrites(db: Db): Promise<number | null> {
  if (isPostgres(db)) return null;
  const read = sql<{ data_version: number }>`select data_version from pragma_data_version`;
  const { rows } = await read.execute(db.withoutPlugins());
  return rows[0]?.data_version ?? null;
}

/** Largest table for `vacuum full`, which locks a table of this size for about a second. */
const SMALL_TABLE_BYTES = 64 * 1024 * 1024;

/**
 * Removes deleted rows from disk: the WAL on SQLite, dead rows on PostgreSQL. Both reveal the order in which
 * ballots arrived. `emptied` tables must be small. On PostgreSQL, old bytes of large `rewritten` tables stay on
 * disk until new rows reuse the space.
 * @throws Error on SQLite while another program reads, because the WAL cannot be truncated; retry later.
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

/**
 * Deletes all rows, also of append-only tables: SQLite's triggers are dropped and re-created in the same
 * transaction; PostgreSQL's do not fire on `truncate`.
 */
export async function emptyTables(trx: Trx, tables: readonly (keyof Database)[]): Promise<void> {
  if (isPostgres(trx)) {
    await sql`truncate ${sql.join(tables.map((table) => sql.table(table)))}`.execute(trx);
    return;
  }
  const { rows } = await sql<{ name: string; sql: string }>`
    select name, sql from sqlite_master where type = 'trigger' and tbl_name in (${sql.join(tables)})`.execute(
    trx,
  );
  // Foreign keys are checked at the commit, because the tables are emptied in any order.
  await sql`pragma defer_foreign_keys = on`.execute(trx);
  for (const { name } of rows) await sql`drop trigger ${sql.id(name)}`.execute(trx);
  for (const table of tables) await sql`delete from ${sql.table(table)}`.execute(trx);
  for (const trigger of rows) await sql.raw(trigger.sql).execute(trx);
}

/**
 * Rewrites a SQLite file without unused pages and truncates its WAL. Nothing to do on PostgreSQL, whose `truncate`
 * leaves no deleted rows.
 */
export async function scrubDatabase(db: Db): Promise<void> {
  if (isPostgres(db)) return;
  await db.connection().execute(async (connection) => {
    await truncateLog(connection);
    await sql`vacuum`.execute(connection);
    await truncateLog(connection);
  });
}

async function truncateLog(connection: Db): Promise<void> {
  const waits = await sql<{ timeout: number }>`pragma busy_timeout`.execute(connection);
  // Short, because waiting for a reader blocks the whole process.
  await sql`pragma busy_timeout = 100`.execute(connection);
  try {
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(connection);
    if (rows[0]?.busy === 1)
      throw new Error('another program is reading the database: the write-ahead log cannot be truncated');
  } finally {
    await sql`pragma busy_timeout = ${sql.lit(waits.rows[0]?.timeout ?? 0)}`.execute(connection);
  }
}

/**
 * Blocks other writers of a table until the transaction ends. Not needed on SQLite, which has one writer at a time.
 */
export async function lockTable(trx: Trx, table: keyof Database): Promise<void> {
  if (isPostgres(trx)) await sql`lock table ${sql.table(table)} in share row exclusive mode`.execute(trx);
}

/**
 * Blocks readers and writers of a table until the transaction ends. Not needed on SQLite, whose only writer sees
 * all earlier commits.
 */
export async function lockOutReaders(trx: Trx, table: keyof Database): Promise<void> {
  if (isPostgres(trx)) await sql`lock table ${sql.table(table)} in access exclusive mode`.execute(trx);
}

/**
 * Locks the rows of a unit's day in a table for writing, including rows that do not exist yet; readers are not
 * blocked. All transactions lock tables, units and days in the same order, so that they cannot deadlock. Not needed
 * on SQLite, which has one writer at a time.
 */
export async function lockDay(trx: Trx, table: keyof Database, unitCode: string, day: string): Promise<void> {
  if (!isPostgres(trx)) return;
  const name = `${table}\n${unitCode}\n${day}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(trx);
}

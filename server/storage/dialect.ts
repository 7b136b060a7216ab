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
 * Takes the traces of removed rows off the disk: on SQLite the log of past page images, on PostgreSQL
 * dead rows. Both would tell in which order ballots came.
 */
export async function scrubRemovedRows(
  db: Db,
  emptied: readonly (keyof Database)[],
  rewritten: readonly (keyof Database)[],
): Promise<void> {
  if (isPostgres(db)) {
    for (const table of emptied) await sql`vacuum full ${sql.table(table)}`.execute(db);
    for (const table of rewritten) await sql`vacuum ${sql.table(table)}`.execute(db);
  } else {
    await sql`pragma wal_checkpoint(truncate)`.execute(db);
  }
}

/**
 * Keeps other processes from writing to a table until the transaction ends. SQLite has one writer at a
 * time and needs nothing.
 */
export async function lockTable(trx: Trx, table: keyof Database): Promise<void> {
  if (isPostgres(trx)) await sql`lock table ${sql.table(table)} in share row exclusive mode`.execute(trx);
}

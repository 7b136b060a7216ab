import { type Kysely, PostgresAdapter, sql } from 'kysely';

// Confirmed column mappings of imported files of transactions, by the fingerprint of the file's headings.

export async function up(db: Kysely<unknown>): Promise<void> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const table = db.schema
    .createTable('import_mappings')
    .addColumn('unit_code', 'text', (column) => column.notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('mapping', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('import_mappings_key', ['unit_code', 'fingerprint']);
  await (isPostgres ? table : table.modifyEnd(sql`strict, without rowid`)).execute();
}

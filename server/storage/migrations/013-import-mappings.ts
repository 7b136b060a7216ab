import { type Kysely, PostgresAdapter, sql } from 'kysely';

// How files of transactions with certain headings are read, as a person of the unit confirmed it.

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

import { type Kysely, PostgresAdapter, sql } from 'kysely';

// How files of transactions are read, by their headings, as confirmed by a person of the unit.

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

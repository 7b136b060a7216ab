import { type Kysely, PostgresAdapter, sql } from 'kysely';

// One row with the installation's id and the state of its trial. The row is inserted when the server starts.

export async function up(db: Kysely<unknown>): Promise<void> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const builder = db.schema.createTable('installation');
  await (isPostgres ? builder : builder.modifyEnd(sql`strict, without rowid`))
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('official_since', 'text')
    .addColumn('extended_on', 'text')
    .addColumn('is_local_only', 'integer', (c) => c.notNull())
    .addColumn('trial_from', 'text')
    .addColumn('trial_to', 'text')
    .addColumn('trial_erased', 'integer')
    .addColumn('has_traces', 'integer', (c) => c.notNull())
    .execute();
}

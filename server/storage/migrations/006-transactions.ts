import { type Kysely, PostgresAdapter, sql } from 'kysely';

// Numbers of finished transactions, as entered by the office. A correction is a new row; the old row is kept.

export async function up(db: Kysely<unknown>): Promise<void> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const builder = db.schema.createTable('transaction_entries');
  await (isPostgres ? builder : builder.modifyEnd(sql`strict, without rowid`))
    .addColumn('unit_code', 'text', (c) => c.notNull().references('units.code'))
    .addColumn('from_day', 'text', (c) => c.notNull())
    .addColumn('to_day', 'text', (c) => c.notNull())
    .addColumn('counter_code', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('n', 'integer')
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('entered_at', 'text', (c) => c.notNull())
    .addColumn('actor_name', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('transaction_entries_key', [
      'unit_code',
      'from_day',
      'to_day',
      'counter_code',
      'revision',
    ])
    .execute();

  if (isPostgres) {
    await sql`create trigger transaction_entries_append_only before update or delete on transaction_entries
      for each row execute function refuse_change()`.execute(db);
  } else {
    for (const verb of ['update', 'delete']) {
      await sql`create trigger ${sql.raw(`transaction_entries_no_${verb}`)}
        before ${sql.raw(verb)} on transaction_entries
        begin select raise(abort, 'transaction_entries is append-only'); end`.execute(db);
    }
  }
}

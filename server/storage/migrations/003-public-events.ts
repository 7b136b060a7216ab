import { type Kysely, PostgresAdapter, sql } from 'kysely';

// Public log. Only the office writes to it, not citizens, so the key may reveal the order of rows.

export async function up(db: Kysely<unknown>): Promise<void> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const builder = db.schema.createTable('public_events');
  await (isPostgres ? builder : builder.modifyEnd(sql`strict, without rowid`))
    .addColumn('unit_code', 'text', (c) => c.notNull().references('units.code'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('params', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('public_events_key', ['unit_code', 'position'])
    .execute();

  // Published rows are never changed or deleted.
  if (isPostgres) {
    await sql`create trigger public_events_append_only before update or delete on public_events
      for each row execute function refuse_change()`.execute(db);
  } else {
    for (const verb of ['update', 'delete']) {
      await sql`create trigger ${sql.raw(`public_events_no_${verb}`)} before ${sql.raw(verb)} on public_events
        begin select raise(abort, 'public_events is append-only'); end`.execute(db);
    }
  }
}

import { type Kysely, PostgresAdapter, sql } from 'kysely';

// Accounts, sessions and the audit log. Citizens' requests do not write to these tables.

export async function up(db: Kysely<unknown>): Promise<void> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const table = (name: string) => {
    const builder = db.schema.createTable(name);
    return isPostgres ? builder : builder.modifyEnd(sql`strict, without rowid`);
  };

  await table('users')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('name', 'text', (c) => c.notNull().unique())
    .addColumn('full_name', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('counters', 'text')
    .addColumn('password_hash', 'text')
    .addColumn('is_active', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .execute();

  await table('sessions')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('hash', 'text', (c) => c.notNull().unique())
    .addColumn('user_id', 'text', (c) => c.notNull().references('users.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('started_at', 'text', (c) => c.notNull())
    .addColumn('seen_at', 'text', (c) => c.notNull())
    .addColumn('ends_at', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('sessions_by_user').on('sessions').column('user_id').execute();

  await table('one_time_links')
    .addColumn('hash', 'text', (c) => c.primaryKey().notNull())
    .addColumn('purpose', 'text', (c) => c.notNull())
    .addColumn('user_id', 'text', (c) => c.references('users.id'))
    .addColumn('ends_at', 'text', (c) => c.notNull())
    .execute();

  await table('acts')
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('actor_id', 'text')
    .addColumn('actor_name', 'text')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('params', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('acts_key', ['at', 'id'])
    .execute();

  if (isPostgres) {
    await sql`create trigger acts_append_only before update or delete on acts
      for each row execute function refuse_change()`.execute(db);
  } else {
    for (const verb of ['update', 'delete']) {
      await sql`create trigger ${sql.raw(`acts_no_${verb}`)} before ${sql.raw(verb)} on acts
        begin select raise(abort, 'acts is append-only'); end`.execute(db);
    }
  }
}

import { type Kysely, PostgresAdapter, sql } from 'kysely';

// The access log (sign-ins, failures, pages read), devices of sessions, and notices for the next sign-in.

export async function up(db: Kysely<unknown>): Promise<void> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const table = (name: string) => {
    const builder = db.schema.createTable(name);
    return isPostgres ? builder : builder.modifyEnd(sql`strict, without rowid`);
  };

  await table('access_log')
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('user_name', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('detail', 'text', (c) => c.notNull())
    .addColumn('count', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('access_log_key', ['at', 'user_name', 'kind', 'detail'])
    .execute();
  await table('notices')
    .addColumn('user_id', 'text', (c) => c.notNull().references('users.id'))
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('actor_name', 'text')
    .addPrimaryKeyConstraint('notices_key', ['user_id', 'at', 'kind'])
    .execute();
  await db.schema
    .alterTable('sessions')
    .addColumn('device', 'text', (c) => c.notNull().defaultTo(''))
    .execute();
  await db.schema.alterTable('one_time_links').addColumn('maker_name', 'text').execute();
  await db.schema.alterTable('one_time_links').addColumn('opened_at', 'text').execute();
}

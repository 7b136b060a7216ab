import { type Kysely, PostgresAdapter, sql } from 'kysely';

// Comments are published in groups, marked by the office, and deleted after a time that the office sets.

export async function up(db: Kysely<unknown>): Promise<void> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const table = (name: string) => {
    const builder = db.schema.createTable(name);
    return isPostgres ? builder : builder.modifyEnd(sql`strict, without rowid`);
  };

  // All four are null until the comment is published.
  for (const column of ['state', 'folded', 'marked_by', 'marked_on']) {
    await db.schema.alterTable('comments').addColumn(column, 'text').execute();
  }

  await table('comment_groups')
    .addColumn('week', 'text', (c) => c.notNull())
    .addColumn('unit_code', 'text', (c) => c.notNull())
    .addColumn('counter_code', 'text', (c) => c.notNull())
    .addColumn('taken', 'integer', (c) => c.notNull())
    .addColumn('is_waiting', 'integer', (c) => c.notNull())
    .addColumn('judged_on', 'text')
    .addPrimaryKeyConstraint('comment_groups_key', ['week', 'unit_code', 'counter_code'])
    .execute();
  await sql`
    insert into comment_groups (week, unit_code, counter_code, taken, is_waiting, judged_on)
    select distinct week, unit_code, counter_code, 0, 1, null from comments`.execute(db);

  await table('comment_retention')
    .addColumn('unit_code', 'text', (c) => c.notNull().references('units.code'))
    .addColumn('since', 'text', (c) => c.notNull())
    .addColumn('months', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('comment_retention_key', ['unit_code', 'since'])
    .execute();
}

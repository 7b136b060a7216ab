import { type Kysely, PostgresAdapter, sql } from 'kysely';

// The counter to which the poster of a closed counter redirects. A row exists as long as its counter is closed.

export async function up(db: Kysely<unknown>): Promise<void> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const builder = db.schema.createTable('counter_successors');
  await (isPostgres ? builder : builder.modifyEnd(sql`strict, without rowid`))
    .addColumn('counter_code', 'text', (c) => c.primaryKey().notNull().references('counters.code'))
    .addColumn('successor_code', 'text', (c) => c.notNull().references('counters.code'))
    .addColumn('is_merged', 'integer', (c) => c.notNull())
    .execute();
}

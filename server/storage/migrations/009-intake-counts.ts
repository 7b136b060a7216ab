import { type Kysely, PostgresAdapter, sql } from 'kysely';

// Daily counts of a unit from which the rules' thresholds are computed; without counters, times or answers.

export async function up(db: Kysely<unknown>): Promise<void> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const builder = db.schema.createTable('intake_counts');
  await (isPostgres ? builder : builder.modifyEnd(sql`strict, without rowid`))
    .addColumn('unit_code', 'text', (c) => c.notNull().references('units.code'))
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('measure', 'text', (c) => c.notNull())
    .addColumn('n', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('intake_counts_key', ['unit_code', 'day', 'measure'])
    .execute();
}

import { type Kysely, PostgresAdapter, sql } from 'kysely';

// One-time slips, stored as hashes, and the used ones, without their day of use. The primary key of `spent_slips` makes
// each slip usable once.

export async function up(db: Kysely<unknown>): Promise<void> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const table = (name: string) => {
    const builder = db.schema.createTable(name);
    return isPostgres ? builder : builder.modifyEnd(sql`strict, without rowid`);
  };

  await table('slip_batches')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('unit_code', 'text', (c) => c.notNull().references('units.code'))
    .addColumn('counter_code', 'text', (c) => c.references('counters.code'))
    .addColumn('issued_by', 'text', (c) => c.notNull())
    .addColumn('issued_on', 'text', (c) => c.notNull())
    .addColumn('expires_on', 'text', (c) => c.notNull())
    .addColumn('slips', 'integer', (c) => c.notNull())
    .execute();

  await table('slips')
    .addColumn('hash', 'text', (c) => c.primaryKey().notNull())
    .addColumn('batch_id', 'text', (c) => c.notNull().references('slip_batches.id'))
    .execute();

  // No foreign key to `slips`: on PostgreSQL it would store the ballot's transaction id in the slip's row.
  await table('spent_slips')
    .addColumn('batch_id', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('spent_slips_key', ['batch_id', 'hash'])
    .execute();

  await table('slip_uses')
    .addColumn('batch_id', 'text', (c) => c.notNull().references('slip_batches.id'))
    .addColumn('week', 'text', (c) => c.notNull())
    .addColumn('used', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('slip_uses_key', ['batch_id', 'week'])
    .execute();
}

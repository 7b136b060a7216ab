import { type Kysely, PostgresAdapter, sql } from 'kysely';

// If the clock was ahead, days were settled too early. Once a person has confirmed the correct day, the seals of later
// days are void: they move to this table, the chain continues from `head`, and the days can get ballots and seals
// again.

export async function up(db: Kysely<unknown>): Promise<void> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  await db.schema.alterTable('installation').addColumn('clock_confirmed_on', 'text').execute();
  const make = (name: string) => {
    const builder = db.schema.createTable(name);
    return (isPostgres ? builder : builder.modifyEnd(sql`strict, without rowid`))
      .addColumn('unit_code', 'text', (c) => c.notNull().references('units.code'))
      .addColumn('voiding', 'integer', (c) => c.notNull());
  };
  await make('seal_voidings')
    .addColumn('from_day', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('head', 'text', (c) => c.notNull())
    .addColumn('reports', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('seal_voidings_key', ['unit_code', 'voiding'])
    .execute();
  await make('voided_seals')
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('ballots', 'integer', (c) => c.notNull())
    .addColumn('digest', 'text', (c) => c.notNull())
    .addColumn('chain', 'text', (c) => c.notNull())
    .addColumn('sealed_on', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('voided_seals_key', ['unit_code', 'voiding', 'day'])
    .execute();

  for (const table of ['seal_voidings', 'voided_seals']) {
    if (isPostgres) {
      await sql`create trigger ${sql.raw(`${table}_append_only`)} before update or delete on ${sql.table(table)}
        for each row execute function refuse_change()`.execute(db);
    } else {
      for (const verb of ['update', 'delete']) {
        await sql`create trigger ${sql.raw(`${table}_no_${verb}`)} before ${sql.raw(verb)} on ${sql.table(table)}
          begin select raise(abort, ${sql.lit(`${table} is append-only`)}); end`.execute(db);
      }
    }
  }
  // Only a seal that is also in `voided_seals` can be deleted.
  const isKept = sql`exists (select 1 from voided_seals
    where unit_code = old.unit_code and day = old.day and chain = old.chain)`;
  if (isPostgres) {
    await sql`drop trigger day_seals_append_only on day_seals`.execute(db);
    await sql`create function refuse_losing_seal() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' and ${isKept} then return old; end if;
        raise exception 'day_seals is append-only';
      end $$`.execute(db);
    await sql`create trigger day_seals_append_only before update or delete on day_seals
      for each row execute function refuse_losing_seal()`.execute(db);
  } else {
    await sql`drop trigger day_seals_no_delete`.execute(db);
    await sql`create trigger day_seals_no_delete before delete on day_seals when not ${isKept}
      begin select raise(abort, 'day_seals is append-only'); end`.execute(db);
  }
}

import { type Kysely, PostgresAdapter, sql } from 'kysely';

// One row for each finished day of a unit. Rows are append-only, and a sealed day accepts no ballots.

export async function up(db: Kysely<unknown>): Promise<void> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const builder = db.schema.createTable('day_seals');
  await (isPostgres ? builder : builder.modifyEnd(sql`strict, without rowid`))
    .addColumn('unit_code', 'text', (c) => c.notNull().references('units.code'))
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('ballots', 'integer', (c) => c.notNull())
    .addColumn('digest', 'text', (c) => c.notNull())
    .addColumn('chain', 'text', (c) => c.notNull())
    .addColumn('sealed_on', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('day_seals_key', ['unit_code', 'day'])
    .execute();

  if (isPostgres) {
    await sql`create trigger day_seals_append_only before update or delete on day_seals
      for each row execute function refuse_change()`.execute(db);
    await sql`create function refuse_sealed_day() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from day_seals where unit_code = new.unit_code and day = new.day) then
          raise exception 'the day % is sealed', new.day;
        end if;
        return new;
      end $$`.execute(db);
    for (const name of ['ballots', 'ballot_box']) {
      await sql`create trigger ${sql.raw(`${name}_not_sealed`)} before insert on ${sql.table(name)}
        for each row execute function refuse_sealed_day()`.execute(db);
    }
  } else {
    for (const verb of ['update', 'delete']) {
      await sql`create trigger ${sql.raw(`day_seals_no_${verb}`)} before ${sql.raw(verb)} on day_seals
        begin select raise(abort, 'day_seals is append-only'); end`.execute(db);
    }
    for (const name of ['ballots', 'ballot_box']) {
      await sql`create trigger ${sql.raw(`${name}_not_sealed`)} before insert on ${sql.table(name)}
        when exists (select 1 from day_seals where unit_code = new.unit_code and day = new.day)
        begin select raise(abort, 'the day is sealed'); end`.execute(db);
    }
  }
}

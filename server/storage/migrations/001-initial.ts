import { type Kysely, PostgresAdapter, sql } from 'kysely';

// Uses portable types only: text, integer, 0/1, ISO dates as text. Tables that citizens' requests write to have random
// keys and, on SQLite, no row ids, so that they do not reveal the order of insertion.

export async function up(db: Kysely<unknown>): Promise<void> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const table = (name: string) => {
    const builder = db.schema.createTable(name);
    return isPostgres ? builder : builder.modifyEnd(sql`strict, without rowid`);
  };

  await table('units')
    .addColumn('code', 'text', (c) => c.primaryKey().notNull())
    .addColumn('official_code', 'text')
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('receiver', 'text', (c) => c.notNull())
    .addColumn('contact_phone', 'text')
    .addColumn('opened_on', 'text', (c) => c.notNull())
    .execute();

  await table('counters')
    .addColumn('code', 'text', (c) => c.primaryKey().notNull())
    .addColumn('unit_code', 'text', (c) => c.notNull().references('units.code'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('field', 'text')
    .addColumn('is_open', 'integer', (c) => c.notNull())
    .execute();

  await table('dated_settings')
    .addColumn('unit_code', 'text', (c) => c.notNull().references('units.code'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('since', 'text', (c) => c.notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('dated_settings_key', ['unit_code', 'name', 'since'])
    .execute();

  await table('counter_surveys')
    .addColumn('counter_code', 'text', (c) => c.notNull().references('counters.code'))
    .addColumn('since', 'text', (c) => c.notNull())
    .addColumn('survey_id', 'text', (c) => c.notNull())
    .addColumn('survey_version', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('counter_surveys_key', ['counter_code', 'since'])
    .execute();

  for (const name of ['ballot_box', 'ballots']) {
    await table(name)
      .addColumn('day', 'text', (c) => c.notNull())
      .addColumn('unit_code', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('counter_code', 'text', (c) => c.notNull())
      .addColumn('channel', 'text', (c) => c.notNull())
      .addColumn('survey_id', 'text', (c) => c.notNull())
      .addColumn('survey_version', 'integer', (c) => c.notNull())
      .addColumn('answers', 'text', (c) => c.notNull())
      .addColumn('why', 'text')
      .addColumn('set_aside', 'text')
      .addPrimaryKeyConstraint(`${name}_key`, ['day', 'unit_code', 'id'])
      .execute();
  }

  await table('tallies')
    .addColumn('unit_code', 'text', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('counter_code', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('survey_id', 'text', (c) => c.notNull())
    .addColumn('survey_version', 'integer', (c) => c.notNull())
    .addColumn('set_aside', 'text', (c) => c.notNull())
    .addColumn('ballots', 'integer', (c) => c.notNull())
    .addColumn('counts', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('tallies_key', [
      'unit_code',
      'day',
      'counter_code',
      'channel',
      'survey_id',
      'survey_version',
      'set_aside',
    ])
    .execute();

  await table('respondent_tallies')
    .addColumn('unit_code', 'text', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('counter_code', 'text', (c) => c.notNull())
    .addColumn('dimension', 'text', (c) => c.notNull())
    .addColumn('option_id', 'text', (c) => c.notNull())
    .addColumn('counts', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('respondent_tallies_key', [
      'unit_code',
      'day',
      'counter_code',
      'dimension',
      'option_id',
    ])
    .execute();

  await table('headline_steps')
    .addColumn('unit_code', 'text', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('is_set_aside', 'integer', (c) => c.notNull())
    .addColumn('released', 'text', (c) => c.notNull())
    .addColumn('pending', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('headline_steps_key', ['unit_code', 'day', 'is_set_aside'])
    .execute();

  await table('spent_tokens')
    .addColumn('hash', 'text', (c) => c.primaryKey().notNull())
    .addColumn('expires_on', 'text', (c) => c.notNull())
    .execute();

  await table('comment_box')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('unit_code', 'text', (c) => c.notNull())
    .addColumn('counter_code', 'text', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .execute();

  await table('comments')
    .addColumn('week', 'text', (c) => c.notNull())
    .addColumn('unit_code', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('counter_code', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('comments_key', ['week', 'unit_code', 'id'])
    .execute();

  await table('settled_days')
    .addColumn('day', 'text', (c) => c.primaryKey().notNull())
    .execute();

  await table('closed_reports')
    .addColumn('unit_code', 'text', (c) => c.notNull())
    .addColumn('period', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('closed_reports_key', ['unit_code', 'period', 'revision'])
    .execute();

  await table('api_keys')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull().unique())
    .addColumn('units', 'text')
    .addColumn('created_on', 'text', (c) => c.notNull())
    .addColumn('expires_on', 'text')
    .addColumn('revoked_on', 'text')
    .execute();

  await table('secrets')
    .addColumn('name', 'text', (c) => c.primaryKey().notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute();

  if (isPostgres) {
    await sql`create function refuse_change() returns trigger language plpgsql as
      $$ begin raise exception '% is append-only', tg_table_name; end $$`.execute(db);
    for (const name of ['ballots', 'closed_reports']) {
      await sql`create trigger ${sql.raw(`${name}_append_only`)}
        before update or delete on ${sql.table(name)}
        for each row execute function refuse_change()`.execute(db);
    }
  } else {
    for (const name of ['ballots', 'closed_reports']) {
      for (const verb of ['update', 'delete']) {
        await sql`create trigger ${sql.raw(`${name}_no_${verb}`)} before ${sql.raw(verb)} on ${sql.table(name)}
          begin select raise(abort, ${sql.lit(`${name} is append-only`)}); end`.execute(db);
      }
    }
  }
}

import { type Kysely, PostgresAdapter, sql } from 'kysely';

// From this version on, published figures are sums of whole releases. Stored reports keep their figures; new figures
// begin on the day after the last stored reporting month. `headline_steps`, groups of five ballots within a day, is not
// needed any more.

export async function up(db: Kysely<unknown>): Promise<void> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const builder = db.schema.createTable('figure_starts');
  await (isPostgres ? builder : builder.modifyEnd(sql`strict, without rowid`))
    .addColumn('unit_code', 'text', (c) => c.primaryKey().notNull())
    .addColumn('begins_on', 'text', (c) => c.notNull())
    .addColumn('first_release', 'text', (c) => c.notNull())
    .execute();
  await db.schema.dropTable('headline_steps').execute();
  const { rows } = await sql<{ unit_code: string; body: string }>`
    select unit_code, body from closed_reports`.execute(db);
  const stored = rows.map(({ unit_code, body }) => {
    const { period } = JSON.parse(body) as { period: { kind: string; to: string } };
    return { unit_code, kind: period.kind, to: period.to };
  });
  for (const unit of new Set(stored.map(({ unit_code }) => unit_code))) {
    const own = stored.filter(({ unit_code }) => unit_code === unit);
    const lastMonth = latest(own.filter(({ kind }) => kind === 'report-month'));
    await sql`
      insert into figure_starts (unit_code, begins_on, first_release)
      values (${unit}, ${lastMonth === '' ? '' : dayAfter(lastMonth)}, ${latest(own)})`.execute(db);
  }
}

const latest = (reports: readonly { to: string }[]): string =>
  reports.reduce((last, { to }) => (to > last ? to : last), '');

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

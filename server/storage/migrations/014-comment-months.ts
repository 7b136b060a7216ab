import { type Kysely, sql } from 'kysely';

// Moves the retention period of comments to the dated settings.

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into dated_settings (unit_code, name, since, value)
    select unit_code, 'comment_months', since, cast(months as text) from comment_retention`.execute(db);
  await db.schema.dropTable('comment_retention').execute();
}

import type { Kysely } from 'kysely';

// Whether somebody suggested the answers, as the citizen ticked it: 1 ticked, 0 not, null where the form did not
// ask. On the ballot, so that the day's seal covers it and a recount finds it again.

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['ballot_box', 'ballots'])
    await db.schema.alterTable(table).addColumn('suggested', 'integer').execute();
}

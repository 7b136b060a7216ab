import type { Kysely } from 'kysely';

// Whether somebody suggested the answers, as the citizen ticked it: 1 ticked, 0 not, null where the form did
// not ask. A column of the ballot, so that seals cover it and a recount includes it.

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['ballot_box', 'ballots'])
    await db.schema.alterTable(table).addColumn('suggested', 'integer').execute();
}

import type { Kysely } from 'kysely';

// Whether the citizen ticked that somebody suggested the answers: 1 yes, 0 no, null if the form did not ask. A column
// of the ballot, so that seals and recounts include it.

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['ballot_box', 'ballots'])
    await db.schema.alterTable(table).addColumn('suggested', 'integer').execute();
}

import type { Kysely } from 'kysely';

// Facts about an office that are entered in the browser; empty: not filled in.

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['kind', 'area_code', 'head_agency', 'places', 'procedures_receiver']) {
    await db.schema
      .alterTable('units')
      .addColumn(column, 'text', (definition) => definition.notNull().defaultTo(''))
      .execute();
  }
}

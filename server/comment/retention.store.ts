import type { Db, Trx } from '../storage/schema.ts';
import type { Retention } from './retention.ts';

/** A unit's choices of how long comments are kept, oldest first; those of before stay. */
export const listRetentions = (db: Db | Trx, unitCode: string): Promise<Retention[]> =>
  db
    .selectFrom('comment_retention')
    .select(['since', 'months'])
    .where('unit_code', '=', unitCode)
    .orderBy('since')
    .execute();

/** Adds a choice; one that was to be in force from the same day gives way to it. */
export async function upsertRetention(
  trx: Trx,
  unitCode: string,
  { since, months }: Retention,
): Promise<void> {
  await trx
    .insertInto('comment_retention')
    .values({ unit_code: unitCode, since, months })
    .onConflict((conflict) => conflict.columns(['unit_code', 'since']).doUpdateSet({ months }))
    .execute();
}

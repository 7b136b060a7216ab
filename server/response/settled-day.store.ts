import type { Day } from '../lib/day.ts';
import type { Db, Trx } from '../storage/schema.ts';

/** The last day whose box has been emptied; null before the first. */
export async function findLastSettledDay(db: Db | Trx): Promise<Day | null> {
  const row = await db
    .selectFrom('settled_days')
    .select((eb) => eb.fn.max('day').as('day'))
    .executeTakeFirst();
  return row?.day ?? null;
}

/** Notes that the box of a day, and of all days before it, has been emptied. Safe to repeat. */
export async function insertSettledDay(trx: Trx, day: Day): Promise<void> {
  await trx
    .insertInto('settled_days')
    .values({ day })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

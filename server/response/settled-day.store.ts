import { sql } from 'kysely';
import type { Day } from '../lib/day.ts';
import { runCompiled } from '../storage/compiled-query.ts';
import { lockOutReaders } from '../storage/dialect.ts';
import type { Db, Trx } from '../storage/schema.ts';

/** The last day whose box has been emptied; null before the first. */
export async function findLastSettledDay(db: Db | Trx): Promise<Day | null> {
  const [row] = await runCompiled<{ day: Day | null }>(
    db,
    'last settled day',
    () => sql`select max(day) as day from settled_days`,
    [],
  );
  return row?.day ?? null;
}

/**
 * Lets every submission that took its day before come to its end, and all others wait: after this, what is
 * in the box of a day that is over is all that will ever be.
 */
export const holdSubmissions = (trx: Trx): Promise<void> => lockOutReaders(trx, 'settled_days');

/** Notes that the box of a day, and of all days before it, has been emptied. Safe to repeat. */
export async function insertSettledDay(trx: Trx, day: Day): Promise<void> {
  await trx
    .insertInto('settled_days')
    .values({ day })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

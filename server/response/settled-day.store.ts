import { sql } from 'kysely';
import type { Day } from '../lib/day.ts';
import { lockOutReaders } from '../storage/dialect.ts';
import { runCompiled } from '../storage/rows.ts';
import type { Db, Trx } from '../storage/schema.ts';

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
 * Waits for submissions that have already determined their day, and blocks new ones, so that the ballot box of a
 * finished day can be checked reliably.
 */
export const blockSubmissions = (trx: Trx): Promise<void> => lockOutReaders(trx, 'settled_days');

/** Afterwards ballots can be stored for these days again. */
export async function deleteSettledDays(trx: Trx, from: Day): Promise<void> {
  await trx.deleteFrom('settled_days').where('day', '>=', from).execute();
}

/** Records that the ballot box of this day and all earlier days has been emptied. Idempotent. */
export async function insertSettledDay(trx: Trx, day: Day): Promise<void> {
  await trx
    .insertInto('settled_days')
    .values({ day })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

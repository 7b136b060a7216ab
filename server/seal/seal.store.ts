import type { Day } from '../lib/day.ts';
import { betweenDays } from '../storage/between-days.ts';
import type { Db, Trx } from '../storage/schema.ts';
import type { DaySeal } from './seal.ts';

/** Seals of the days from `from` to `to`, both included, in chronological order. */
export const listSeals = (db: Db | Trx, unitCode: string, from: Day, to: Day): Promise<DaySeal[]> =>
  db
    .selectFrom('day_seals')
    .selectAll()
    .where(betweenDays(unitCode, from, to))
    .orderBy('day')
    .execute();

export const findLastSeal = (db: Db | Trx, unitCode: string): Promise<DaySeal | undefined> =>
  db
    .selectFrom('day_seals')
    .selectAll()
    .where('unit_code', '=', unitCode)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();

export const findSeal = (db: Db | Trx, unitCode: string, day: Day): Promise<DaySeal | undefined> =>
  db
    .selectFrom('day_seals')
    .selectAll()
    .where('unit_code', '=', unitCode)
    .where('day', '=', day)
    .executeTakeFirst();

/** Keeps the existing seal if another process has inserted one for the day. */
export async function insertSeal(trx: Trx, seal: DaySeal): Promise<void> {
  await trx
    .insertInto('day_seals')
    .values(seal)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

import type { Day } from '../lib/day.ts';
import { betweenDays } from '../storage/between-days.ts';
import type { Db, Trx } from '../storage/schema.ts';
import type { DaySeal } from './seal.ts';

/** Both days included, in order. */
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

/** When another process inserted it first, its seal stays. */
export async function insertSeal(trx: Trx, seal: DaySeal): Promise<void> {
  await trx
    .insertInto('day_seals')
    .values(seal)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

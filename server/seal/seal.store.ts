import type { Day } from '../lib/day.ts';
import type { Db, Trx } from '../storage/schema.ts';
import type { DaySeal } from './seal.ts';

/** A unit's seals of the days from `from` to `to`, both included, in the order of days. */
export const listSeals = (db: Db | Trx, unitCode: string, from: Day, to: Day): Promise<DaySeal[]> =>
  db
    .selectFrom('day_seals')
    .selectAll()
    .where('unit_code', '=', unitCode)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .execute();

/** The seal of a unit's last sealed day; undefined before the first. */
export const findLastSeal = (db: Db | Trx, unitCode: string): Promise<DaySeal | undefined> =>
  db
    .selectFrom('day_seals')
    .selectAll()
    .where('unit_code', '=', unitCode)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();

/** The seal of one day; undefined where it is not sealed. */
export const findSeal = (db: Db | Trx, unitCode: string, day: Day): Promise<DaySeal | undefined> =>
  db
    .selectFrom('day_seals')
    .selectAll()
    .where('unit_code', '=', unitCode)
    .where('day', '=', day)
    .executeTakeFirst();

/** Stores a seal; where another process was first, its seal stands. */
export async function insertSeal(trx: Trx, seal: DaySeal): Promise<void> {
  await trx
    .insertInto('day_seals')
    .values(seal)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

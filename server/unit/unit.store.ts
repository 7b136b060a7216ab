import type { Db, Trx } from '../storage/schema.ts';
import type { Unit } from './unit.ts';

/** All units, in the order of their codes. */
export const listUnits = (db: Db | Trx): Promise<Unit[]> =>
  db.selectFrom('units').selectAll().orderBy('code').execute();

/** The unit with this code. */
export const findUnit = (db: Db | Trx, code: string): Promise<Unit | undefined> =>
  db.selectFrom('units').selectAll().where('code', '=', code).executeTakeFirst();

/** Adds a unit; its code must be new. */
export async function insertUnit(trx: Trx, unit: Unit): Promise<void> {
  await trx.insertInto('units').values(unit).execute();
}

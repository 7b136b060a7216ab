import type { Db, Trx } from '../storage/schema.ts';
import type { Unit } from './unit.ts';
import type { UnitFacts } from './unit-form.ts';

export const listUnits = (db: Db | Trx): Promise<Unit[]> =>
  db.selectFrom('units').selectAll().orderBy('code').execute();

export const findUnit = (db: Db | Trx, code: string): Promise<Unit | undefined> =>
  db.selectFrom('units').selectAll().where('code', '=', code).executeTakeFirst();

export async function insertUnit(trx: Trx, unit: Unit): Promise<void> {
  await trx.insertInto('units').values(unit).execute();
}

export async function updateUnit(trx: Trx, code: string, facts: UnitFacts): Promise<void> {
  await trx.updateTable('units').set(facts).where('code', '=', code).execute();
}

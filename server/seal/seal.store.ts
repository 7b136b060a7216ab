import type { Day } from '../lib/day.ts';
import { betweenDays } from '../storage/rows.ts';
import type { Database, Db, Trx } from '../storage/schema.ts';
import type { DaySeal } from './seal.ts';

/** Both days included; in chronological order. */
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

export type SealVoiding = Database['seal_voidings'];
export type VoidedSeal = Database['voided_seals'];

export const listVoidings = (db: Db | Trx, unitCode: string): Promise<SealVoiding[]> =>
  db.selectFrom('seal_voidings').selectAll().where('unit_code', '=', unitCode).orderBy('voiding').execute();

/** By voiding, oldest first; within a voiding in the order in which they were made. */
export const listVoidedSeals = (db: Db | Trx, unitCode: string): Promise<VoidedSeal[]> =>
  db
    .selectFrom('voided_seals')
    .selectAll()
    .where('unit_code', '=', unitCode)
    .orderBy('voiding')
    .orderBy('day')
    .execute();

export async function insertVoiding(trx: Trx, voiding: SealVoiding): Promise<void> {
  await trx.insertInto('seal_voidings').values(voiding).execute();
}

export async function moveSeals(trx: Trx, unitCode: string, voiding: number, from: Day): Promise<void> {
  await trx
    .insertInto('voided_seals')
    .columns(['unit_code', 'voiding', 'day', 'ballots', 'digest', 'chain', 'sealed_on'])
    .expression((eb) =>
      eb
        .selectFrom('day_seals')
        .select((of) => [
          'unit_code',
          of.cast<number>(of.val(voiding), 'integer').as('voiding'),
          'day',
          'ballots',
          'digest',
          'chain',
          'sealed_on',
        ])
        .where('unit_code', '=', unitCode)
        .where('day', '>=', from),
    )
    .execute();
  await trx.deleteFrom('day_seals').where('unit_code', '=', unitCode).where('day', '>=', from).execute();
}

import type { Db, Trx } from '../storage/schema.ts';
import type { CounterSuccessor } from './counter-successor.ts';

/** The successors of a unit's closed counters. */
export async function listSuccessors(db: Db | Trx, unitCode: string): Promise<CounterSuccessor[]> {
  const rows = await db
    .selectFrom('counter_successors')
    .innerJoin('counters', 'counters.code', 'counter_successors.counter_code')
    .select(['counter_code', 'successor_code', 'is_merged'])
    .where('counters.unit_code', '=', unitCode)
    .orderBy('counter_code')
    .execute();
  return rows.map((row) => ({ ...row, is_merged: row.is_merged === 1 }));
}

/** Sends the citizens of a counter to another one, in the place of where they were sent before. */
export async function putSuccessor(trx: Trx, successor: CounterSuccessor): Promise<void> {
  const { counter_code, successor_code } = successor;
  const is_merged = successor.is_merged ? 1 : 0;
  await trx
    .insertInto('counter_successors')
    .values({ counter_code, successor_code, is_merged })
    .onConflict((conflict) => conflict.column('counter_code').doUpdateSet({ successor_code, is_merged }))
    .execute();
}

/** Sends the citizens of a counter nowhere any more. */
export async function deleteSuccessor(trx: Trx, counterCode: string): Promise<void> {
  await trx.deleteFrom('counter_successors').where('counter_code', '=', counterCode).execute();
}

import type { Day } from '../lib/day.ts';
import type { Database, Db, Trx } from '../storage/schema.ts';
import type { Counter } from './counter.ts';

const toCounter = (row: Database['counters']): Counter => ({ ...row, is_open: row.is_open === 1 });

/** A unit's counters in the order of pages, closed ones included. */
export async function listCounters(db: Db | Trx, unitCode: string): Promise<Counter[]> {
  const rows = await db
    .selectFrom('counters')
    .selectAll()
    .where('unit_code', '=', unitCode)
    .orderBy('position')
    .execute();
  return rows.map(toCounter);
}

/** The counter with this code, open or closed. */
export async function findCounter(db: Db | Trx, code: string): Promise<Counter | undefined> {
  const row = await db.selectFrom('counters').selectAll().where('code', '=', code).executeTakeFirst();
  return row && toCounter(row);
}

/** Adds a counter; its code must be new. */
export async function insertCounter(trx: Trx, counter: Counter): Promise<void> {
  await trx
    .insertInto('counters')
    .values({ ...counter, is_open: counter.is_open ? 1 : 0 })
    .execute();
}

/** Puts a survey in force at a counter from a day on. */
export async function insertCounterSurvey(
  trx: Trx,
  row: { counter_code: string; since: Day; survey_id: string; survey_version: number },
): Promise<void> {
  await trx.insertInto('counter_surveys').values(row).execute();
}

/** The survey in force at a counter on a day. */
export const findSurveyInForce = (
  db: Db | Trx,
  counterCode: string,
  day: Day,
): Promise<{ survey_id: string; survey_version: number } | undefined> =>
  db
    .selectFrom('counter_surveys')
    .select(['survey_id', 'survey_version'])
    .where('counter_code', '=', counterCode)
    .where('since', '<=', day)
    .orderBy('since', 'desc')
    .limit(1)
    .executeTakeFirst();

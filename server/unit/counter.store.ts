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

/** The surveys that are to be in force at a counter from later days on. */
export const listSurveysAfter = (
  db: Db | Trx,
  counterCode: string,
  day: Day,
): Promise<{ since: Day; survey_id: string; survey_version: number }[]> =>
  db
    .selectFrom('counter_surveys')
    .select(['since', 'survey_id', 'survey_version'])
    .where('counter_code', '=', counterCode)
    .where('since', '>', day)
    .orderBy('since')
    .execute();

/** Changes what a counter is called and the field that it serves. */
export async function updateCounter(
  trx: Trx,
  code: string,
  { name, field }: Pick<Counter, 'name' | 'field'>,
): Promise<void> {
  await trx.updateTable('counters').set({ name, field }).where('code', '=', code).execute();
}

/** Opens or closes a counter. */
export async function updateCounterOpen(trx: Trx, code: string, isOpen: boolean): Promise<void> {
  await trx
    .updateTable('counters')
    .set({ is_open: isOpen ? 1 : 0 })
    .where('code', '=', code)
    .execute();
}

/** Puts a counter into another place in the order of pages. */
export async function updateCounterPosition(trx: Trx, code: string, position: number): Promise<void> {
  await trx.updateTable('counters').set({ position }).where('code', '=', code).execute();
}

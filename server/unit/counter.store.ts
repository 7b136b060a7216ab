import type { Day } from '../lib/day.ts';
import type { Database, Db, Trx } from '../storage/schema.ts';
import type { Counter, CounterSuccessor } from './counter.ts';

export type CounterSurvey = Database['counter_surveys'];

const toCounter = (row: Database['counters']): Counter => ({ ...row, is_open: row.is_open === 1 });

/** In the order of pages, closed ones included. */
export async function listCounters(db: Db | Trx, unitCode: string): Promise<Counter[]> {
  const rows = await db
    .selectFrom('counters')
    .selectAll()
    .where('unit_code', '=', unitCode)
    .orderBy('position')
    .execute();
  return rows.map(toCounter);
}

export async function findCounter(db: Db | Trx, code: string): Promise<Counter | undefined> {
  const row = await db.selectFrom('counters').selectAll().where('code', '=', code).executeTakeFirst();
  return row && toCounter(row);
}

export async function insertCounter(trx: Trx, counter: Counter): Promise<void> {
  await trx
    .insertInto('counters')
    .values({ ...counter, is_open: counter.is_open ? 1 : 0 })
    .execute();
}

export async function insertCounterSurvey(trx: Trx, row: CounterSurvey): Promise<void> {
  await trx.insertInto('counter_surveys').values(row).execute();
}

export const findSurveyInForce = (
  db: Db | Trx,
  counterCode: string,
  day: Day,
): Promise<Pick<CounterSurvey, 'survey_id' | 'survey_version'> | undefined> =>
  db
    .selectFrom('counter_surveys')
    .select(['survey_id', 'survey_version'])
    .where('counter_code', '=', counterCode)
    .where('since', '<=', day)
    .orderBy('since', 'desc')
    .limit(1)
    .executeTakeFirst();

export const listSurveysAfter = (
  db: Db | Trx,
  counterCode: string,
  day: Day,
): Promise<Omit<CounterSurvey, 'counter_code'>[]> =>
  db
    .selectFrom('counter_surveys')
    .select(['since', 'survey_id', 'survey_version'])
    .where('counter_code', '=', counterCode)
    .where('since', '>', day)
    .orderBy('since')
    .execute();

export async function updateCounter(
  trx: Trx,
  code: string,
  { is_open, ...change }: Partial<Pick<Counter, 'name' | 'field' | 'position' | 'is_open'>>,
): Promise<void> {
  const opening = is_open === undefined ? {} : { is_open: is_open ? 1 : 0 };
  await trx
    .updateTable('counters')
    .set({ ...change, ...opening })
    .where('code', '=', code)
    .execute();
}

/** Past, current and planned surveys of a unit's counters, oldest first. */
export const listCounterSurveys = (db: Db | Trx, unitCode: string): Promise<CounterSurvey[]> =>
  db
    .selectFrom('counter_surveys')
    .innerJoin('counters', 'counters.code', 'counter_surveys.counter_code')
    .select([
      'counter_surveys.counter_code',
      'counter_surveys.since',
      'counter_surveys.survey_id',
      'counter_surveys.survey_version',
    ])
    .where('counters.unit_code', '=', unitCode)
    .orderBy('counter_surveys.since')
    .orderBy('counter_surveys.counter_code')
    .execute();

export async function deletePlannedSurvey(
  trx: Trx,
  { counter_code, since }: Pick<CounterSurvey, 'counter_code' | 'since'>,
): Promise<void> {
  await trx
    .deleteFrom('counter_surveys')
    .where('counter_code', '=', counter_code)
    .where('since', '=', since)
    .execute();
}

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

export async function putSuccessor(trx: Trx, successor: CounterSuccessor): Promise<void> {
  const { counter_code, successor_code } = successor;
  const is_merged = successor.is_merged ? 1 : 0;
  await trx
    .insertInto('counter_successors')
    .values({ counter_code, successor_code, is_merged })
    .onConflict((conflict) => conflict.column('counter_code').doUpdateSet({ successor_code, is_merged }))
    .execute();
}

export async function deleteSuccessor(trx: Trx, counterCode: string): Promise<void> {
  await trx.deleteFrom('counter_successors').where('counter_code', '=', counterCode).execute();
}

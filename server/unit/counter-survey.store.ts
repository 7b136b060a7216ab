import type { Day } from '../lib/day.ts';
import type { Db, Trx } from '../storage/schema.ts';

/** A survey that is in force at a counter from a day until the next one. */
export interface CounterSurvey {
  readonly counter_code: string;
  readonly since: Day;
  readonly survey_id: string;
  readonly survey_version: number;
}

/** What has been, is and will be in force at a unit's counters, oldest first. */
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

/** Takes a counter's survey out whose day has not come. */
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

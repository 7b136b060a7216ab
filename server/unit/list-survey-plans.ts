import type { Clock } from '../lib/clock.ts';
import { addDays, type Day, dayOf } from '../lib/day.ts';
import type { Db } from '../storage/schema.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import { type CounterSurvey, listCounterSurveys, listCounters } from './counter.store.ts';
import type { Counter } from './counter.ts';
import { latestRow } from './setting-change.ts';
import { checkSurveyWithdrawal } from './survey-change.ts';
import type { Unit } from './unit.ts';

interface PlannedSurvey {
  readonly since: Day;
  readonly survey_id: string;
  readonly survey_version: number;
  readonly counters: readonly Counter[];
  readonly isEverywhere: boolean;
  readonly mayWithdraw: boolean;
}

/** `planned` is sorted by day, the nearest first. */
interface SurveyPlans {
  readonly tomorrow: Day;
  readonly current: readonly { readonly counter: Counter; readonly inForce: CounterSurvey | undefined }[];
  readonly planned: readonly PlannedSurvey[];
}

export async function listSurveyPlans(
  { db, clock, surveys }: { readonly db: Db; readonly clock: Clock; readonly surveys: SurveyCatalogue },
  unit: Unit,
): Promise<SurveyPlans> {
  const today = dayOf(clock.now());
  const counters = await listCounters(db, unit.code);
  const rows = await listCounterSurveys(db, unit.code);
  const current = counters.map((counter) => ({
    counter,
    inForce: latestRow(rows.filter((row) => row.counter_code === counter.code && row.since <= today)),
  }));
  const plans = new Map<string, CounterSurvey>();
  for (const row of rows.filter(({ since }) => since > today)) {
    plans.set(`${row.since} ${row.survey_id}/${row.survey_version}`, row);
  }
  const planned = [...plans.values()].map(({ since, survey_id, survey_version }) => {
    const { fault, ...at } = checkSurveyWithdrawal(
      { counters, rows, today },
      { survey: { id: survey_id, version: survey_version }, since },
    );
    const mayWithdraw = fault === null && surveys.find(survey_id, survey_version) !== undefined;
    return { since, survey_id, survey_version, ...at, mayWithdraw };
  });
  return { tomorrow: addDays(today, 1), current, planned };
}

import { addDays, dayOf } from '../lib/day.ts';
import type { Deps } from '../storage/deps.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import { type CounterSurvey, listCounterSurveys, listCounters } from './counter.store.ts';
import { latestRow } from './setting-change.ts';
import { checkSurveyWithdrawal } from './survey-change.ts';
import type { Unit } from './unit.ts';

/** Surveys in force at each counter, and planned ones by day, the nearest first. */
export async function listSurveyPlans(
  { db, clock, surveys }: Pick<Deps, 'db' | 'clock'> & { readonly surveys: SurveyCatalogue },
  unit: Unit,
) {
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

import type { Day } from '../lib/day.ts';
import type { Db } from '../storage/schema.ts';
import type { Survey, SurveyCatalogue } from '../survey/definition.ts';
import { findSurveyInForce, listCounters } from './counter.store.ts';
import type { Counter } from './counter.ts';
import { listSuccessors } from './counter-successor.store.ts';
import { type FieldOption, listFields } from './list-fields.ts';
import { getMainUnit } from './main-unit.ts';

/** A counter with what it is set to on a day. */
export interface CounterSettings {
  readonly counter: Counter;
  /** The fields that it can serve. */
  readonly fields: readonly FieldOption[];
  /** The survey in force; null: none, or one that is not among the files. */
  readonly survey: Survey | null;
  /** The counter that was named in its place when it was closed, open or not; null: none. */
  readonly successor: Counter | null;
  readonly isMerged: boolean;
}

/** Reads what the unit's counters are set to on a day, open and closed, in the order of pages. */
export async function loadCounterSettings(
  db: Db,
  surveys: SurveyCatalogue,
  day: Day,
): Promise<readonly CounterSettings[]> {
  const unit = await getMainUnit(db);
  const counters = await listCounters(db, unit.code);
  const successors = await listSuccessors(db, unit.code);
  return Promise.all(
    counters.map(async (counter) => {
      const inForce = await findSurveyInForce(db, counter.code, day);
      const row = successors.find(({ counter_code }) => counter_code === counter.code);
      return {
        counter,
        fields: await listFields(db, surveys, counter, day),
        survey: (inForce && surveys.find(inForce.survey_id, inForce.survey_version)) ?? null,
        successor: counters.find(({ code }) => code === row?.successor_code) ?? null,
        isMerged: row?.is_merged ?? false,
      };
    }),
  );
}

import { type Day, dayOf } from '../lib/day.ts';
import type { Db } from '../storage/schema.ts';
import type { Survey, SurveyCatalogue } from '../survey/definition.ts';
import { findCounter, findSurveyInForce, listCounters } from './counter.store.ts';
import { type Counter, parseCounterCode } from './counter.ts';
import { findUnit } from './unit.store.ts';
import type { Unit } from './unit.ts';

/** What stands behind a counter's address today. */
export type CounterVisit =
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'closed';
      readonly unit: Unit;
      readonly counter: Counter;
      /** Counters of the same unit that take ballots. */
      readonly open: readonly Counter[];
    }
  | { readonly kind: 'open'; readonly unit: Unit; readonly counter: Counter; readonly survey: Survey };

/** Finds the counter that an address names. A counter without a published survey in force is closed. */
export async function findCounterVisit(
  db: Db,
  surveys: SurveyCatalogue,
  typedCode: string,
  now: Date,
): Promise<CounterVisit> {
  const code = parseCounterCode(typedCode);
  const counter = code === null ? undefined : await findCounter(db, code);
  const unit = counter && (await findUnit(db, counter.unit_code));
  if (!counter || !unit) return { kind: 'unknown' };
  const survey = counter.is_open ? await surveyInForce(db, surveys, counter, dayOf(now)) : undefined;
  if (survey) return { kind: 'open', unit, counter, survey };
  const others = await listCounters(db, unit.code);
  return {
    kind: 'closed',
    unit,
    counter,
    open: others.filter((other) => other.is_open && other.code !== code),
  };
}

async function surveyInForce(
  db: Db,
  surveys: SurveyCatalogue,
  counter: Counter,
  today: Day,
): Promise<Survey | undefined> {
  const inForce = await findSurveyInForce(db, counter.code, today);
  const survey = inForce && surveys.find(inForce.survey_id, inForce.survey_version);
  return survey?.is_published ? survey : undefined;
}

import type { Day } from '../lib/day.ts';
import { AppError } from '../lib/errors.ts';
import { lockTable } from '../storage/dialect.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import type { Survey, SurveyCatalogue, SurveyDefinition } from '../survey/definition.ts';
import { findSurveyInForce, listCounters, listSuccessors } from './counter.store.ts';
import { type Counter, type CounterSuccessor, parseCounterCode } from './counter.ts';
import { getMainUnit } from './main-unit.ts';
import type { Unit } from './unit.ts';

export interface CounterAmongOthers {
  readonly unit: Unit;
  readonly counter: Counter;
  /** All counters of the unit, this one included, in the order of pages. */
  readonly counters: readonly Counter[];
  readonly successors: readonly CounterSuccessor[];
  readonly isMerged: boolean;
}

/** @throws AppError `not-found` `counter-unknown`. */
export async function getCounter(db: Db | Trx, typedCode: string): Promise<CounterAmongOthers> {
  const unit = await getMainUnit(db);
  const counters = await listCounters(db, unit.code);
  const code = parseCounterCode(typedCode);
  const counter = counters.find((candidate) => candidate.code === code);
  if (!counter) throw new AppError('not-found', 'counter-unknown');
  const successors = await listSuccessors(db, unit.code);
  const isMerged = successors.some((row) => row.counter_code === code && row.is_merged);
  return { unit, counter, counters, successors, isMerged };
}

/** Changes one counter in a transaction that locks all counters. */
export const withCounter = <Result>(
  db: Db,
  typedCode: string,
  change: (trx: Trx, among: CounterAmongOthers) => Promise<Result>,
): Promise<Result> =>
  inTransaction(db, async (trx) => {
    await lockTable(trx, 'counters');
    return change(trx, await getCounter(trx, typedCode));
  });

export interface CounterSettings {
  readonly counter: Counter;
  readonly fields: readonly FieldOption[];
  /** The survey in force; null when there is none or its file is missing. */
  readonly survey: Survey | null;
  /**
   * Counter that was named as replacement when this one was closed; it may be closed, too. Null when none was
   * named.
   */
  readonly successor: Counter | null;
  readonly isMerged: boolean;
}

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

type FieldOption = SurveyDefinition['respondent']['field']['options'][number];

/** Fields of the survey in force on the day, and the counter's current field if that survey lacks it. */
export async function listFields(
  db: Db | Trx,
  surveys: SurveyCatalogue,
  counter: { readonly code: string; readonly field: string | null },
  day: Day,
): Promise<readonly FieldOption[]> {
  const inForce = await findSurveyInForce(db, counter.code, day);
  const survey = inForce && surveys.find(inForce.survey_id, inForce.survey_version);
  const options = survey?.respondent.field.options ?? [];
  const { field } = counter;
  if (field === null || options.some(({ id }) => id === field)) return options;
  const known = surveys.list().flatMap(({ respondent }) => respondent.field.options);
  return [...options, known.find(({ id }) => id === field) ?? { id: field, text: { vi: field, en: field } }];
}

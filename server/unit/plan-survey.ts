import type { Fault } from '../../web/types/fault.ts';
import type { Actor } from '../act/act.ts';
import { recordAct } from '../act/record-act.ts';
import { type Day, dayOf } from '../lib/day.ts';
import { AppError } from '../lib/errors.ts';
import { lockTable } from '../storage/dialect.ts';
import type { Trx } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import type { Survey, SurveyCatalogue } from '../survey/definition.ts';
import { insertCounterSurvey, listCounters } from './counter.store.ts';
import type { Counter } from './counter.ts';
import { deletePlannedSurvey, listCounterSurveys } from './counter-survey.store.ts';
import type { PlanParts } from './plan-setting.ts';
import type { WithdrawFault } from './planned-change.ts';
import { insertPublicEvent } from './public-event.store.ts';
import type { PublicEventKind } from './public-event.ts';
import {
  checkSurveyChange,
  checkSurveyWithdrawal,
  findSurveyByKey,
  type SurveyChange,
  type SurveyPlan,
  type SurveyWithdrawal,
  surveyKey,
} from './survey-change.ts';
import type { Unit } from './unit.ts';

/** What planning a survey needs of the process. */
export interface SurveyPlanParts extends PlanParts {
  readonly surveys: SurveyCatalogue;
}

/** What became of a change: its faults, what it will do when it is confirmed, or that it is done. */
export type PlanSurveyResult =
  | { readonly outcome: 'faults'; readonly faults: readonly Fault[] }
  | { readonly outcome: 'ready' | 'done'; readonly change: SurveyChange };

/**
 * Puts a published survey in force at one counter or all, from today or a later day on, with a public line.
 * Forms that were shown before still count. Without `isConfirmed` it only says what it would do.
 */
export function planSurvey(
  parts: SurveyPlanParts,
  actor: Actor,
  unit: Unit,
  typed: { readonly survey: string; readonly counter: string; readonly since: string },
  isConfirmed: boolean,
): Promise<PlanSurveyResult> {
  return inTransaction(parts.db, async (trx): Promise<PlanSurveyResult> => {
    const plan = await readPlan(trx, parts, unit);
    const { change, faults } = checkSurveyChange(plan, typed);
    if (change === null) return { outcome: 'faults', faults };
    if (!isConfirmed) return { outcome: 'ready', change };
    const { since, survey, counters } = change;
    for (const { code } of counters) {
      await insertCounterSurvey(trx, {
        counter_code: code,
        since,
        survey_id: survey.id,
        survey_version: survey.version,
      });
    }
    await tell(trx, parts, actor, unit, 'survey-changed', change);
    return { outcome: 'done', change };
  });
}

/** What became of a withdrawal. */
export type WithdrawSurveyResult =
  | { readonly outcome: 'fault'; readonly fault: WithdrawFault }
  | { readonly outcome: 'ready' | 'done'; readonly survey: Survey; readonly withdrawal: SurveyWithdrawal };

/**
 * Takes a planned survey back at all counters at which it is planned from that day on, with a public line.
 * @throws AppError `not-found` `setting-unknown` where nothing of the kind is planned.
 */
export function withdrawSurvey(
  parts: SurveyPlanParts,
  actor: Actor,
  unit: Unit,
  named: { readonly survey: string; readonly since: Day },
  isConfirmed: boolean,
): Promise<WithdrawSurveyResult> {
  return inTransaction(parts.db, async (trx): Promise<WithdrawSurveyResult> => {
    const plan = await readPlan(trx, parts, unit);
    const survey = findSurveyByKey(parts.surveys, named.survey);
    const { since } = named;
    const withdrawal = survey && checkSurveyWithdrawal(plan, { survey, since });
    if (!withdrawal || withdrawal.counters.length === 0) throw new AppError('not-found', 'setting-unknown');
    const { fault, counters, isEverywhere } = withdrawal;
    if (fault !== null) return { outcome: 'fault', fault };
    if (!isConfirmed) return { outcome: 'ready', survey, withdrawal };
    for (const { code } of counters) await deletePlannedSurvey(trx, { counter_code: code, since });
    const change = { since, survey, counters, isEverywhere };
    await tell(trx, parts, actor, unit, 'survey-withdrawn', change);
    return { outcome: 'done', survey, withdrawal };
  });
}

/** What stands now, which no other transaction changes meanwhile. */
async function readPlan(trx: Trx, { surveys, clock }: SurveyPlanParts, unit: Unit): Promise<SurveyPlan> {
  await lockTable(trx, 'counter_surveys');
  return {
    surveys,
    counters: await listCounters(trx, unit.code),
    rows: await listCounterSurveys(trx, unit.code),
    today: dayOf(clock.now()),
  };
}

/** The act and the public line of a change. */
async function tell(
  trx: Trx,
  parts: PlanParts,
  actor: Actor,
  unit: Unit,
  kind: Extract<PublicEventKind, 'survey-changed' | 'survey-withdrawn'>,
  { since, survey, counters, isEverywhere }: SurveyChange,
): Promise<void> {
  const names = counters.map(({ name }: Counter) => name);
  await recordAct(trx, parts, actor, kind, {
    since,
    survey: surveyKey(survey.id, survey.version),
    ...(isEverywhere ? {} : { counters: names.join('; ') }),
  });
  const { id, version, title } = survey;
  const params = { since, counters: isEverywhere ? null : names, survey: { id, version, title } };
  await insertPublicEvent(trx, unit.code, { day: dayOf(parts.clock.now()), kind, params });
}

import type { Fault } from '../../web/types/fault.ts';
import type { Actor } from '../act/act.ts';
import { recordAct } from '../act/record-act.ts';
import type { Day } from '../lib/day.ts';
import { AppError } from '../lib/errors.ts';
import type { Deps } from '../storage/deps.ts';
import type { Trx } from '../storage/schema.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import {
  deletePlannedSurvey,
  insertCounterSurvey,
  listCounterSurveys,
  listCounters,
} from './counter.store.ts';
import { type ChangeResult, makeChange } from './make-change.ts';
import { insertPublicEvent } from './public-event.store.ts';
import type { PublicEventKind } from './public-event.ts';
import {
  checkSurveyChange,
  checkSurveyWithdrawal,
  findSurveyByKey,
  type SurveyChange,
  type SurveyPlan,
  surveyKey,
} from './survey-change.ts';
import type { Unit } from './unit.ts';

interface SurveyDeps extends Deps {
  readonly surveys: SurveyCatalogue;
}

type SurveyResult = ChangeResult<SurveyChange, Fault>;

/**
 * Puts a published survey in force at one counter or all, from today or a later day on, with a public line.
 * Forms that were rendered before can still be submitted. Without `isConfirmed` nothing is written.
 */
export const planSurvey = (
  deps: SurveyDeps,
  actor: Actor,
  unit: Unit,
  typed: { readonly survey: string; readonly counter: string; readonly since: string },
  isConfirmed: boolean,
): Promise<SurveyResult> =>
  makeChange(deps, 'counter_surveys', isConfirmed, async (trx, today) => {
    const { change, faults } = checkSurveyChange(await readPlan(trx, deps, unit, today), typed);
    if (change === null) return { faults };
    const { since, survey, counters } = change;
    return {
      change,
      isAsked: true,
      async write() {
        for (const { code } of counters) {
          const row = { counter_code: code, since, survey_id: survey.id, survey_version: survey.version };
          await insertCounterSurvey(trx, row);
        }
        await announce(trx, deps, actor, unit, today, 'survey-changed', change);
      },
    };
  });

/**
 * Withdraws a planned survey at all counters where it is planned from that day on, with a public line.
 * @throws AppError `not-found` `setting-unknown` where it is not planned.
 */
export const withdrawSurvey = (
  deps: SurveyDeps,
  actor: Actor,
  unit: Unit,
  named: { readonly survey: string; readonly since: Day },
  isConfirmed: boolean,
): Promise<SurveyResult> =>
  makeChange(deps, 'counter_surveys', isConfirmed, async (trx, today) => {
    const plan = await readPlan(trx, deps, unit, today);
    const survey = findSurveyByKey(deps.surveys, named.survey);
    const { since } = named;
    const withdrawal = survey && checkSurveyWithdrawal(plan, { survey, since });
    if (!withdrawal || withdrawal.counters.length === 0) throw new AppError('not-found', 'setting-unknown');
    const { fault, counters, isEverywhere } = withdrawal;
    if (fault !== null) return { faults: [{ field: 'planned', code: fault }] };
    const change = { since, survey, counters, isEverywhere };
    return {
      change,
      isAsked: true,
      async write() {
        for (const { code } of counters) await deletePlannedSurvey(trx, { counter_code: code, since });
        await announce(trx, deps, actor, unit, today, 'survey-withdrawn', change);
      },
    };
  });

async function readPlan(trx: Trx, { surveys }: SurveyDeps, unit: Unit, today: Day): Promise<SurveyPlan> {
  const counters = await listCounters(trx, unit.code);
  return { surveys, counters, rows: await listCounterSurveys(trx, unit.code), today };
}

async function announce(
  trx: Trx,
  deps: SurveyDeps,
  actor: Actor,
  unit: Unit,
  today: Day,
  kind: Extract<PublicEventKind, 'survey-changed' | 'survey-withdrawn'>,
  { since, survey, counters, isEverywhere }: SurveyChange,
): Promise<void> {
  const names = counters.map(({ name }) => name);
  await recordAct(trx, deps, actor, kind, {
    since,
    survey: surveyKey(survey.id, survey.version),
    ...(isEverywhere ? {} : { counters: names.join('; ') }),
  });
  const { id, version, title } = survey;
  const params = { since, counters: isEverywhere ? null : names, survey: { id, version, title } };
  await insertPublicEvent(trx, unit.code, { day: today, kind, params });
}

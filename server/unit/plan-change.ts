import type { Fault } from '../../web/types/fault.ts';
import type { Actor } from '../act/act.ts';
import { recordAct } from '../act/record-act.ts';
import { addDays, type Day, dayOf } from '../lib/day.ts';
import { AppError } from '../lib/errors.ts';
import type { Deps } from '../storage/deps.ts';
import { lockTable } from '../storage/dialect.ts';
import type { Trx } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import {
  type CounterSurvey,
  deletePlannedSurvey,
  insertCounterSurvey,
  listCounterSurveys,
  listCounters,
} from './counter.store.ts';
import {
  deletePlannedSetting,
  insertDatedSetting,
  listDatedSettings,
  upsertDatedSetting,
} from './dated-setting.store.ts';
import { type DatedSetting, type DatedSettingName, type DatedSettingValue, rowsOf } from './dated-setting.ts';
import { insertPublicEvent } from './public-event.store.ts';
import type { PublicEvent, PublicEventKind } from './public-event.ts';
import type { Announcement, Setting, SettingChange, SettingWithdrawal, TypedSetting } from './setting.ts';
import { checkChange, checkWithdrawal, latestRow, valueOn } from './setting-change.ts';
import { SETTINGS } from './settings.ts';
import {
  checkSurveyChange,
  checkSurveyWithdrawal,
  findSurveyByKey,
  type SurveyChange,
  type SurveyPlan,
  surveyKey,
} from './survey-change.ts';
import type { Unit } from './unit.ts';

type Checked<Change, Fault> =
  | { readonly faults: readonly Fault[] }
  | { readonly change: Change; readonly isAsked: boolean; write(): Promise<void> };

type ChangeResult<Change, Fault> =
  | { readonly outcome: 'faults'; readonly faults: readonly Fault[] }
  | { readonly outcome: 'ready' | 'done'; readonly change: Change };

/**
 * Checks and makes a dated change in one transaction that locks its table: rows, log entry and public event are
 * written together, and concurrent changes are checked one after the other. If a required confirmation is missing,
 * nothing is written.
 */
function makeChange<Change, Fault>(
  { db, clock }: Deps,
  table: 'dated_settings' | 'counter_surveys',
  isConfirmed: boolean,
  check: (trx: Trx, today: Day) => Promise<Checked<Change, Fault>>,
): Promise<ChangeResult<Change, Fault>> {
  return inTransaction(db, async (trx): Promise<ChangeResult<Change, Fault>> => {
    await lockTable(trx, table);
    const checked = await check(trx, dayOf(clock.now()));
    if ('faults' in checked) return { outcome: 'faults', faults: checked.faults };
    const { change } = checked;
    if (checked.isAsked && !isConfirmed) return { outcome: 'ready', change };
    await checked.write();
    return { outcome: 'done', change };
  });
}

/**
 * Plans a new value of a setting from a day on. If the setting requires confirmation, nothing is written without
 * `isConfirmed`.
 */
export const planSetting = <Name extends DatedSettingName>(
  deps: Deps,
  actor: Actor,
  unitCode: string,
  name: Name,
  typed: TypedSetting,
  isConfirmed: boolean,
): Promise<ChangeResult<SettingChange<DatedSettingValue<Name>>, Fault>> =>
  makeChange(deps, 'dated_settings', isConfirmed, async (trx, today) => {
    const setting: Setting<DatedSettingValue<Name>> = SETTINGS[name];
    const rows = rowsOf(await listDatedSettings(trx, unitCode), name);
    const checked = checkChange(setting, rows, typed, today);
    if ('faults' in checked) return checked;
    const { change, isUnchanged } = checked;
    return {
      change,
      isAsked: setting.needsConfirmation(valueOn(setting, rows, today), change.to),
      async write() {
        if (isUnchanged) return;
        const row = { name, since: change.since, value: change.to } as DatedSetting;
        await (setting.order === 'last' ? insertDatedSetting : upsertDatedSetting)(trx, unitCode, row);
        await announceSetting(trx, deps, actor, unitCode, today, setting.announceChange(change));
      },
    };
  });

/**
 * Withdraws a planned change before its day. Its row is deleted, because it was never in force; the log and the
 * public events still show that it was planned.
 * @throws AppError `not-found` `setting-unknown` when no change is planned for that day.
 */
export const withdrawSetting = <Name extends DatedSettingName>(
  deps: Deps,
  actor: Actor,
  unitCode: string,
  name: Name,
  since: Day,
  isConfirmed: boolean,
): Promise<ChangeResult<SettingWithdrawal<DatedSettingValue<Name>>, Fault>> =>
  makeChange(deps, 'dated_settings', isConfirmed, async (trx, today) => {
    const setting: Setting<DatedSettingValue<Name>> = SETTINGS[name];
    const rows = rowsOf(await listDatedSettings(trx, unitCode), name);
    const checked = checkWithdrawal(setting, rows, since, today);
    if (!checked) throw new AppError('not-found', 'setting-unknown');
    if ('fault' in checked) return { faults: [{ field: 'planned', code: checked.fault }] };
    const { withdrawal } = checked;
    return {
      change: withdrawal,
      isAsked: true,
      async write() {
        await deletePlannedSetting(trx, unitCode, name, since);
        const announcement = setting.announceWithdrawal?.(withdrawal);
        if (announcement) await announceSetting(trx, deps, actor, unitCode, today, announcement);
      },
    };
  });

async function announceSetting(
  trx: Trx,
  deps: Deps,
  actor: Actor,
  unitCode: string,
  today: Day,
  { act, line }: Announcement,
): Promise<void> {
  await recordAct(trx, deps, actor, act.kind, act.params);
  if (line) await insertPublicEvent(trx, unitCode, { day: today, ...line } as PublicEvent);
}

interface SurveyDeps extends Deps {
  readonly surveys: SurveyCatalogue;
}

type SurveyResult = ChangeResult<SurveyChange, Fault>;

/**
 * Puts a published survey in force at one counter or all, from today or a later day on, with a public event. Forms
 * that were shown before can still be submitted. Without `isConfirmed` nothing is written.
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
        await announceSurvey(trx, deps, actor, unit, today, 'survey-changed', change);
      },
    };
  });

/**
 * Withdraws a planned survey at all counters where it is planned for that day, with a public event.
 * @throws AppError `not-found` `setting-unknown` when no counter has it planned.
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
        await announceSurvey(trx, deps, actor, unit, today, 'survey-withdrawn', change);
      },
    };
  });

async function readPlan(trx: Trx, { surveys }: SurveyDeps, unit: Unit, today: Day): Promise<SurveyPlan> {
  const counters = await listCounters(trx, unit.code);
  return { surveys, counters, rows: await listCounterSurveys(trx, unit.code), today };
}

async function announceSurvey(
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

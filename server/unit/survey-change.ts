import type { Fault } from '../../web/types/fault.ts';
import type { Day } from '../lib/day.ts';
import { parseTypedDay } from '../lib/typed-day.ts';
import type { Survey, SurveyCatalogue } from '../survey/definition.ts';
import type { CounterSurvey } from './counter.store.ts';
import type { Counter } from './counter.ts';
import { findPlanFault, findWithdrawFault, latestRow, type WithdrawFault } from './setting-change.ts';

/** Form value for a survey version: `mot-cua-ngan/1`. */
export const surveyKey = (id: string, version: number): string => `${id}/${version}`;

export function findSurveyByKey(surveys: SurveyCatalogue, key: string): Survey | undefined {
  const [, id = '', version = ''] = /^([a-z0-9-]{1,40})\/([1-9]\d{0,2})$/.exec(key) ?? [];
  return surveys.find(id, Number(version));
}

export const ALL_COUNTERS = 'all';

export interface SurveyChange {
  readonly since: Day;
  readonly survey: Survey;
  /** Counters where the change puts another survey in force. */
  readonly counters: readonly Counter[];
  /** Whether, after the change, the survey is in force at every counter of the unit. */
  readonly isEverywhere: boolean;
}

export interface SurveyPlan {
  readonly surveys: SurveyCatalogue;
  readonly counters: readonly Counter[];
  readonly rows: readonly CounterSurvey[];
  readonly today: Day;
}

const isSurvey = (row: CounterSurvey | undefined, { id, version }: Pick<Survey, 'id' | 'version'>): boolean =>
  row?.survey_id === id && row.survey_version === version;

/** Parses a change and checks it against the existing rows; returns all faults at once. */
export function checkSurveyChange(
  { surveys, counters, rows, today }: SurveyPlan,
  typed: { readonly survey: string; readonly counter: string; readonly since: string },
): { readonly change: SurveyChange | null; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const found = findSurveyByKey(surveys, typed.survey);
  const survey = found?.is_published ? found : undefined;
  if (!survey) faults.push({ field: 'survey', code: 'survey-missing' });
  const chosen =
    typed.counter === ALL_COUNTERS ? counters : counters.filter(({ code }) => code === typed.counter);
  if (chosen.length === 0) faults.push({ field: 'counter', code: 'counter-missing' });
  const since = parseTypedDay(typed.since);
  const code = typed.since.trim() === '' ? 'day-missing' : 'day-malformed';
  if (since === null) faults.push({ field: 'since', code });
  if (!survey || chosen.length === 0 || since === null) return { change: null, faults };

  const rowsOf = (counter: Counter) => rows.filter((row) => row.counter_code === counter.code);
  const changed = chosen.filter((counter) => {
    const last = latestRow(rowsOf(counter));
    return !(last && last.since <= since && isSurvey(last, survey));
  });
  if (changed.length === 0) faults.push({ field: 'survey', code: 'survey-same' });
  // Each kind of fault is reported once, for the first counter that has it.
  const told = new Set<string>();
  for (const counter of changed) {
    const fault = findPlanFault(rowsOf(counter), since, today);
    if (fault === null || told.has(fault.code)) continue;
    told.add(fault.code);
    faults.push({ field: 'since', code: fault.code, params: { counter: counter.name, ...fault.params } });
  }
  const isEverywhere = chosen.length === counters.length;
  return { change: faults.length > 0 ? null : { since, survey, counters: changed, isEverywhere }, faults };
}

interface SurveyWithdrawal {
  readonly counters: readonly Counter[];
  readonly isEverywhere: boolean;
  readonly fault: WithdrawFault | null;
}

/** All counters for which a survey is planned from a day on, and whether each plan can be withdrawn. */
export function checkSurveyWithdrawal(
  { counters, rows, today }: Omit<SurveyPlan, 'surveys'>,
  { survey, since }: { readonly survey: Pick<Survey, 'id' | 'version'>; readonly since: Day },
): SurveyWithdrawal {
  const planned = rows.filter((row) => row.since === since && isSurvey(row, survey));
  const at = counters.filter(({ code }) => planned.some((row) => row.counter_code === code));
  const faults = at.map(({ code }) =>
    findWithdrawFault(
      rows.filter((row) => row.counter_code === code),
      since,
      today,
    ),
  );
  return {
    counters: at,
    isEverywhere: at.length === counters.length,
    fault: faults.find((fault) => fault !== null) ?? null,
  };
}

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findProjectRoot } from '../../server/lib/project-root.ts';
import type { Survey, SurveyCatalogue } from '../../server/survey/definition.ts';
import { loadSurveys } from '../../server/survey/load-surveys.ts';
import type { CounterSurvey } from '../../server/unit/counter.store.ts';
import type { Counter } from '../../server/unit/counter.ts';
import {
  checkSurveyChange,
  checkSurveyWithdrawal,
  findSurveyByKey,
} from '../../server/unit/survey-change.ts';

const TODAY = '2024-02-05';
const SHORT = 'mot-cua-ngan/1';
const LONG = 'mot-cua-day-du/1';
const loaded = loadSurveys(join(findProjectRoot(), 'surveys'));
const draft: Survey = { ...loaded.find('mot-cua-ngan', 1)!, version: 2, is_published: false };
const surveys: SurveyCatalogue = {
  find: (id, version) => (id === draft.id && version === 2 ? draft : loaded.find(id, version)),
  list: () => [...loaded.list(), draft],
};

const counter = (code: string, position: number): Counter => ({
  code,
  unit_code: 'dong-son',
  position,
  name: `Quầy ${position}`,
  channel: 'poster',
  field: null,
  is_open: position !== 3,
});
const counters = [counter('aaaaa', 1), counter('bbbbb', 2), counter('ccccc', 3)];
const row = (counter_code: string, since: string, survey = SHORT): CounterSurvey => ({
  counter_code,
  since,
  survey_id: survey.split('/')[0]!,
  survey_version: 1,
});
const seeded = counters.map(({ code }) => row(code, '2024-01-29'));

const check = (rows: CounterSurvey[], survey: string, at: string, since: string) =>
  checkSurveyChange({ surveys, counters, rows, today: TODAY }, { survey, counter: at, since });
const told = (rows: CounterSurvey[], survey: string, at: string, since: string) =>
  check(rows, survey, at, since).faults.map(({ field, code }) => `${field} ${code}`);
const codesOf = (list: readonly Counter[] | undefined) => list?.map(({ code }) => code);

describe('a change of surveys', () => {
  it('is for one counter or all, closed ones included', () => {
    const one = check(seeded, LONG, 'bbbbb', '5/2/2024').change;
    expect(one).toMatchObject({ since: TODAY, isEverywhere: false });
    expect(codesOf(one?.counters)).toEqual(['bbbbb']);
    const all = check(seeded, LONG, 'all', TODAY).change;
    expect(all?.isEverywhere).toBe(true);
    expect(codesOf(all?.counters)).toEqual(['aaaaa', 'bbbbb', 'ccccc']);
  });

  it('skips counters that have the survey already', () => {
    const rows = [...seeded, row('aaaaa', '2024-02-01', LONG)];
    const all = check(rows, LONG, 'all', '2024-03-01').change;
    expect(all?.isEverywhere).toBe(true);
    expect(codesOf(all?.counters)).toEqual(['bbbbb', 'ccccc']);
    expect(told(seeded, SHORT, 'all', '2024-03-01')).toEqual(['survey survey-same']);
  });

  it('accepts published surveys, known counters and future days', () => {
    expect(told(seeded, '', '', '')).toEqual([
      'survey survey-missing',
      'counter counter-missing',
      'since day-missing',
    ]);
    for (const survey of ['mot-cua-ngan/2', 'mot-cua-ngan', 'mot-cua-ngan/01', '../etc/1', '__proto__/1']) {
      expect(told(seeded, survey, 'aaaaa', TODAY), survey).toEqual(['survey survey-missing']);
    }
    expect(told(seeded, LONG, 'zzzzz', TODAY)).toEqual(['counter counter-missing']);
    expect(told(seeded, LONG, 'all', '04/02/2024')).toEqual(['since day-past']);
    expect(told(seeded, LONG, 'all', '30/02/2024')).toEqual(['since day-malformed']);
  });

  it('names the counter at which another change conflicts', () => {
    const rows = [...seeded, row('bbbbb', '2024-03-01', LONG), row('ccccc', TODAY, LONG)];
    expect(check(rows, LONG, 'all', TODAY).faults).toEqual([
      { field: 'since', code: 'planned-later', params: { counter: 'Quầy 2', day: '2024-03-01' } },
    ]);
    expect(told(rows, SHORT, 'ccccc', TODAY)).toEqual(['since day-taken']);
    expect(told(rows, LONG, 'bbbbb', '2024-03-01')).toEqual(['survey survey-same']);
  });

  it('is found only by exact id and version', () => {
    expect(findSurveyByKey(surveys, LONG)?.id).toBe('mot-cua-day-du');
    expect(findSurveyByKey(surveys, `${LONG} `)).toBeUndefined();
  });
});

describe('the withdrawal of a survey', () => {
  const long = surveys.find('mot-cua-day-du', 1)!;
  const withdraw = (rows: CounterSurvey[], since: string) =>
    checkSurveyWithdrawal({ counters, rows, today: TODAY }, { survey: long, since });

  it('is for all counters at which it is planned that day', () => {
    const rows = [...seeded, row('aaaaa', '2024-03-01', LONG), row('ccccc', '2024-03-01', LONG)];
    const { counters: at, isEverywhere, fault } = withdraw(rows, '2024-03-01');
    expect([codesOf(at), isEverywhere, fault]).toEqual([['aaaaa', 'ccccc'], false, null]);
    expect(withdraw(rows, '2024-03-02').counters).toEqual([]);
  });

  it('is refused when any of them cannot be', () => {
    const rows = [...seeded, row('aaaaa', '2024-03-01', LONG), row('bbbbb', '2024-03-01', LONG)];
    expect(withdraw([...rows, row('bbbbb', '2024-04-01')], '2024-03-01').fault).toBe('not-last');
    expect(withdraw(rows.slice(1), '2024-03-01').fault).toBe('nothing-before');
    expect(withdraw([...seeded, row('aaaaa', TODAY, LONG)], TODAY).fault).toBe('in-force');
  });
});

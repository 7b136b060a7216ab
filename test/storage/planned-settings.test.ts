import { beforeEach, describe, expect, it } from 'vitest';
import { listActs } from '../../server/act/act.store.ts';
import { systemRandom } from '../../server/lib/random.ts';
import type { Db } from '../../server/storage/schema.ts';
import { inTransaction } from '../../server/storage/transaction.ts';
import {
  deletePlannedSurvey,
  insertCounter,
  insertCounterSurvey,
  listCounterSurveys,
} from '../../server/unit/counter.store.ts';
import { insertDatedSetting, listDatedSettings } from '../../server/unit/dated-setting.store.ts';
import {
  DATED_SETTINGS,
  type DatedSetting,
  type DatedSettingName,
  NUMBER_SETTINGS,
} from '../../server/unit/dated-setting.ts';
import { DEFAULT_OPENING_HOURS } from '../../server/unit/opening-hours.ts';
import { planSetting, withdrawSetting } from '../../server/unit/plan-change.ts';
import { listPublicEvents } from '../../server/unit/public-event.store.ts';
import { SETTINGS } from '../../server/unit/settings.ts';
import { insertUnit } from '../../server/unit/unit.store.ts';
import { EMPTY_PROFILE } from '../../server/unit/unit.ts';
import { DATABASES } from '../helpers/databases.ts';
import { createTestClock } from '../helpers/test-app.ts';

const UNIT = {
  code: 'dong-son',
  official_code: null,
  ...EMPTY_PROFILE,
  name: 'UBND xã Đông Sơn',
  receiver: 'Sở Nội vụ',
  contact_phone: null,
  opened_on: '2024-01-29',
};
const ACTOR = { id: '1'.repeat(32), name: 'quan-ly' };
const TODAY = '2024-02-05';
const TOMORROW = '2024-02-06';

/** The initial value, a form that plans another value, that value, and a form that plans a third one. */
interface Example {
  readonly first: unknown;
  readonly typed: Readonly<Record<string, string>>;
  readonly value: unknown;
  readonly other: Readonly<Record<string, string>>;
}

const rule = (threshold: string, value: number): Example => ({
  first: { is_on: true, threshold: 3 },
  typed: { state: 'on', threshold },
  value: { is_on: true, threshold: value },
  other: { state: 'off', threshold },
});
const saturday = { '6.morning.from': '7:30', '6.morning.to': '11:00' };
const EXAMPLES: Readonly<Partial<Record<DatedSettingName, Example>>> = {
  ...Object.fromEntries(
    Object.keys(NUMBER_SETTINGS).map((name): [string, Example] => [
      name,
      { first: 30, typed: { value: '40' }, value: 40, other: { value: '50' } },
    ]),
  ),
  opening_hours: {
    first: DEFAULT_OPENING_HOURS,
    typed: saturday,
    value: {
      week: DEFAULT_OPENING_HOURS.week.map((_, index) => ({
        morning: index === 5 ? { from: '07:30', to: '11:00' } : null,
        afternoon: null,
      })),
      days_off: [],
    },
    other: { ...saturday, days_off: '08/02/2024' },
  },
  target_document: {
    first: null,
    typed: { document: ' Kế hoạch  số 12/KH-UBND ' },
    value: 'Kế hoạch số 12/KH-UBND',
    other: { document: 'Quyết định số 7' },
  },
  improvements: {
    first: null,
    typed: { text: ' Thêm ghế.\r\nIn chữ to. ' },
    value: 'Thêm ghế.\nIn chữ to.',
    other: { text: '' },
  },
  sipas: {
    first: null,
    typed: { period: '2023', percent: '83,94', source: 'Báo cáo của tỉnh' },
    value: { period: '2023', percent: 83.94, source: 'Báo cáo của tỉnh' },
    other: { period: '', percent: '', source: '' },
  },
  'dvcqg-766': {
    first: null,
    typed: { period: 'Quý 4/2023', percent: '99,2', source: 'Cổng Dịch vụ công quốc gia' },
    value: { period: '2023-Q4', percent: 99.2, source: 'Cổng Dịch vụ công quốc gia' },
    other: { period: '', percent: '', source: '' },
  },
  comment_months: { first: 24, typed: { months: '12' }, value: 12, other: { months: '6' } },
  rule_foreign_form: {
    first: { is_on: true, threshold: null },
    typed: { state: 'off' },
    value: { is_on: false, threshold: null },
    other: { state: 'on' },
  },
  rule_repeat_device: rule('4', 4),
  rule_too_fast: rule('1,25', 1.25),
  rule_same_run: rule('12', 12),
  rule_burst: rule('12', 12),
};

const NAMES = Object.keys(DATED_SETTINGS) as DatedSettingName[];
const PLANNED = NAMES.filter((name) => SETTINGS[name].announceWithdrawal !== undefined);
const PUBLIC = PLANNED.filter((name) => SETTINGS[name].order === 'last');

describe.each(DATABASES.filter(({ isSkipped }) => !isSkipped))('dated settings on $name', (database) => {
  let db: Db;
  const clock = createTestClock();
  const parts = () => ({ db, clock, random: systemRandom });
  const exampleOf = (name: DatedSettingName): Example => {
    const example = EXAMPLES[name];
    if (!example) throw new Error(`the setting ${name} has no example`);
    return example;
  };
  const sinceOf = (name: DatedSettingName) => (SETTINGS[name].since === 'today' ? TODAY : TOMORROW);
  const plan = (name: DatedSettingName, typed: Readonly<Record<string, string>>, isConfirmed = true) =>
    planSetting(parts(), ACTOR, UNIT.code, name, { since: '06/02/2024', ...typed }, isConfirmed);
  const withdraw = (name: DatedSettingName, since: string, isConfirmed = true) =>
    withdrawSetting(parts(), ACTOR, UNIT.code, name, since, isConfirmed);
  const rows = async (name: DatedSettingName, unitCode = UNIT.code) =>
    (await listDatedSettings(db, unitCode))
      .filter((row) => row.name === name)
      .map(({ since, value }) => [since, value]);
  const first = (name: DatedSettingName): [string, unknown] => ['2024-01-01', exampleOf(name).first];
  const kinds = async () => ({
    acts: (await listActs(db, 10, null)).map(({ kind }) => kind).sort(),
    lines: (await listPublicEvents(db, UNIT.code)).map(({ kind }) => kind).sort(),
  });

  beforeEach(async () => {
    db = await database.open();
    clock.set(`${TODAY}T08:00:00+07:00`);
    await inTransaction(db, async (trx) => {
      await insertUnit(trx, UNIT);
      await insertUnit(trx, { ...UNIT, code: 'tan-lap' });
      for (const unitCode of [UNIT.code, 'tan-lap']) {
        for (const name of NAMES) {
          const row = { name, since: '2024-01-01', value: exampleOf(name).first } as DatedSetting;
          await insertDatedSetting(trx, unitCode, row);
        }
      }
    });
  });

  it.each(NAMES)(
    '%s is changed with its act and its line, and asked about first where it must be',
    async (name) => {
      const { typed, value } = exampleOf(name);
      const isAsked = SETTINGS[name].needsConfirmation(exampleOf(name).first as never, value as never);
      if (isAsked) {
        expect(await plan(name, typed, false)).toMatchObject({ outcome: 'ready' });
        expect([await rows(name), await kinds()]).toEqual([[first(name)], { acts: [], lines: [] }]);
      }
      expect(await plan(name, typed, isAsked)).toMatchObject({ outcome: 'done', change: { to: value } });
      expect(await rows(name)).toEqual([first(name), [sinceOf(name), value]]);
      expect(await rows(name, 'tan-lap')).toEqual([first(name)]);
      const { acts, lines } = await kinds();
      expect(acts).toHaveLength(1);
      expect(lines).toEqual(PUBLIC.includes(name) ? acts : []);
    },
  );

  it.each(PLANNED)('%s is withdrawn until its day, and not on it', async (name) => {
    await plan(name, exampleOf(name).typed);
    expect(await withdraw(name, TOMORROW, false)).toMatchObject({ outcome: 'ready' });
    expect(await rows(name)).toHaveLength(2);
    const { value: withdrawn, first: stays } = exampleOf(name);
    expect(await withdraw(name, TOMORROW)).toMatchObject({ outcome: 'done', change: { withdrawn, stays } });
    expect(await rows(name)).toEqual([first(name)]);
    await expect(withdraw(name, TOMORROW)).rejects.toThrow('setting-unknown');
    const { acts, lines } = await kinds();
    expect(acts).toHaveLength(2);
    expect(lines).toEqual(PUBLIC.includes(name) ? acts : []);

    await plan(name, exampleOf(name).typed);
    clock.set(`${TOMORROW}T08:00:00+07:00`);
    expect(await withdraw(name, TOMORROW)).toMatchObject({
      outcome: 'faults',
      faults: [{ code: 'in-force' }],
    });
    expect(await rows(name)).toHaveLength(2);
  });

  it.each(PUBLIC)(
    '%s is changed once when two people plan at once: the second is told of the first',
    async (name) => {
      const { typed, other } = exampleOf(name);
      const results = await Promise.all([plan(name, typed), plan(name, other)]);
      expect(results.map(({ outcome }) => outcome).sort()).toEqual(['done', 'faults']);
      expect(await rows(name)).toHaveLength(2);
      const { acts, lines } = await kinds();
      expect([acts.length, lines.length]).toEqual([1, 1]);
    },
  );

  it.each(NAMES.filter((name) => !PUBLIC.includes(name)))(
    '%s replaces what was set for the same day, and what changes nothing leaves no trace',
    async (name) => {
      const { typed, other, value } = exampleOf(name);
      await plan(name, other);
      await plan(name, typed);
      await plan(name, typed);
      expect(await rows(name)).toEqual([first(name), [sinceOf(name), value]]);
      const { acts } = await kinds();
      // For these settings `other` is the initial value, so planning it first changes nothing.
      expect(acts).toHaveLength(['improvements', 'sipas', 'dvcqg-766'].includes(name) ? 1 : 2);
    },
  );

  it.each(NAMES)('%s leaves no row where its act cannot be written', async (name) => {
    const random = {
      bytes: () => {
        throw new Error('no id');
      },
    };
    const typed = { since: '06/02/2024', ...exampleOf(name).typed };
    const change = planSetting({ db, clock, random }, ACTOR, UNIT.code, name, typed, true);
    await expect(change).rejects.toThrow('no id');
    expect([await rows(name), await kinds()]).toEqual([[first(name)], { acts: [], lines: [] }]);
  });
});

describe.each(DATABASES.filter(({ isSkipped }) => !isSkipped))('surveys of counters on $name', (database) => {
  it('are listed by day for one unit, and one of a counter is taken out', async () => {
    const db = await database.open();
    await inTransaction(db, async (trx) => {
      for (const [unit, code] of [
        ['dong-son', 'aaaaa'],
        ['dong-son', 'bbbbb'],
        ['tan-lap', 'ccccc'],
      ] as const) {
        if (code !== 'bbbbb') await insertUnit(trx, { ...UNIT, code: unit });
        const counter = {
          code,
          unit_code: unit,
          position: 1,
          name: code,
          channel: 'poster',
          field: null,
        } as const;
        await insertCounter(trx, { ...counter, is_open: true });
        for (const since of ['2024-03-01', '2024-01-29']) {
          await insertCounterSurvey(trx, { counter_code: code, since, survey_id: 'a', survey_version: 2 });
        }
      }
    });
    const listed = async () =>
      (await listCounterSurveys(db, 'dong-son')).map(({ counter_code, since }) => `${since} ${counter_code}`);
    expect((await listCounterSurveys(db, 'tan-lap'))[0]).toEqual({
      counter_code: 'ccccc',
      since: '2024-01-29',
      survey_id: 'a',
      survey_version: 2,
    });
    expect(await listed()).toEqual([
      '2024-01-29 aaaaa',
      '2024-01-29 bbbbb',
      '2024-03-01 aaaaa',
      '2024-03-01 bbbbb',
    ]);
    await inTransaction(db, (trx) =>
      deletePlannedSurvey(trx, { counter_code: 'aaaaa', since: '2024-03-01' }),
    );
    expect(await listed()).toEqual(['2024-01-29 aaaaa', '2024-01-29 bbbbb', '2024-03-01 bbbbb']);
  });
});

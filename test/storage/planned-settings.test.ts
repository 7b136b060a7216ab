import { beforeEach, describe, expect, it } from 'vitest';
import { listActs } from '../../server/act/act.store.ts';
import { systemRandom } from '../../server/lib/random.ts';
import type { Db } from '../../server/storage/schema.ts';
import { inTransaction } from '../../server/storage/transaction.ts';
import { insertCounter, insertCounterSurvey } from '../../server/unit/counter.store.ts';
import { deletePlannedSurvey, listCounterSurveys } from '../../server/unit/counter-survey.store.ts';
import { insertDatedSetting, listDatedSettings } from '../../server/unit/dated-setting.store.ts';
import { planSetting, withdrawSetting } from '../../server/unit/plan-setting.ts';
import { listPublicEvents } from '../../server/unit/public-event.store.ts';
import { insertUnit } from '../../server/unit/unit.store.ts';
import { DATABASES } from '../helpers/databases.ts';

const UNIT = {
  code: 'dong-son',
  official_code: null,
  name: 'UBND xã Đông Sơn',
  receiver: 'UBND huyện',
  contact_phone: null,
  opened_on: '2024-01-29',
};
const ACTOR = { id: '1'.repeat(32), name: 'quan-ly' };
const clock = { now: () => new Date('2024-02-05T08:00:00+07:00') };

describe.each(DATABASES.filter(({ isSkipped }) => !isSkipped))('planned settings on $name', (database) => {
  let db: Db;
  const parts = () => ({ db, clock, random: systemRandom });
  const plan = (value: string, since: string, isConfirmed = true) =>
    planSetting(parts(), ACTOR, UNIT, { name: 'target_percent', value, since }, isConfirmed);
  const withdraw = (since: string, isConfirmed = true) =>
    withdrawSetting(parts(), ACTOR, UNIT, { name: 'target_percent', since }, isConfirmed);
  const targets = async () =>
    (await listDatedSettings(db, UNIT.code)).map(({ since, value }) => [since, value]);

  beforeEach(async () => {
    db = await database.open();
    await inTransaction(db, async (trx) => {
      await insertUnit(trx, UNIT);
      await insertUnit(trx, { ...UNIT, code: 'tan-lap' });
      await insertDatedSetting(trx, UNIT.code, { name: 'target_percent', since: '2024-01-01', value: 90 });
      await insertDatedSetting(trx, 'tan-lap', { name: 'target_percent', since: '2024-01-01', value: 70 });
    });
  });

  it('are kept with their act and their public line, when they are confirmed', async () => {
    expect(await plan('85,5', '12/02/2024', false)).toMatchObject({ outcome: 'ready', change: { from: 90 } });
    expect(await targets()).toEqual([['2024-01-01', 90]]);
    expect(await plan('85,5', '12/02/2024')).toMatchObject({ outcome: 'done' });
    expect(await targets()).toEqual([
      ['2024-01-01', 90],
      ['2024-02-12', 85.5],
    ]);
    const params = { since: '2024-02-12', from: 90, to: 85.5 };
    expect(await listPublicEvents(db, UNIT.code)).toEqual([
      { day: '2024-02-05', kind: 'target-changed', params },
    ]);
    const acts = await listActs(db, 10, null);
    expect(acts).toMatchObject([{ kind: 'target-changed', actor: ACTOR, params }]);
  });

  it('are withdrawn with an act and a line of their own, and the first line stays', async () => {
    await plan('85', '12/02/2024');
    expect(await withdraw('2024-02-12', false)).toMatchObject({ outcome: 'ready', stays: 90 });
    expect(await targets()).toHaveLength(2);
    expect(await withdraw('2024-02-12')).toMatchObject({ outcome: 'done', withdrawn: 85, stays: 90 });
    expect(await targets()).toEqual([['2024-01-01', 90]]);
    expect((await listDatedSettings(db, 'tan-lap')).map(({ value }) => value)).toEqual([70]);
    const kinds = (await listPublicEvents(db, UNIT.code)).map(({ kind }) => kind);
    expect(kinds).toEqual(['target-changed', 'target-withdrawn']);
    expect((await listActs(db, 10, null)).map(({ kind }) => kind).sort()).toEqual(kinds);
  });

  it('are not withdrawn when nothing of the day is planned, or it has come', async () => {
    await expect(withdraw('2024-02-12')).rejects.toThrow('setting-unknown');
    expect(await withdraw('2024-01-01')).toEqual({ outcome: 'fault', fault: 'in-force' });
    expect(await listPublicEvents(db, UNIT.code)).toEqual([]);
  });

  it('come one after the other when two people plan at once: the second is told of the first', async () => {
    const results = await Promise.all([plan('85', '12/02/2024'), plan('80', '12/02/2024')]);
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['done', 'faults']);
    expect(await targets()).toHaveLength(2);
    expect(await listPublicEvents(db, UNIT.code)).toHaveLength(1);
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

import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { systemRandom } from '../../server/lib/random.ts';
import type { Db, Trx } from '../../server/storage/schema.ts';
import { inTransaction } from '../../server/storage/transaction.ts';
import {
  deleteSuccessor,
  insertCounter,
  insertCounterSurvey,
  listCounters,
  listSuccessors,
  listSurveysAfter,
  putSuccessor,
  updateCounter,
} from '../../server/unit/counter.store.ts';
import { listDatedSettings, upsertDatedSetting } from '../../server/unit/dated-setting.store.ts';
import { openingHoursOn } from '../../server/unit/dated-setting.ts';
import { closeCounter, mergeCounter, reopenCounter } from '../../server/unit/manage-counters.ts';
import { DEFAULT_OPENING_HOURS, type OpeningHours } from '../../server/unit/opening-hours.ts';
import { listPublicEvents } from '../../server/unit/public-event.store.ts';
import { findUnit, insertUnit, updateUnit } from '../../server/unit/unit.store.ts';
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
const COUNTERS = ['22222', '33333', '44444'].map((code, index) => ({
  code,
  unit_code: UNIT.code,
  position: index + 1,
  name: `Quầy ${index + 1}`,
  channel: 'poster' as const,
  field: null,
  is_open: true,
}));
const ACTOR = { id: 'a'.repeat(32), name: 'quan-ly' };

describe.each(DATABASES.filter(({ isSkipped }) => !isSkipped))('settings of a unit on $name', (database) => {
  let db: Db;
  const parts = () => ({ db, clock: createTestClock(), random: systemRandom });
  const write = (work: Parameters<typeof inTransaction<void>>[1]) => inTransaction(db, work);

  beforeEach(async () => {
    db = await database.open();
    await write(async (trx) => {
      await insertUnit(trx, UNIT);
      await insertUnit(trx, { ...UNIT, code: 'tan-lap' });
      for (const counter of COUNTERS) await insertCounter(trx, counter);
      await insertCounter(trx, { ...COUNTERS[0]!, code: '55555', unit_code: 'tan-lap' });
    });
  });

  it('change a unit and no other, its code and its first day never', async () => {
    const facts = {
      name: 'UBND phường Đông Sơn',
      ...EMPTY_PROFILE,
      official_code: 'H34.15',
      receiver: 'UBND tỉnh',
      contact_phone: '1022',
    };
    await write((trx) => updateUnit(trx, UNIT.code, facts));
    expect(await findUnit(db, UNIT.code)).toEqual({ ...UNIT, ...facts });
    expect(await findUnit(db, 'tan-lap')).toEqual({ ...UNIT, code: 'tan-lap' });
  });

  it('change a counter, whether it is open, and its place', async () => {
    await write(async (trx) => {
      await updateCounter(trx, '22222', { name: 'Đất đai', field: 'land' });
      await updateCounter(trx, '33333', { is_open: false });
      await updateCounter(trx, '44444', { position: 0 });
    });
    expect(await listCounters(db, UNIT.code)).toEqual([
      { ...COUNTERS[2]!, position: 0 },
      { ...COUNTERS[0]!, name: 'Đất đai', field: 'land' },
      { ...COUNTERS[1]!, is_open: false },
    ]);
  });

  it('name one successor for a counter, of its unit, until it is withdrawn', async () => {
    const row = (successor_code: string, is_merged: boolean) => ({
      counter_code: '22222',
      successor_code,
      is_merged,
    });
    await write((trx) => putSuccessor(trx, row('33333', false)));
    await write((trx) => putSuccessor(trx, row('44444', true)));
    expect(await listSuccessors(db, UNIT.code)).toEqual([row('44444', true)]);
    expect(await listSuccessors(db, 'tan-lap')).toEqual([]);
    await expect(write((trx) => putSuccessor(trx, row('99999', false)))).rejects.toThrow();
    await write((trx) => deleteSuccessor(trx, '22222'));
    expect(await listSuccessors(db, UNIT.code)).toEqual([]);
  });

  it('list the surveys that are planned, nearest first, without the one in force', async () => {
    const survey = { survey_id: 'mot-cua-ngan', survey_version: 1 };
    await write(async (trx) => {
      for (const since of ['2024-03-01', '2024-01-29', '2024-02-01']) {
        await insertCounterSurvey(trx, { counter_code: '22222', since, ...survey });
      }
    });
    expect(await listSurveysAfter(db, '22222', '2024-01-29')).toEqual([
      { since: '2024-02-01', ...survey },
      { since: '2024-03-01', ...survey },
    ]);
    expect(await listSurveysAfter(db, '33333', '2024-01-29')).toEqual([]);
  });

  const put = (trx: Trx, since: string, value: OpeningHours) =>
    upsertDatedSetting(trx, UNIT.code, { name: 'opening_hours', since, value });

  it('replace opening hours of the same day, keep those of others, and refuse what cannot be', async () => {
    const saturday = {
      week: DEFAULT_OPENING_HOURS.week.with(5, {
        morning: { from: '07:30', to: '11:30' },
        afternoon: null,
      }),
      days_off: ['2024-02-08'],
    };
    await write((trx) => put(trx, '2024-01-29', DEFAULT_OPENING_HOURS));
    await write((trx) => put(trx, '2024-02-05', DEFAULT_OPENING_HOURS));
    await write((trx) => put(trx, '2024-02-05', saturday));
    const rows = await listDatedSettings(db, UNIT.code);
    expect(rows.map(({ since }) => since)).toEqual(['2024-01-29', '2024-02-05']);
    expect(openingHoursOn(rows, '2024-02-04')).toEqual(DEFAULT_OPENING_HOURS);
    expect(openingHoursOn(rows, '2024-02-05')).toEqual(saturday);
    const wrong = { ...saturday, days_off: ['Tết'] };
    await expect(write((trx) => put(trx, '2024-02-05', wrong))).rejects.toThrow();
  });

  it('leave one counter open, also when all are closed at the same time', async () => {
    const faults = await Promise.all(COUNTERS.map(({ code }) => closeCounter(parts(), ACTOR, code, '')));
    expect(faults.flat()).toEqual([{ field: 'close', code: 'last-open' }]);
    const open = (await listCounters(db, UNIT.code)).filter(({ is_open }) => is_open);
    expect(open).toHaveLength(1);
    expect(await listPublicEvents(db, UNIT.code)).toHaveLength(2);
  });

  it('write nothing of a change that fails half-way', async () => {
    const before = await listCounters(db, UNIT.code);
    const broken = { ...parts(), random: { bytes: () => Buffer.alloc(0) } };
    await mergeCounter(broken, ACTOR, '22222', '33333');
    await expect(mergeCounter(broken, ACTOR, '44444', '33333')).rejects.toThrow();
    const after = await listCounters(db, UNIT.code);
    expect(after).toEqual(before.map((counter) => ({ ...counter, is_open: counter.code !== '22222' })));
    expect(await listSuccessors(db, UNIT.code)).toHaveLength(1);
    expect(await listPublicEvents(db, UNIT.code)).toHaveLength(1);
  });

  it('never open a merged counter again, and delete the successor of one that is reopened', async () => {
    await closeCounter(parts(), ACTOR, '22222', '33333');
    await mergeCounter(parts(), ACTOR, '44444', '33333');
    expect(await reopenCounter(parts(), ACTOR, '44444')).toEqual([
      { field: 'reopen', code: 'merged-already' },
    ]);
    expect(await reopenCounter(parts(), ACTOR, '22222')).toEqual([]);
    expect(await listSuccessors(db, UNIT.code)).toEqual([
      { counter_code: '44444', successor_code: '33333', is_merged: true },
    ]);
    expect((await listPublicEvents(db, UNIT.code)).map(({ kind }) => kind)).toEqual([
      'counter-closed',
      'counter-merged',
      'counter-reopened',
    ]);
    const acts = await sql<{ n: unknown }>`select count(*) as n from acts`.execute(db);
    expect(Number(acts.rows[0]?.n)).toBe(3);
  });
});

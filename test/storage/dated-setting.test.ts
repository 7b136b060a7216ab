import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../server/storage/database.ts';
import { MIGRATIONS, migrate } from '../../server/storage/migrate.ts';
import type { Db } from '../../server/storage/schema.ts';
import { inTransaction } from '../../server/storage/transaction.ts';
import {
  insertDatedSetting,
  listDatedSettings,
  upsertDatedSetting,
} from '../../server/unit/dated-setting.store.ts';
import { type DatedSetting, settingInForce } from '../../server/unit/dated-setting.ts';
import { insertUnit } from '../../server/unit/unit.store.ts';
import { EMPTY_PROFILE } from '../../server/unit/unit.ts';
import { DATABASES } from '../helpers/databases.ts';

const UNIT = {
  code: 'dong-son',
  official_code: null,
  ...EMPTY_PROFILE,
  name: 'UBND xã Đông Sơn',
  receiver: 'Sở Nội vụ',
  contact_phone: null,
  opened_on: '2024-01-29',
};

describe.each(DATABASES.filter(({ isSkipped }) => !isSkipped))('dated settings on $name', (database) => {
  let db: Db;
  const insert = (setting: DatedSetting, unitCode = UNIT.code) =>
    inTransaction(db, (trx) => insertDatedSetting(trx, unitCode, setting));

  beforeEach(async () => {
    db = await database.open();
    await inTransaction(db, (trx) => insertUnit(trx, UNIT));
    await inTransaction(db, (trx) => insertUnit(trx, { ...UNIT, code: 'tan-lap' }));
  });

  it('are listed oldest first, decimals to the digit, for one unit', async () => {
    await insert({ name: 'target_percent', since: '2024-07-01', value: 92.55 });
    await insert({ name: 'target_percent', since: '2024-01-01', value: 90 });
    await insert({ name: 'minimum_n', since: '2024-03-01', value: 40 });
    await insert({ name: 'target_percent', since: '2024-02-01', value: 1 }, 'tan-lap');
    expect(await listDatedSettings(db, UNIT.code)).toEqual([
      { name: 'target_percent', since: '2024-01-01', value: 90 },
      { name: 'minimum_n', since: '2024-03-01', value: 40 },
      { name: 'target_percent', since: '2024-07-01', value: 92.55 },
    ]);
  });

  it('are in force from their day to the day before the next', async () => {
    await insert({ name: 'target_percent', since: '2024-01-01', value: 90 });
    await insert({ name: 'target_percent', since: '2024-07-01', value: 92 });
    const rows = await listDatedSettings(db, UNIT.code);
    const valueOn = (day: string) => settingInForce(rows, 'target_percent', day)?.value ?? null;
    expect(['2023-12-31', '2024-01-01', '2024-06-30', '2024-07-01'].map(valueOn)).toEqual([null, 90, 90, 92]);
    expect(settingInForce(rows, 'minimum_n', '2024-06-30')).toBeNull();
  });

  it('are never overwritten: a second value of the same day is refused', async () => {
    await insert({ name: 'target_percent', since: '2024-01-01', value: 90 });
    await expect(insert({ name: 'target_percent', since: '2024-01-01', value: 10 })).rejects.toThrow();
    expect(await listDatedSettings(db, UNIT.code)).toEqual([
      { name: 'target_percent', since: '2024-01-01', value: 90 },
    ]);
  });

  it('may be replaced where nothing is judged by them', async () => {
    const sipas = { period: '2023', percent: 83.94, source: 'Báo cáo của tỉnh' };
    const put = (since: string, value: typeof sipas | null) =>
      inTransaction(db, (trx) => upsertDatedSetting(trx, UNIT.code, { name: 'sipas', since, value }));
    await put('2024-04-12', { ...sipas, percent: 38.94 });
    await put('2024-04-12', sipas);
    await put('2024-05-02', null);
    await expect(put('2024-05-03', { ...sipas, percent: 101 })).rejects.toThrow();
    expect(await listDatedSettings(db, UNIT.code)).toEqual([
      { name: 'sipas', since: '2024-04-12', value: sipas },
      { name: 'sipas', since: '2024-05-02', value: null },
    ]);
  });

  it('with a figure of others have the year that 0.2.0 stored as its period', async () => {
    const value = JSON.stringify({ year: 2022, percent: 80.08, source: 'Bộ Nội vụ' });
    await db
      .insertInto('dated_settings')
      .values({ unit_code: UNIT.code, name: 'sipas', since: '2023-05-04', value })
      .execute();
    expect((await listDatedSettings(db, UNIT.code))[0]?.value).toEqual({
      period: '2022',
      percent: 80.08,
      source: 'Bộ Nội vụ',
    });
  });

  it('are refused for a unit that is not there, or with a value that cannot be', async () => {
    const setting: DatedSetting = { name: 'target_percent', since: '2024-01-01', value: 90 };
    await expect(insert(setting, 'khong-co')).rejects.toThrow();
    for (const value of [101, -1, 90.001, Number.NaN])
      await expect(insert({ ...setting, value })).rejects.toThrow();
    await expect(insert({ ...setting, name: 'minimum_n', value: 4 })).rejects.toThrow();
    expect(await listDatedSettings(db, UNIT.code)).toEqual([]);
  });
});

describe('a database from before comments were kept by a dated setting', () => {
  it('keeps what was chosen', async () => {
    const db = await openDatabase('sqlite::memory:');
    const before = Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => name < '014'));
    await migrate(db, before);
    await sql`insert into units (code, name, receiver, opened_on) values (${UNIT.code}, ${UNIT.name}, '', '2024-01-01')`.execute(
      db,
    );
    await sql`insert into comment_retention values (${UNIT.code}, '2024-02-06', 12)`.execute(db);
    await migrate(db);
    expect(await listDatedSettings(db, UNIT.code)).toEqual([
      { name: 'comment_months', since: '2024-02-06', value: 12 },
    ]);
    await db.destroy();
  });
});

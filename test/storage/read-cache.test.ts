import SqliteConnection from 'better-sqlite3';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readSettledCached } from '../../server/storage/read-cache.ts';
import { inTransaction } from '../../server/storage/transaction.ts';
import { insertDatedSetting } from '../../server/unit/dated-setting.store.ts';
import { makeFolder } from '../helpers/temporary-folder.ts';
import { createTestApp } from '../helpers/test-app.ts';

const QUARTER_HOUR = 15 * 60_000;
let elapsed = 0;

/** Advances the monotonic clock. */
function pass(ms: number): void {
  elapsed += ms;
}

/** A server on a file, its cache of settings, and the number of reads. */
async function openServer() {
  const { now } = performance;
  const real = now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => real() + elapsed);
  const path = `${makeFolder('remembered')}/hailong.sqlite`;
  const { context } = await createTestApp({ environment: { DATABASE_URL: `sqlite:${path}` } });
  const { db } = context;
  let reads = 0;
  const read = () =>
    readSettledCached(db, 'settings', ['dated_settings'], async () => {
      reads += 1;
      return (await db.selectFrom('dated_settings').selectAll().execute()).length;
    });
  return { db, path, read, countReads: () => reads };
}

afterEach(() => {
  elapsed = 0;
  vi.restoreAllMocks();
});

describe('the cache of settled days', () => {
  it('is revalidated while no other process writes, whatever this one writes elsewhere', async () => {
    const { db, path, read, countReads } = await openServer();
    const first = await read();
    for (let quarter = 0; quarter < 3; quarter += 1) {
      pass(QUARTER_HOUR + 1);
      await db
        .updateTable('units')
        .set({ receiver: `${quarter}` })
        .execute();
      const other = new SqliteConnection(path, { readonly: true });
      other.prepare('select count(*) from units').get();
      other.close();
      expect(await read()).toBe(first);
    }
    expect(countReads()).toBe(1);
  });

  it('is reloaded within a quarter of an hour after another process wrote', async () => {
    const { path, read, countReads } = await openServer();
    const first = await read();
    pass(QUARTER_HOUR + 1);
    expect(await read()).toBe(first);
    const other = new SqliteConnection(path);
    other.exec(`insert into dated_settings (unit_code, name, since, value)
      values ('dong-son', 'minimum_n', '2030-01-01', '40')`);
    other.close();
    pass(QUARTER_HOUR - 60_000);
    expect(await read()).toBe(first);
    pass(60_001);
    expect(await read()).toBe(first + 1);
    expect(countReads()).toBe(2);
  });

  it('is invalidated at once when this process writes to its tables', async () => {
    const { db, read } = await openServer();
    const first = await read();
    pass(QUARTER_HOUR + 1);
    await read();
    await inTransaction(db, (trx) =>
      insertDatedSetting(trx, 'dong-son', { name: 'minimum_n', since: '2030-01-01', value: 40 }),
    );
    expect(await read()).toBe(first + 1);
  });
});

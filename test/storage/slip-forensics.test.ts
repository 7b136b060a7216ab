import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import SqliteConnection from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { PGliteDialect } from 'kysely-pglite-dialect';
import { describe, expect, it } from 'vitest';
import { runDailyWork } from '../../server/daily-work.ts';
import { createSeededRandom } from '../../server/lib/seeded-random.ts';
import { insertSlipBatch } from '../../server/slip/slip.store.ts';
import { hashSlipCode, makeSlipCode } from '../../server/slip/slip-code.ts';
import type { Database } from '../../server/storage/schema.ts';
import { inTransaction } from '../../server/storage/transaction.ts';
import type { Level } from '../../server/survey/definition.ts';
import { chanceTau, kendallTau } from '../helpers/rank-correlation.ts';
import { countOccurrences, inPhysicalOrder, isWrittenInKeyOrder, readCells } from '../helpers/sqlite-file.ts';
import { makeFolder } from '../helpers/temporary-folder.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

// Threat: an attacker has the database after a day is over, and knows the order in which people came and which slip
// each had. The attacker may learn that a slip was used, but not for which ballot.

const PRINTED = 200;
const USED = 103;
const BATCH = 'b'.repeat(32);

/** The position in the order of arrival, encoded in the levels of three items. */
const spell = (serial: number) =>
  Object.fromEntries(
    ['i31', 'i28', 'i25'].map((id, place) => [id, ((Math.floor(serial / 5 ** place) % 5) + 1) as Level]),
  );
const readSerial = (answers: string): number => {
  const levels = JSON.parse(answers) as Record<string, number>;
  return ['i31', 'i28', 'i25'].reduce((sum, id, place) => sum + ((levels[id] ?? 1) - 1) * 5 ** place, 0);
};

/** Submits ballots one by one, each with the next slip; returns the slips' hashes in that order. */
async function fillADay(testApp: TestApp): Promise<string[]> {
  const random = createSeededRandom('slip forensics');
  const hashes = Array.from({ length: PRINTED }, () => hashSlipCode(makeSlipCode(random)));
  const counter = testApp.counters[0]!;
  await inTransaction(testApp.context.db, (trx) =>
    insertSlipBatch(
      trx,
      {
        id: BATCH,
        unit_code: counter.unit_code,
        counter_code: counter.code,
        issued_by: 'can-bo-1',
        issued_on: '2024-01-29',
        expires_on: '2024-02-28',
        slips: PRINTED,
      },
      hashes,
    ),
  );
  for (let serial = 0; serial < USED; serial += 1) {
    const [result] = await testApp.storeMany([
      {
        channel: 'slip',
        slip: { hash: hashes[serial] as string, batch_id: BATCH },
        answers: { levels: { overall: ((serial % 5) + 1) as Level, ...spell(serial) }, why: {} },
      },
    ]);
    expect(result).toBe('stored');
  }
  return hashes.slice(0, USED);
}

async function endDay(testApp: TestApp): Promise<void> {
  testApp.setTime('2024-01-30T00:06:00+07:00');
  await runDailyWork(testApp.context);
}

const expectNoOrder = (serials: readonly number[], name: string): void => {
  expect(new Set(serials).size, name).toBe(USED);
  expect(Math.abs(kendallTau(serials)), name).toBeLessThan(chanceTau(USED));
};

describe('used slips of a day that is over', () => {
  it('say on SQLite neither when they were used nor which ballot they brought', async () => {
    const path = join(makeFolder('slip-forensics'), 'hailong.sqlite');
    const testApp = await createTestApp({
      random: createSeededRandom('slip forensics'),
      environment: { DATABASE_URL: `sqlite:${path}`, DATA_DIR: makeFolder('slip-forensics-data') },
    });
    const hashes = await fillADay(testApp);
    // During the day the WAL still reveals it: a known limit, as for ballots.
    const running = readFileSync(`${path}-wal`);
    expect(countOccurrences(running, hashes[0] as string)).toBeGreaterThan(0);
    await endDay(testApp);

    const connection = new SqliteConnection(path, { readonly: true });
    const rootOf = (table: string) =>
      (
        connection.prepare('select rootpage from sqlite_master where name = ?').get(table) as {
          rootpage: number;
        }
      ).rootpage;
    const columns = connection.prepare("select name from pragma_table_info('spent_slips')").all();
    expect(columns).toEqual([{ name: 'batch_id' }, { name: 'hash' }]);
    const cells = readCells(path, rootOf('spent_slips'));
    expect(isWrittenInKeyOrder(cells)).toBe(true);
    const serialOf = (text: string) => hashes.findIndex((hash) => text.includes(hash));
    const inFile = inPhysicalOrder(cells).map(({ payload }) => serialOf(payload.toString('latin1')));
    expectNoOrder(inFile, 'slips in the file');
    const ballots = await testApp.context.db.selectFrom('ballots').select('answers').orderBy('id').execute();
    const inBox = ballots.map(({ answers }) => readSerial(answers));
    expectNoOrder(inBox, 'ballots in the file');
    // The n-th slip does not belong to the n-th ballot.
    expectNoOrder(
      inFile.map((serial) => inBox.indexOf(serial)),
      'slips beside ballots',
    );
    connection.close();

    // The hash occurs once as printed and once as used; no older copy is left, not even in the log.
    const bytes = Buffer.concat([path, `${path}-wal`].map((file) => readFileSync(file)));
    for (const hash of hashes) expect(countOccurrences(bytes, hash), hash).toBe(2);
    expect(countOccurrences(readFileSync(`${path}-wal`), hashes[0] as string)).toBe(0);
  });

  it('have on PostgreSQL one xmin per day, which no ballot has, and are in key order', async () => {
    const db = new Kysely<Database>({ dialect: new PGliteDialect(new PGlite()) });
    const testApp = await createTestApp({ db, random: createSeededRandom('slip forensics') });
    const hashes = await fillADay(testApp);
    const read = async (table: string, told: string) =>
      (
        await sql<{ xmin: string; xmax: string; told: string }>`
          select xmin::text as xmin, xmax::text as xmax, ${sql.ref(told)} as told
          from ${sql.table(table)} order by ctid`.execute(db)
      ).rows;
    const running = await read('spent_slips', 'hash');
    expect(new Set(running.map(({ xmin }) => xmin)).size).toBe(USED);
    const printed = await read('slips', 'hash');
    await endDay(testApp);

    const spent = await read('spent_slips', 'hash');
    const marks = new Set(spent.map(({ xmin }) => xmin));
    expect([spent.length, marks.size]).toEqual([USED, 1]);
    const ballots = await read('ballots', 'answers');
    expect(ballots.some(({ xmin }) => marks.has(xmin))).toBe(false);
    expectNoOrder(
      spent.map(({ told }) => hashes.indexOf(told)),
      'slips',
    );
    expect(spent.map(({ told }) => told)).toEqual(spent.map(({ told }) => told).sort());
    // Using a slip does not touch its printed row: no lock, no new row version.
    expect(await read('slips', 'hash')).toEqual(printed);
    await testApp.close();
  });
});

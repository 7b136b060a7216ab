import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../server/lib/day.ts';
import { systemRandom } from '../../server/lib/random.ts';
import { emptyBallotBox } from '../../server/response/empty-ballot-box.ts';
import {
  type AcceptedResponse,
  type StoreResult,
  storeResponses,
} from '../../server/response/store-responses.ts';
import {
  findSlip,
  insertSlipBatch,
  listSlipBatches,
  listSlipUses,
  type SlipKey,
} from '../../server/slip/slip.store.ts';
import type { SlipBatch } from '../../server/slip/slip-batch.ts';
import type { Db } from '../../server/storage/schema.ts';
import { inTransaction } from '../../server/storage/transaction.ts';
import { createWriteBatch } from '../../server/storage/write-batch.ts';
import { loadSurveys } from '../../server/survey/load-surveys.ts';
import { firstUnitSchema, seedUnit } from '../../server/unit/seed-unit.ts';
import { DATABASES } from '../helpers/databases.ts';
import { createTestClock, type TestClock } from '../helpers/test-app.ts';

const UNIT = 'dong-son';
const MONDAY = '2024-01-29';

async function openSeeded(database: (typeof DATABASES)[number]): Promise<Db> {
  const db = await database.open();
  const first = JSON.parse(readFileSync('surveys/first-unit.json', 'utf8'));
  await seedUnit(
    { db, surveys: loadSurveys('surveys'), random: systemRandom },
    MONDAY,
    firstUnitSchema.parse(first),
  );
  return db;
}

const batchOf = (given: Partial<SlipBatch> = {}): SlipBatch => ({
  id: 'a'.repeat(32),
  unit_code: UNIT,
  counter_code: null,
  issued_by: 'giam-sat',
  issued_on: MONDAY,
  expires_on: addDays(MONDAY, 30),
  slips: 20,
  ...given,
});

const hashesOf = (batch: SlipBatch): string[] =>
  Array.from({ length: batch.slips }, (_, n) => `${batch.id.slice(0, 4)}-${n}`);

const keep = (db: Db, batch: SlipBatch): Promise<boolean> =>
  inTransaction(db, (trx) => insertSlipBatch(trx, batch, hashesOf(batch)));

let lastToken = 0;

function response(slip: SlipKey | null, token?: string): AcceptedResponse {
  lastToken += 1;
  return {
    token_hash: token ?? `slip-token-${lastToken}`,
    unit_code: UNIT,
    counter_code: 'aaaaa',
    channel: slip === null ? 'poster' : 'slip',
    survey_id: 'mot-cua-ngan',
    survey_version: 1,
    question_ids: ['overall'],
    answers: { levels: { overall: 4 }, why: {} },
    respondent: { kind: null, field: null },
    comment: null,
    set_aside: null,
    intake: null,
    slip,
  };
}

/** Stores a ballot in its own transaction, as from several processes. */
const storeAlone = async (db: Db, clock: TestClock, item: AcceptedResponse): Promise<StoreResult> => {
  const [result] = await inTransaction(db, (trx) => storeResponses(trx, clock, systemRandom, [item]));
  return result as StoreResult;
};

const countBallots = async (db: Db): Promise<number> =>
  (await db.selectFrom('ballot_box').select('id').execute()).length;

const count = (results: readonly StoreResult[], wanted: StoreResult): number =>
  results.filter((result) => result === wanted).length;

describe.each(DATABASES.filter(({ isSkipped }) => !isSkipped))('slips on $name', (database) => {
  it('are found by their hash, with what became of them', async () => {
    const db = await openSeeded(database);
    const batch = batchOf();
    expect(await keep(db, batch)).toBe(true);
    expect(await listSlipBatches(db, UNIT)).toEqual([batch]);
    expect(await findSlip(db, 'aaaa-3')).toEqual({ batch, isUsed: false });
    expect(await findSlip(db, 'aaaa-99')).toBeUndefined();
    await storeAlone(db, createTestClock(), response({ hash: 'aaaa-3', batch_id: batch.id }));
    expect(await findSlip(db, 'aaaa-3')).toEqual({ batch, isUsed: true });
    expect(await findSlip(db, 'aaaa-4')).toEqual({ batch, isUsed: false });
  });

  it('are made once, however often the same form is sent', async () => {
    const db = await openSeeded(database);
    expect(await keep(db, batchOf())).toBe(true);
    expect(await keep(db, batchOf())).toBe(false);
    expect(await db.selectFrom('slips').selectAll().execute()).toHaveLength(20);
  });

  it('store one ballot for 64 forms at once, in few commits', async () => {
    const db = await openSeeded(database);
    await keep(db, batchOf());
    const clock = createTestClock();
    const batch = createWriteBatch<AcceptedResponse, StoreResult>(db, (trx, items) =>
      storeResponses(trx, clock, systemRandom, items),
    );
    const slip = { hash: 'aaaa-0', batch_id: batchOf().id };
    const results = await Promise.all(Array.from({ length: 64 }, () => batch.add(response(slip))));
    expect([count(results, 'stored'), count(results, 'slip-used')]).toEqual([1, 63]);
    expect(await countBallots(db)).toBe(1);
  });

  it('store one ballot for 64 forms at once, each in a transaction of its own', async () => {
    const db = await openSeeded(database);
    await keep(db, batchOf());
    const clock = createTestClock();
    const slip = { hash: 'aaaa-0', batch_id: batchOf().id };
    const results = await Promise.all(
      Array.from({ length: 64 }, () => storeAlone(db, clock, response(slip))),
    );
    expect([count(results, 'stored'), count(results, 'slip-used')]).toEqual([1, 63]);
    expect(await countBallots(db)).toBe(1);
    expect(await db.selectFrom('spent_slips').selectAll().execute()).toHaveLength(1);
    // A rejected form has not used up its token, so a second attempt is not acknowledged either.
    expect(await db.selectFrom('spent_tokens').selectAll().execute()).toHaveLength(1);
  });

  it('thank the form that took them again, and no other', async () => {
    const db = await openSeeded(database);
    await keep(db, batchOf());
    const clock = createTestClock();
    const slip = { hash: 'aaaa-0', batch_id: batchOf().id };
    const own = response(slip);
    const other = response(slip);
    const twice = await Promise.all([storeAlone(db, clock, own), storeAlone(db, clock, own)]);
    expect(twice.sort()).toEqual(['counted-before', 'stored']);
    expect(await storeAlone(db, clock, other)).toBe('slip-used');
    expect(await storeAlone(db, clock, other)).toBe('slip-used');
    expect(await storeAlone(db, clock, own)).toBe('counted-before');
    expect(await countBallots(db)).toBe(1);
  });

  it('are not spent when the ballot cannot be written', async () => {
    const db = await openSeeded(database);
    await keep(db, batchOf());
    const clock = createTestClock();
    const slip = { hash: 'aaaa-0', batch_id: batchOf().id };
    const bad = { ...response(slip), survey_version: 1.5 };
    await expect(storeAlone(db, clock, bad)).rejects.toThrow();
    expect(await db.selectFrom('spent_slips').selectAll().execute()).toEqual([]);
    expect(await storeAlone(db, clock, { ...bad, survey_version: 1 })).toBe('stored');
  });

  it('are counted as used when their days are over, in groups of five, under their week', async () => {
    const db = await openSeeded(database);
    const batch = batchOf();
    await keep(db, batch);
    const clock = createTestClock();
    const use = async (from: number, n: number) => {
      for (let at = from; at < from + n; at += 1) {
        await storeAlone(db, clock, response({ hash: `aaaa-${at}`, batch_id: batch.id }));
      }
    };
    const endDay = async (day: string) => {
      clock.set(`${day}T00:10:00+07:00`);
      await emptyBallotBox(db, clock);
    };
    await use(0, 4);
    await endDay('2024-01-30');
    expect(await listSlipUses(db)).toEqual([]);
    await use(4, 3);
    expect(await listSlipUses(db)).toEqual([]);
    await endDay('2024-01-31');
    expect(await listSlipUses(db)).toEqual([{ batch_id: batch.id, week: '2024-W05', used: 7 }]);
    clock.set('2024-02-07T09:00:00+07:00');
    await use(7, 2);
    await endDay('2024-02-08');
    await endDay('2024-03-01');
    expect(await listSlipUses(db)).toHaveLength(1);
    // The slips are expired, and no form can be submitted any more.
    await endDay('2024-03-08');
    await endDay('2024-03-09');
    expect((await listSlipUses(db)).map(({ used }) => used)).toEqual([7, 2]);
    await emptyBallotBox(db, clock);
    expect((await listSlipUses(db)).map(({ used }) => used)).toEqual([7, 2]);
    expect(await db.selectFrom('spent_slips').selectAll().execute()).toHaveLength(9);
  });
});

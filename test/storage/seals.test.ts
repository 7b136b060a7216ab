import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../server/lib/day.ts';
import { systemRandom } from '../../server/lib/random.ts';
import { emptyBox } from '../../server/response/ballot.store.ts';
import { emptyBallotBox } from '../../server/response/empty-ballot-box.ts';
import { rebuildTallies } from '../../server/response/recount.ts';
import { findLastSettledDay } from '../../server/response/settled-day.store.ts';
import { storeResponses } from '../../server/response/store-responses.ts';
import { findLastSeal, listSeals } from '../../server/seal/seal.store.ts';
import { CHAIN_START, chainDay, type DaySeal } from '../../server/seal/seal.ts';
import { sealDays } from '../../server/seal/seal-days.ts';
import { verifySeals } from '../../server/seal/verify-seals.ts';
import type { Db } from '../../server/storage/schema.ts';
import { inTransaction } from '../../server/storage/transaction.ts';
import { DATABASES } from '../helpers/databases.ts';
import { digestDay } from '../helpers/digest-day.ts';
import { exportLines } from '../helpers/exported-lines.ts';
import {
  acceptedBallot,
  addUnit,
  asOwner,
  DAYS,
  fillOffice,
  resealDays,
  storeBallots,
  surveys,
  UNIT,
} from '../helpers/sealed-office.ts';
import { TAMPERINGS } from '../helpers/tamperings.ts';
import { createTestClock } from '../helpers/test-app.ts';

const allSeals = (db: Db): Promise<DaySeal[]> => listSeals(db, UNIT, '0000-00-00', '9999-99-99');
/** The day on which the tests read the office of `fillOffice`. */
const TODAY = '2024-02-03';
const findFault = async (db: Db) => (await verifySeals(db, surveys, UNIT, TODAY)).fault;

describe.each(DATABASES.filter(({ isSkipped }) => !isSkipped))('seals on $name', (database) => {
  it('are made of every finished day since the opening, days without ballots too', async () => {
    const db = await database.open();
    await fillOffice(db);
    const seals = await allSeals(db);
    expect(seals.map(({ day, ballots }) => [day, ballots])).toEqual(DAYS);
    expect(seals.map(({ sealed_on }) => sealed_on)).toEqual(DAYS.map(([day]) => addDays(day, 1)));
    let previous = CHAIN_START;
    for (const { day, digest, chain } of seals) {
      const lines = await exportLines(db, [day]);
      const ballots = lines.filter((line) => line.startsWith('{"answers":'));
      const tallies = lines.filter((line) => !line.startsWith('{"answers":'));
      expect(digestDay({ unit_code: UNIT, day, ballots, tallies })).toBe(digest);
      previous = chainDay(previous, day, digest);
      expect(chain).toBe(previous);
    }
    expect(await verifySeals(db, surveys, UNIT, TODAY)).toEqual({
      first: '2024-01-29',
      last: seals.at(-1),
      days: 5,
      fault: null,
    });
  });

  it('are the same when they are made long afterwards, as after an upgrade, also in several turns', async () => {
    const db = await database.open();
    const clock = await fillOffice(db);
    const before = await allSeals(db);
    await asOwner(db, () => db.deleteFrom('day_seals').execute());
    expect(await verifySeals(db, surveys, UNIT, TODAY)).toEqual({
      first: null,
      last: undefined,
      days: 0,
      fault: null,
    });
    clock.set('2024-02-03T09:00:00+07:00');
    const turns: number[] = [];
    for (let made = -1; made !== 0; turns.push(made)) made = await sealDays(db, clock, 2_500);
    expect(turns).toEqual([3, 2, 0]);
    expect(await allSeals(db)).toEqual(before.map((seal) => ({ ...seal, sealed_on: '2024-02-03' })));
  });

  it('catch up after the server was off, once', async () => {
    const db = await database.open();
    const clock = await fillOffice(db, false);
    clock.set('2024-02-20T08:00:00+07:00');
    await emptyBallotBox(db, clock);
    const made = await Promise.all([sealDays(db, clock), sealDays(db, clock)]);
    expect(Math.max(...made)).toBe(22);
    expect(await allSeals(db)).toHaveLength(22);
    expect(await sealDays(db, clock)).toBe(0);
    expect(await findFault(db)).toBeNull();
  });

  it('are not made of a day that has not been settled, nor before the first is', async () => {
    const db = await database.open();
    await addUnit(db, '2024-01-29');
    const clock = createTestClock('2024-01-29T08:00:00+07:00');
    await storeBallots(db, clock, 2);
    clock.set('2024-01-30T00:10:00+07:00');
    expect(await sealDays(db, clock)).toBe(0);
    await emptyBallotBox(db, clock);
    expect(await sealDays(db, clock)).toBe(1);
    expect((await allSeals(db)).map(({ day, ballots }) => [day, ballots])).toEqual([['2024-01-29', 2]]);
  });

  it('wait while a ballot of the day is still in the box', async () => {
    const db = await database.open();
    const clock = await fillOffice(db);
    clock.set('2024-02-03T09:00:00+07:00');
    await storeBallots(db, clock, 2);
    await inTransaction(db, (trx) =>
      trx.insertInto('settled_days').values({ day: '2024-02-03' }).execute().then(),
    );
    clock.set('2024-02-04T09:00:00+07:00');
    expect(await sealDays(db, clock)).toBe(0);
    await db.deleteFrom('settled_days').where('day', '=', '2024-02-03').execute();
    expect(await emptyBallotBox(db, clock)).toBe(true);
    expect(await sealDays(db, clock)).toBe(1);
    expect((await findLastSeal(db, UNIT))?.ballots).toBe(2);
  });

  it('are refused while time runs backwards, and ballots get a day that is not sealed', async () => {
    const db = await database.open();
    const clock = await fillOffice(db);
    const before = await allSeals(db);
    for (const instant of [
      '2024-02-02T23:00:00+07:00',
      '2024-01-30T12:00:00+07:00',
      '2023-12-01T00:00:00+07:00',
    ]) {
      clock.set(instant);
      await storeBallots(db, clock, 1);
      expect(await emptyBallotBox(db, clock)).toBe(false);
      expect(await sealDays(db, clock)).toBe(0);
    }
    expect(await allSeals(db)).toEqual(before);
    const late = await db.selectFrom('ballot_box').select('day').execute();
    expect(late.map(({ day }) => day)).toEqual(['2024-02-03', '2024-02-03', '2024-02-03']);
    clock.set('2024-02-04T00:10:00+07:00');
    expect(await emptyBallotBox(db, clock)).toBe(true);
    expect(await sealDays(db, clock)).toBe(1);
    expect((await findLastSeal(db, UNIT))?.ballots).toBe(3);
    expect(await findFault(db)).toBeNull();
  });

  it('keep their day from further ballots, and stay as they are', async () => {
    const db = await database.open();
    await fillOffice(db);
    const ballot = await db.selectFrom('ballots').selectAll().limit(1).executeTakeFirstOrThrow();
    for (const table of ['ballots', 'ballot_box'] as const) {
      const row = { ...ballot, id: 'f'.repeat(32), day: '2024-01-30' };
      await expect(db.insertInto(table).values(row).execute(), table).rejects.toThrow('sealed');
    }
    await expect(db.updateTable('day_seals').set({ ballots: 1 }).execute()).rejects.toThrow('append-only');
    await expect(db.deleteFrom('day_seals').execute()).rejects.toThrow('append-only');
  });

  it.each(TAMPERINGS)('show when $name', async ({ act, fault }) => {
    const db = await database.open();
    await fillOffice(db);
    await asOwner(db, () => act(db));
    expect(await findFault(db)).toEqual(fault);
  });

  it.each([
    [
      'an answer is no JSON any more',
      'ballots',
      (db: Db) => db.updateTable('ballots').set({ answers: 'x' }).where('day', '=', '2024-01-31').execute(),
    ],
    [
      'a seal is missing between others',
      'seal-missing',
      (db: Db) => db.deleteFrom('day_seals').where('day', '=', '2024-01-31').execute(),
    ],
    [
      'the number of ballots beside a seal is changed',
      'seal-count',
      (db: Db) => db.updateTable('day_seals').set({ ballots: 2 }).where('day', '=', '2024-01-31').execute(),
    ],
    [
      'a chain is changed',
      'chain',
      (db: Db) =>
        db
          .updateTable('day_seals')
          .set({ chain: 'a'.repeat(64) })
          .where('day', '=', '2024-01-31')
          .execute(),
    ],
    [
      'a ballot lies in the box of a sealed day',
      'ballots',
      async (db: Db) => {
        const row = await db.selectFrom('ballots').selectAll().limit(1).executeTakeFirstOrThrow();
        await db
          .insertInto('ballot_box')
          .values({ ...row, id: 'f'.repeat(32), day: '2024-01-31' })
          .execute();
      },
    ],
  ] as const)('show when %s', async (_, kind, act) => {
    const db = await database.open();
    await fillOffice(db);
    await asOwner(db, () => act(db));
    expect(await findFault(db)).toMatchObject({ kind, day: '2024-01-31' });
  });

  it('show the first seals gone, and ballots outside of the sealed days', async () => {
    const db = await database.open();
    await fillOffice(db);
    const row = await db.selectFrom('ballots').selectAll().limit(1).executeTakeFirstOrThrow();
    const add = (day: string) =>
      db
        .insertInto('ballots')
        .values({ ...row, id: 'f'.repeat(32), day })
        .execute();
    const remove = (day: string) => db.deleteFrom('ballots').where('day', '=', day).execute();
    await asOwner(db, async () => {
      await add('2024-02-05');
      expect(await findFault(db)).toEqual({ kind: 'extra', day: '2024-02-05' });
      await remove('2024-02-05');
      await add('2023-05-05');
      expect(await findFault(db)).toEqual({ kind: 'extra', day: '2023-05-05' });
      await remove('2023-05-05');
      expect(await findFault(db)).toBeNull();
      await db.deleteFrom('day_seals').where('day', '=', '2024-01-29').execute();
      expect(await findFault(db)).toEqual({ kind: 'extra', day: '2024-01-29' });
      await db.deleteFrom('ballots').where('day', '=', '2024-01-29').execute();
      await db.deleteFrom('tallies').where('day', '=', '2024-01-29').execute();
      expect(await findFault(db)).toEqual({ kind: 'chain', day: '2024-01-30' });
    });
  });

  it('agree with a day whose settlement was interrupted after its ballots had left the box', async () => {
    const db = await database.open();
    const clock = await fillOffice(db);
    await storeBallots(db, clock, 4);
    clock.set('2024-02-05T00:06:00+07:00');
    const check = async () => (await verifySeals(db, surveys, UNIT, dayOf(clock.now()))).fault;
    await inTransaction(db, (trx) => emptyBox(trx, systemRandom, '2024-02-03'));
    expect(await check()).toBeNull();
    expect(await emptyBallotBox(db, clock)).toBe(true);
    await sealDays(db, clock);
    expect(await check()).toBeNull();
    expect((await allSeals(db)).at(-1)).toMatchObject({ day: '2024-02-04', ballots: 0 });
    expect((await allSeals(db)).at(-2)).toMatchObject({ day: '2024-02-03', ballots: 4 });
  });

  it('agree after a repair of healthy tallies, and again after one of tallies that were changed', async () => {
    const db = await database.open();
    await fillOffice(db);
    expect(await rebuildTallies(db, surveys, UNIT)).toEqual([]);
    expect(await findFault(db)).toBeNull();
    await db
      .updateTable('tallies')
      .set({ ballots: 99, counts: '{"ballots":99,"questions":{},"chips":{},"all_equal":0,"low":{}}' })
      .where('day', '=', '2024-02-02')
      .execute();
    expect(await findFault(db)).toMatchObject({ kind: 'tallies', day: '2024-02-02' });
    expect((await rebuildTallies(db, surveys, UNIT)).length).toBeGreaterThan(0);
    expect(await findFault(db)).toBeNull();
  });
});

describe('seals recomputed by the owner of the database', () => {
  it.each(TAMPERINGS)(
    'agree again after: $name; and differ from those that were published',
    async ({ act }) => {
      const db = await DATABASES[0]!.open();
      const clock = await fillOffice(db);
      const before = await allSeals(db);
      await asOwner(db, async () => {
        await act(db);
        await resealDays(db, clock);
      });
      expect(await findFault(db)).toBeNull();
      const after = await allSeals(db);
      expect(after.at(-1)?.chain).not.toBe(before.at(-1)?.chain);
      expect(after.filter(({ digest }, at) => digest !== before[at]?.digest).length).toBeLessThanOrEqual(2);
    },
  );
});

/** Number of transactions that wait for a lock in this database. */
async function countWaiting(db: Db): Promise<number> {
  const { rows } = await sql`
    select 1 from pg_locks join pg_database on pg_database.oid = pg_locks.database
    where not granted and datname = current_database()`.execute(db);
  return rows.length;
}

describe.skipIf(DATABASES.at(-1)!.isSkipped)(
  'a submission that is held up over midnight on PostgreSQL',
  () => {
    it('keeps its day from being settled and sealed until it is in', async () => {
      const db = await DATABASES.at(-1)!.open();
      await addUnit(db, '2024-01-29');
      const evening = createTestClock('2024-01-29T23:59:59+07:00');
      const night = createTestClock('2024-01-30T00:10:00+07:00');
      let release: () => void = () => {};
      let begun: () => void = () => {};
      const isReleased = new Promise<void>((resolve) => {
        release = resolve;
      });
      const hasBegun = new Promise<void>((resolve) => {
        begun = resolve;
      });
      const submission = inTransaction(db, async (trx) => {
        await findLastSettledDay(trx);
        begun();
        await isReleased;
        return storeResponses(trx, evening, systemRandom, [acceptedBallot()]);
      });
      await hasBegun;
      let isOver = false;
      const emptying = emptyBallotBox(db, night).finally(() => {
        isOver = true;
      });
      // Until `emptyBallotBox` waits for the submission; if it does not wait, it finishes and the test fails.
      while (!isOver && (await countWaiting(db)) === 0);
      release();
      expect(await submission).toEqual(['stored']);
      expect(await emptying).toBe(false);
      expect(await findLastSettledDay(db)).toBeNull();
      expect(await emptyBallotBox(db, night)).toBe(true);
      expect(await sealDays(db, night)).toBe(1);
      expect((await findLastSeal(db, UNIT))?.ballots).toBe(1);
      expect(await db.selectFrom('ballot_box').selectAll().execute()).toEqual([]);
      expect(await findFault(db)).toBeNull();
    });
  },
);

describe('any movement of the clock', () => {
  it('no ballot gets a sealed day, what is sealed is settled, and the seals agree', async () => {
    const step = fc.record({
      // Hours since the previous step; may be negative.
      hours: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: -120, max: 200 })),
      ballots: fc.nat(3),
      ends: fc.boolean(),
      seals: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const db = await DATABASES[0]!.open();
        await addUnit(db, '2024-01-29');
        const clock = createTestClock();
        let stored = 0;
        for (const { hours, ballots, ends, seals } of steps) {
          clock.set(new Date(clock.now().getTime() + hours * 3_600_000).toISOString());
          const sealed = (await findLastSeal(db, UNIT))?.day ?? '';
          // The trigger would reject it as well; the day is correct before that.
          await storeBallots(db, clock, ballots);
          stored += ballots;
          const boxed = await db.selectFrom('ballot_box').select('day').execute();
          expect(boxed.filter(({ day }) => day <= sealed)).toEqual([]);
          if (ends) await emptyBallotBox(db, clock);
          if (seals) await sealDays(db, clock);
          const last = await findLastSeal(db, UNIT);
          expect((last?.day ?? '') <= ((await findLastSettledDay(db)) ?? '')).toBe(true);
          expect(last === undefined || last.day >= sealed).toBe(true);
        }
        clock.set(`${addDays(dayOf(clock.now()), 200)}T08:00:00+07:00`);
        await emptyBallotBox(db, clock);
        await sealDays(db, clock, Number.POSITIVE_INFINITY);
        const seals = await allSeals(db);
        expect(seals.reduce((sum, { ballots }) => sum + ballots, 0)).toBe(stored);
        expect(await findFault(db)).toBeNull();
        await db.destroy();
      }),
      { numRuns: 15 },
    );
  });
});

import fc from 'fast-check';
import type { KyselyPlugin } from 'kysely';
import { describe, expect, it } from 'vitest';
import { addDays, listDays } from '../../server/lib/day.ts';
import { emptyBallotBox } from '../../server/response/empty-ballot-box.ts';
import { recount } from '../../server/response/recount.ts';
import { exportDays } from '../../server/seal/read-day.ts';
import { listSeals } from '../../server/seal/seal.store.ts';
import { sealDays } from '../../server/seal/seal-days.ts';
import { verifySeals } from '../../server/seal/verify-seals.ts';
import type { Db } from '../../server/storage/schema.ts';
import { DATABASES } from '../helpers/databases.ts';
import { digestDay } from '../helpers/digest-day.ts';
import { exportLines } from '../helpers/exported-lines.ts';
import { addUnit, asOwner, DAYS, fillOffice, storeBallots, surveys, UNIT } from '../helpers/sealed-office.ts';
import { createTestClock } from '../helpers/test-app.ts';

const FIRST = DAYS[0]![0];
const isBallot = (line: string): boolean => line.startsWith('{"answers":');
const dayIn = (line: string): string => JSON.parse(line).day;

async function fillDays(db: Db, counts: readonly number[]): Promise<string[]> {
  await addUnit(db, FIRST);
  const clock = createTestClock();
  const days = counts.map((_, index) => addDays(FIRST, index));
  for (const [index, day] of days.entries()) {
    clock.set(`${day}T08:00:00+07:00`);
    await storeBallots(db, clock, counts[index]!);
    clock.set(`${addDays(day, 1)}T00:10:00+07:00`);
    await emptyBallotBox(db, clock);
    await sealDays(db, clock);
  }
  return days;
}

/** Checks that the exported lines match the days and hash to the sealed digests. */
async function expectWhole(db: Db, days: readonly string[]): Promise<void> {
  const lines = await exportLines(db, days);
  const single: string[][] = [];
  for (const day of days) single.push(await exportLines(db, [day]));
  expect(lines).toEqual(single.flat());
  const seals = await listSeals(db, UNIT, days[0]!, days.at(-1)!);
  expect(seals).toHaveLength(days.length);
  for (const { day, digest, ballots } of seals) {
    const ofDay = lines.filter((line) => dayIn(line) === day);
    expect(ofDay.filter(isBallot)).toHaveLength(ballots);
    const content = { ballots: ofDay.filter(isBallot), tallies: ofDay.filter((line) => !isBallot(line)) };
    expect(digestDay({ unit_code: UNIT, day, ...content })).toBe(digest);
  }
}

/** Counts statements and the largest number of rows that one returned. */
function watch(db: Db) {
  const seen = { statements: 0, mostRows: 0 };
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      seen.statements += 1;
      seen.mostRows = Math.max(seen.mostRows, result.rows.length);
      return result;
    },
  };
  return { db: db.withPlugin(plugin), seen };
}

describe.each(DATABASES.filter(({ isSkipped }) => !isSkipped))('an export on $name', (database) => {
  it('of a range has the lines of each day one after the other, which give the sealed digests', async () => {
    const db = await database.open();
    await fillOffice(db);
    await expectWhole(
      db,
      DAYS.map(([day]) => day),
    );
  });

  it('reads a day of many ballots in pages, each ballot once and in order of ids', async () => {
    const db = await database.open();
    // The page size is 250: one day ends with a full page.
    const days = await fillDays(db, [500, 1, 801]);
    await expectWhole(db, days);
    const ballots = (await exportLines(db, days)).filter(isBallot);
    expect(new Set(ballots.map((line) => JSON.parse(line).id)).size).toBe(1_302);
    const keys = ballots.map((line) => `${dayIn(line)} ${JSON.parse(line).id}`);
    expect(keys).toEqual(keys.toSorted());
    const watched = watch(db);
    await exportLines(watched.db, days);
    expect(watched.seen.mostRows).toBe(250);
    const verifying = watch(db);
    expect((await verifySeals(verifying.db, surveys, UNIT, '2026-11-30')).fault).toBeNull();
    expect(verifying.seen.mostRows).toBe(250);
    const recounting = watch(db);
    expect(await recount(recounting.db, surveys, UNIT)).toEqual([]);
    expect(recounting.seen.mostRows).toBe(250);
  });

  it('reads no more than was asked for', async () => {
    const db = await database.open();
    const days = await fillDays(db, [300, 3, 3]);
    const watched = watch(db);
    const parts = exportDays(watched.db, UNIT, days);
    expect((await parts.next()).value).toMatchObject({ ballots: 250 });
    expect(watched.seen.statements).toBe(1);
    await parts.return();
    expect(watched.seen.statements).toBe(1);
  });

  it('shows a ballot that was put into the box of a sealed day, also under an id that is there already', async () => {
    const db = await database.open();
    await fillDays(db, [500]);
    const [last] = await db.selectFrom('ballots').selectAll().orderBy('id', 'desc').limit(1).execute();
    await asOwner(db, () => db.insertInto('ballot_box').values(last!).execute());
    expect((await exportLines(db, [FIRST])).filter(isBallot)).toHaveLength(501);
    const { fault } = await verifySeals(db, surveys, UNIT, '2026-11-30');
    expect(fault).toEqual({ kind: 'ballots', day: FIRST, sealed: 500, found: 501 });
  });
});

describe('any history of days', () => {
  it('a range’s lines are those of its days, and give the sealed digests', async () => {
    const counts = fc.array(fc.oneof(fc.nat(4), fc.constant(0)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(counts, fc.nat(7), fc.nat(7), async (given, one, other) => {
        const db = await DATABASES[0]!.open();
        await fillDays(db, given);
        const [from, to] = [one % given.length, other % given.length].sort((a, b) => a - b);
        await expectWhole(db, listDays(addDays(FIRST, from!), addDays(FIRST, to!)));
        await db.destroy();
      }),
      { numRuns: 15 },
    );
  });
});

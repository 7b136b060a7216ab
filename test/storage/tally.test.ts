import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../server/lib/day.ts';
import { inTransaction } from '../../server/storage/transaction.ts';
import type { Level } from '../../server/survey/definition.ts';
import { type CellTally, cellKey } from '../../server/tally/cell.ts';
import {
  addToTallies,
  listCounterDays,
  listTallies,
  replaceTallies,
} from '../../server/tally/tally.store.ts';
import { mergeTallies, type Tally, tallyOf } from '../../server/tally/tally.ts';
import { DATABASES } from '../helpers/databases.ts';

const ASKED = ['overall', 'i25'];
const DAY = '2024-01-29';

const tally = (overall: Level, i25: Level | 'na'): Tally =>
  tallyOf({ levels: { overall, i25 }, why: { i25: ['seats'] } }, ASKED);

const row = (given: Partial<CellTally> = {}): CellTally => ({
  unit_code: 'dong-son',
  day: DAY,
  counter_code: 'aaaaa',
  channel: 'poster',
  survey_id: 'mot-cua-ngan',
  survey_version: 1,
  set_aside: '',
  tally: tally(5, 4),
  ...given,
});

const byCell = (rows: readonly CellTally[]): Record<string, Tally> =>
  Object.fromEntries(rows.map((found) => [`${found.day}\n${cellKey(found)}`, found.tally]));

describe.each(DATABASES.filter(({ isSkipped }) => !isSkipped))('tallies on $name', (database) => {
  it('add up in their cell, and other cells stay as they are', async () => {
    const db = await database.open();
    const other = row({ set_aside: 'burst', tally: tally(1, 'na') });
    await inTransaction(db, (trx) => addToTallies(trx, [row(), other]));
    await inTransaction(db, (trx) => addToTallies(trx, [row({ tally: tally(2, 1) })]));
    expect(byCell(await listTallies(db, 'dong-son', DAY, DAY))).toEqual(
      byCell([row({ tally: mergeTallies(tally(5, 4), tally(2, 1)) }), other]),
    );
  });

  it('do not depend on the order and batching of ballots', async () => {
    const someRow = fc.record({
      counter_code: fc.constantFrom('aaaaa', 'bbbbb'),
      day: fc.constantFrom(DAY, addDays(DAY, 1)),
      set_aside: fc.constantFrom('', 'burst'),
      overall: fc.constantFrom<Level>(1, 3, 5),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(someRow, { minLength: 1, maxLength: 8 }), async (cells) => {
        const db = await database.open();
        const rows = cells.map(({ overall, ...cell }) => row({ ...cell, tally: tally(overall, 'na') }));
        for (const single of rows) await inTransaction(db, (trx) => addToTallies(trx, [single]));
        const expected = new Map<string, CellTally>();
        for (const single of [...rows].reverse()) {
          const key = `${single.day}\n${cellKey(single)}`;
          const known = expected.get(key);
          expected.set(key, known ? { ...single, tally: mergeTallies(known.tally, single.tally) } : single);
        }
        const stored = await listTallies(db, 'dong-son', DAY, addDays(DAY, 1));
        expect(byCell(stored)).toEqual(byCell([...expected.values()]));
        const { total } = await db
          .selectFrom('tallies')
          .select((eb) => eb.fn.sum('ballots').as('total'))
          .executeTakeFirstOrThrow();
        expect(Number(total)).toBe(rows.length);
      }),
      { numRuns: 5 },
    );
  });

  it('lose nothing when concurrent transactions add to the same cell', async () => {
    const db = await database.open();
    await Promise.all(
      Array.from({ length: 24 }, (_, index) =>
        inTransaction(db, (trx) =>
          addToTallies(trx, [row(), row({ counter_code: index % 2 === 0 ? 'bbbbb' : 'ccccc' })]),
        ),
      ),
    );
    const counts = (await listTallies(db, 'dong-son', DAY, DAY)).map((found) => [
      found.counter_code,
      found.tally.ballots,
    ]);
    expect(Object.fromEntries(counts)).toEqual({ aaaaa: 24, bbbbb: 12, ccccc: 12 });
  });

  it('are listed for a unit and days, both ends included, in the order of days', async () => {
    const db = await database.open();
    const days = ['2024-01-28', '2024-02-01', '2024-01-31', '2024-01-29', '2024-02-02'];
    await inTransaction(db, async (trx) => {
      await addToTallies(trx, [...days.map((day) => row({ day })), row({ unit_code: 'tan-lap' })]);
    });
    const listed = await listTallies(db, 'dong-son', '2024-01-29', '2024-02-01');
    expect(listed.map(({ day }) => day)).toEqual(['2024-01-29', '2024-01-31', '2024-02-01']);
    expect(listed.map(({ tally: { ballots } }) => ballots)).toEqual([1, 1, 1]);
  });

  it('are counted by day and counter, those set aside apart', async () => {
    const db = await database.open();
    await inTransaction(db, async (trx) => {
      await addToTallies(trx, [row(), row({ channel: 'slip' }), row({ set_aside: 'burst' })]);
      await addToTallies(trx, [
        row({ counter_code: 'bbbbb', set_aside: 'burst' }),
        row({ day: '2024-02-09' }),
      ]);
    });
    const days = await listCounterDays(db, 'dong-son', DAY, DAY);
    expect(days.sort((a, b) => (a.counter_code < b.counter_code ? -1 : 1))).toEqual([
      { day: DAY, counter_code: 'aaaaa', counted: 2, set_aside: 1 },
      { day: DAY, counter_code: 'bbbbb', counted: 0, set_aside: 1 },
    ]);
  });

  it('are replaced for one unit and unchanged for others', async () => {
    const db = await database.open();
    await inTransaction(db, (trx) => addToTallies(trx, [row(), row({ unit_code: 'tan-lap' })]));
    const fresh = row({ counter_code: 'bbbbb' });
    await inTransaction(db, (trx) => replaceTallies(trx, 'dong-son', [fresh]));
    expect(byCell(await listTallies(db, 'dong-son', DAY, DAY))).toEqual(byCell([fresh]));
    expect(await listTallies(db, 'tan-lap', DAY, DAY)).toHaveLength(1);
  });

  it('are undone with their transaction', async () => {
    const db = await database.open();
    const failing = inTransaction(db, async (trx) => {
      await addToTallies(trx, [row()]);
      throw new Error('power cut');
    });
    await expect(failing).rejects.toThrow('power cut');
    expect(await listTallies(db, 'dong-son', DAY, DAY)).toEqual([]);
  });
});

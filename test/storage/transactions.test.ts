import { describe, expect, it } from 'vitest';
import { dayOf } from '../../server/lib/day.ts';
import { systemRandom } from '../../server/lib/random.ts';
import type { Db } from '../../server/storage/schema.ts';
import { enterTransactions } from '../../server/transactions/enter-transactions.ts';
import { listCorrections, listEntryRevisions } from '../../server/transactions/entry.store.ts';
import { insertCounter } from '../../server/unit/counter.store.ts';
import { listPublicEvents } from '../../server/unit/public-event.store.ts';
import { insertUnit } from '../../server/unit/unit.store.ts';
import type { Unit } from '../../server/unit/unit.ts';
import { EMPTY_PROFILE } from '../../server/unit/unit.ts';
import { DATABASES } from '../helpers/databases.ts';
import { createTestClock } from '../helpers/test-app.ts';

const UNIT: Unit = {
  code: 'dong-son',
  official_code: null,
  ...EMPTY_PROFILE,
  name: 'UBND xã Đông Sơn',
  receiver: 'Sở Nội vụ',
  contact_phone: null,
  opened_on: '2024-01-01',
};
const STAFF = { id: 'f'.repeat(32), name: 'mot-cua', counters: null };

async function prepare(db: Db) {
  const clock = createTestClock('2024-02-05T17:00:00+07:00');
  await db.transaction().execute(async (trx) => {
    await insertUnit(trx, UNIT);
    await insertCounter(trx, {
      code: 'k7mpx',
      unit_code: UNIT.code,
      position: 1,
      name: 'Quầy 1',
      channel: 'poster',
      field: null,
      is_open: true,
    });
  });
  const parts = { db, clock, random: systemRandom };
  const enter = (from: string, to: string, counter: string | null, n: number | null) =>
    enterTransactions(parts, UNIT, STAFF, [{ from, to, counter, n }], 'typed');
  const kinds = async () =>
    (await db.selectFrom('acts').select('kind').orderBy('at').execute()).map((act) => act.kind);
  return { clock, parts, enter, kinds };
}

describe.each(DATABASES.filter(({ isSkipped }) => !isSkipped))('transactions on $name', ({ open }) => {
  it('show somebody the corrections of their own counters, however many others there are', async () => {
    const db = await open();
    const { clock, enter } = await prepare(db);
    await enter('2024-02-01', '2024-02-01', 'k7mpx', 5);
    await enter('2024-02-02', '2024-02-02', null, 8);
    clock.set('2024-02-06T09:00:00+07:00');
    await enter('2024-02-01', '2024-02-01', 'k7mpx', 6);
    clock.set('2024-02-07T09:00:00+07:00');
    await enter('2024-02-02', '2024-02-02', null, 9);
    const seenBy = async (counters: readonly string[] | null) =>
      (await listCorrections(db, UNIT.code, counters, 1)).map(({ before, after }) => [before, after.n]);
    expect(await seenBy(null)).toEqual([[8, 9]]);
    expect(await seenBy(['k7mpx'])).toEqual([[5, 6]]);
    expect(await seenBy(['zzzzz'])).toEqual([]);
    expect(await seenBy([])).toEqual([]);
  });

  it('keep every revision, and count the last', async () => {
    const db = await open();
    const { clock, enter, kinds } = await prepare(db);
    expect(await enter('2024-02-05', '2024-02-05', 'k7mpx', 12)).toMatchObject({ outcome: 'kept', kept: 1 });
    expect(await enter('2024-02-05', '2024-02-05', 'k7mpx', 12)).toMatchObject({ outcome: 'kept', kept: 0 });
    clock.set('2024-02-06T09:00:00+07:00');
    await enter('2024-02-05', '2024-02-05', 'k7mpx', 14);
    clock.set('2024-02-13T09:00:00+07:00');
    await enter('2024-02-05', '2024-02-05', 'k7mpx', null);
    const revisions = await listEntryRevisions(db, UNIT.code, '2024-02-05', '2024-02-05');
    expect(revisions.map(({ revision, n, enteredAt }) => [revision, n, enteredAt.slice(0, 10)])).toEqual([
      [1, 12, '2024-02-05'],
      [2, 14, '2024-02-06'],
      [3, null, '2024-02-13'],
    ]);
    const corrections = await listCorrections(db, UNIT.code, null, 10);
    expect(corrections.map(({ before, after }) => [before, after.n, after.actorName])).toEqual([
      [14, null, 'mot-cua'],
      [12, 14, 'mot-cua'],
    ]);
    expect(await kinds()).toEqual([
      'transactions-entered',
      'transactions-corrected',
      'transactions-corrected',
    ]);
    // The first correction came within the week, before any figure was published.
    expect(await listPublicEvents(db, UNIT.code)).toEqual([
      {
        day: dayOf(clock.now()),
        kind: 'transactions-corrected',
        params: { from: '2024-02-05', to: '2024-02-05', entries: 1, before: 14, after: 0 },
      },
    ]);
  });

  it('find numbers by any day that they share, of this unit alone', async () => {
    const db = await open();
    const { enter } = await prepare(db);
    await enter('2024-01-22', '2024-01-28', null, 60);
    await enter('2024-01-29', '2024-01-29', 'k7mpx', 5);
    const found = async (from: string, to: string) =>
      (await listEntryRevisions(db, UNIT.code, from, to)).map(({ n, counter }) => [n, counter]);
    expect(await found('2024-01-28', '2024-01-29')).toEqual([
      [60, null],
      [5, 'k7mpx'],
    ]);
    expect(await found('2024-01-01', '2024-01-21')).toEqual([]);
    expect(await listEntryRevisions(db, 'another', '2024-01-01', '2024-12-31')).toEqual([]);
  });

  it('are stored all or none', async () => {
    const db = await open();
    const { parts, enter, kinds } = await prepare(db);
    await enter('2024-01-22', '2024-01-28', null, 60);
    const result = await enterTransactions(
      parts,
      UNIT,
      STAFF,
      [
        { from: '2024-01-29', to: '2024-01-29', counter: 'k7mpx', n: 5 },
        { from: '2024-01-23', to: '2024-01-23', counter: 'k7mpx', n: 5 },
      ],
      'imported',
    );
    expect(result).toMatchObject({ outcome: 'faults', faults: [{ code: 'overlap' }] });
    expect(await listEntryRevisions(db, UNIT.code, '2024-01-01', '2024-12-31')).toHaveLength(1);
    expect(await kinds()).toEqual(['transactions-entered']);
  });

  it('are not written if somebody else changed them meanwhile', async () => {
    const db = await open();
    const { parts, enter } = await prepare(db);
    const seen = { from: '2024-01-29', to: '2024-02-04', revisions: 0 };
    await enter('2024-01-29', '2024-01-29', 'k7mpx', 5);
    const mine = [{ from: '2024-01-29', to: '2024-01-29', counter: 'k7mpx', n: 6 }];
    expect(await enterTransactions(parts, UNIT, STAFF, mine, 'typed', seen)).toEqual({
      outcome: 'changed-meanwhile',
    });
    expect(
      await enterTransactions(parts, UNIT, STAFF, mine, 'typed', { ...seen, revisions: 1 }),
    ).toMatchObject({ outcome: 'kept' });
  });

  it('of two concurrent people never overlap', async () => {
    const db = await open();
    const { enter } = await prepare(db);
    const results = await Promise.all([
      enter('2024-01-29', '2024-02-04', null, 60),
      enter('2024-01-30', '2024-01-30', 'k7mpx', 5),
    ]);
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['faults', 'kept']);
  });

  it('are neither changed nor deleted', async () => {
    const db = await open();
    const { enter } = await prepare(db);
    await enter('2024-01-29', '2024-01-29', 'k7mpx', 5);
    await expect(db.updateTable('transaction_entries').set({ n: 6 }).execute()).rejects.toThrow();
    await expect(db.deleteFrom('transaction_entries').execute()).rejects.toThrow();
  });

  it('are many at once', async () => {
    const db = await open();
    const { parts } = await prepare(db);
    const days = Array.from({ length: 1_100 }, (_, i) => {
      const at = new Date(Date.parse('2024-01-01T00:00:00Z') - i * 86_400_000).toISOString().slice(0, 10);
      return { from: at, to: at, counter: 'k7mpx', n: i };
    });
    const unit = { ...UNIT, opened_on: '2020-01-01' };
    expect(await enterTransactions(parts, unit, STAFF, days, 'imported')).toMatchObject({
      outcome: 'kept',
      kept: 1_100,
    });
  });
});

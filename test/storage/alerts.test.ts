import { beforeAll, describe, expect, it } from 'vitest';
import { loadAlerts } from '../../server/alert/load-alerts.ts';
import { addDays, type Day, listDays } from '../../server/lib/day.ts';
import { parsePeriod } from '../../server/period/period.ts';
import type { Db } from '../../server/storage/schema.ts';
import { inTransaction } from '../../server/storage/transaction.ts';
import { addToTallies, listDayCounts } from '../../server/tally/tally.store.ts';
import { EMPTY_TALLY } from '../../server/tally/tally.ts';
import { insertEntryRevisions } from '../../server/transactions/entry.store.ts';
import { addToIntakeCounts } from '../../server/trust/intake-count.store.ts';
import { countHours } from '../../server/trust/odd-hours.ts';
import { insertCounter } from '../../server/unit/counter.store.ts';
import { insertUnit } from '../../server/unit/unit.store.ts';
import type { Unit } from '../../server/unit/unit.ts';
import { EMPTY_PROFILE } from '../../server/unit/unit.ts';
import { isWeekday } from '../helpers/alert-days.ts';
import { DATABASES } from '../helpers/databases.ts';

const FIRST: Day = '2024-01-01';
/** The unusual day: the Monday after four usual weeks. */
const ODD_DAY: Day = '2024-01-29';
const WEEK = '2024-W05';
const UNIT: Unit = {
  code: 'dong-son',
  official_code: null,
  ...EMPTY_PROFILE,
  name: 'UBND xã Đông Sơn',
  receiver: 'Sở Nội vụ',
  contact_phone: null,
  opened_on: FIRST,
};

const ballots = (day: Day, counter: string, n: number, set_aside = '') => ({
  unit_code: UNIT.code,
  day,
  counter_code: counter,
  channel: 'poster' as const,
  survey_id: 'mot-cua-ngan',
  survey_version: 1,
  set_aside,
  tally: { ...EMPTY_TALLY, ballots: n },
});

const revision = (from: Day, to: Day, n: number, enteredAt: string, given = 1) => ({
  from,
  to,
  counter: null,
  n,
  revision: given,
  source: 'typed' as const,
  enteredAt,
  actorName: 'can-bo',
});

for (const database of DATABASES) {
  describe.skipIf(database.isSkipped)(`alerts on ${database.name}`, () => {
    let db: Db;

    /** Two counters, the second closed: four usual weeks, then an anomalous day. Each test adds to it. */
    beforeAll(async () => {
      db = await database.open();
      await inTransaction(db, async (trx) => {
        await insertUnit(trx, UNIT);
        for (const [index, code] of ['aaaaa', 'bbbbb'].entries())
          await insertCounter(trx, {
            code,
            unit_code: UNIT.code,
            position: index + 1,
            name: code,
            channel: 'poster',
            field: null,
            is_open: index === 0,
          });
        const days = listDays(FIRST, addDays(ODD_DAY, -1)).filter(isWeekday);
        await addToTallies(
          trx,
          days.flatMap((day) => [ballots(day, 'aaaaa', 10), ballots(day, 'bbbbb', 12)]),
        );
        await addToTallies(trx, [ballots(ODD_DAY, 'aaaaa', 55), ballots(ODD_DAY, 'aaaaa', 5, 'burst')]);
      });
    });

    const find = async (now: string, period = WEEK) =>
      (await loadAlerts(db, UNIT, parsePeriod(period) as never, new Date(now))).map(
        ({ id, counter, from, to, observed, expected }) => [id, counter, from, to, observed, expected],
      );

    it('count ballots by day, counter and channel: received whatever became of them, and counted', async () => {
      const day = { day: ODD_DAY, counter: 'aaaaa' };
      expect(await listDayCounts(db, UNIT.code, ODD_DAY, addDays(ODD_DAY, 9))).toEqual([
        { ...day, channel: 'poster', received: 60, counted: 55 },
      ]);
      const isRolledBack = await inTransaction(db, async (trx) => {
        await addToTallies(trx, [{ ...ballots(ODD_DAY, 'aaaaa', 1), channel: 'slip' }]);
        const found = await listDayCounts(trx, UNIT.code, ODD_DAY, ODD_DAY);
        expect(found).toHaveLength(2);
        expect(found).toContainEqual({ ...day, channel: 'slip', received: 1, counted: 1 });
        throw new Error('rolled back');
      }).catch((error: Error) => error.message === 'rolled back');
      expect(isRolledBack).toBe(true);
      expect(await listDayCounts(db, UNIT.code, FIRST, FIRST)).toHaveLength(2);
      expect(await listDayCounts(db, 'other', FIRST, ODD_DAY)).toEqual([]);
    });

    it('are of finished days, and a closed counter may be silent', async () => {
      expect(await find('2024-01-29T23:59:00+07:00')).toEqual([]);
      const rise = ['sudden-rise', null, ODD_DAY, ODD_DAY, 60, 22];
      const ofCounter = ['sudden-rise', 'aaaaa', ODD_DAY, ODD_DAY, 60, 10];
      expect(await find('2024-01-30T00:00:00+07:00')).toEqual([rise, ofCounter]);
      const open = (is_open: number) =>
        db.updateTable('counters').set({ is_open }).where('code', '=', 'bbbbb').execute();
      await open(1);
      const silent = ['silent-counter', 'bbbbb', ODD_DAY, ODD_DAY, 0, 12];
      expect(await find('2024-01-30T00:00:00+07:00')).toEqual([rise, ofCounter, silent]);
      await open(0);
      expect(await find('2024-01-30T00:00:00+07:00', '2024-W04')).toEqual([]);
    });

    it('do not use days before the first day of the unit, nor at days that were not counted', async () => {
      const late = { ...UNIT, opened_on: '2024-01-15' };
      const period = parsePeriod(WEEK) as never;
      expect(await loadAlerts(db, late, period, new Date('2024-01-30T08:00:00+07:00'))).toEqual([]);
      const odd = countHours(Array.from({ length: 50 }, () => ({ isOdd: true, isSlip: false })));
      const ordinary = countHours([{ isOdd: false, isSlip: false }]);
      const oddHours = async () =>
        (await find('2024-01-30T08:00:00+07:00')).filter(([id]) => id === 'odd-hours');
      await inTransaction(db, (trx) => addToIntakeCounts(trx, UNIT.code, ODD_DAY, odd));
      expect(await oddHours()).toEqual([]);
      await inTransaction(db, (trx) => addToIntakeCounts(trx, UNIT.code, FIRST, ordinary));
      expect(await oddHours()).toEqual([['odd-hours', null, ODD_DAY, ODD_DAY, 50, 0]]);
    });

    it('take transactions by day, week and total, corrected ones as they were when the period closed', async () => {
      const sunday = addDays(ODD_DAY, 6);
      const enter = (...revisions: ReturnType<typeof revision>[]) =>
        inTransaction(db, (trx) => insertEntryRevisions(trx, UNIT.code, revisions));
      const early = '2024-02-05T08:00:00+07:00';
      const late = '2024-02-12T08:00:00+07:00';
      const excess = async (now: string, period?: string) =>
        (await find(now, period)).filter(([id]) => id === 'more-than-transactions');
      await enter(
        revision(ODD_DAY, sunday, 30, early),
        revision('2024-01-09', '2024-01-12', 80, '2024-01-16T08:00:00+07:00'),
        revision('2024-01-15', '2024-01-15', 5, '2024-01-16T08:00:00+07:00'),
      );
      const wrong = [['more-than-transactions', null, ODD_DAY, sunday, 55, 30]];
      expect(await excess(early)).toEqual(wrong);
      expect(await excess(late, '2024-W02')).toEqual([
        ['more-than-transactions', null, '2024-01-09', '2024-01-12', 88, 80],
      ]);
      expect(await excess(late, '2024-W03')).toEqual([
        ['more-than-transactions', null, '2024-01-15', '2024-01-15', 22, 5],
      ]);
      // The week closed on 10 February; the month is still open.
      expect(await excess(late, '2024-02')).toEqual(wrong);
      await enter(revision(ODD_DAY, sunday, 90, '2024-02-11T08:00:00+07:00', 2));
      expect(await excess(late)).toEqual(wrong);
      expect(await excess(late, '2024-02')).toEqual([]);
    });
  });
}

import { describe, expect, it } from 'vitest';
import { addDays } from '../../server/lib/day.ts';
import { type NamedPeriod, parsePeriod } from '../../server/period/period.ts';
import { closePeriods } from '../../server/reporting/close-periods.ts';
import { findClosedReport, insertClosedReport } from '../../server/reporting/closed-report.store.ts';
import type { Report } from '../../server/reporting/report.v1.ts';
import { createReportReader } from '../../server/reporting/report-reader.ts';
import { emptyBallotBox } from '../../server/response/empty-ballot-box.ts';
import { loadLeaderView } from '../../server/results/load-leader-view.ts';
import { loadPublicView } from '../../server/results/load-public-view.ts';
import { loadWeekView } from '../../server/results/load-week-view.ts';
import { sealDays } from '../../server/seal/seal-days.ts';
import type { Db, Trx } from '../../server/storage/schema.ts';
import { inTransaction } from '../../server/storage/transaction.ts';
import { insertEntryRevisions } from '../../server/transactions/entry.store.ts';
import { updateCounter } from '../../server/unit/counter.store.ts';
import { insertDatedSetting } from '../../server/unit/dated-setting.store.ts';
import { getMainUnit } from '../../server/unit/main-unit.ts';
import { createSettledOffice, FIRST, TODAY } from '../helpers/settled-office.ts';
import type { TestApp } from '../helpers/test-app.ts';

const PERIODS = ['2024', 'BC-2024', 'BC-2024-Q4', '2024-12', '2024-W48', '2024-W49'];

/** Everything computed from finished days. */
async function readAll({ context, counters }: TestApp, db: Db): Promise<unknown> {
  const { surveys, clock } = context;
  const unit = await getMainUnit(db);
  const now = clock.now();
  const periods = PERIODS.map((id) => parsePeriod(id) as NamedPeriod);
  const bodies: string[] = [];
  for (const period of periods)
    bodies.push(await createReportReader(db, surveys, unit, now).loadBody(period));
  return {
    bodies: bodies.map((body) => JSON.parse(body) as unknown),
    leader: await loadLeaderView(db, surveys, unit, now, null),
    public: await loadPublicView(db, surveys, unit, now, null),
    week: await loadWeekView(db, surveys, unit, now, periods[5] as NamedPeriod, null),
    counterWeek: await loadWeekView(db, surveys, unit, now, null, counters[1]!.code),
  };
}

/** Reads through the cache and without it; both results must be equal. */
async function readBoth(app: TestApp): Promise<string> {
  const { db } = app.context;
  const remembered = await readAll(app, db);
  expect(remembered).toEqual(await readAll(app, db.withoutPlugins()));
  return JSON.stringify(remembered);
}

type Step = (app: TestApp) => Promise<unknown>;
const write =
  (change: (trx: Trx, app: TestApp) => Promise<unknown>): Step =>
  (app) =>
    inTransaction(app.context.db, (trx) => change(trx, app));

/** Days after which the figures are compared. Transactions of last week can still be entered. */
const LAST_WEEK = ['2024-11-25', '2024-11-26', '2024-11-27', '2024-11-28', '2024-11-29', '2024-11-30'];

const STEPS: readonly (readonly [string, Step])[] = [
  ['a ballot', (app) => app.storeMany([{ counter_code: app.counters[0]!.code }])],
  ['ballots that fill a group', (app) => app.storeMany(Array.from({ length: 7 }, () => ({ overall: 2 })))],
  [
    'ballots that are set aside',
    (app) => app.storeMany(Array.from({ length: 6 }, () => ({ set_aside: 'repeat-device' }))),
  ],
  [
    'numbers of transactions',
    write((trx) =>
      insertEntryRevisions(
        trx,
        'dong-son',
        LAST_WEEK.map((day) => ({
          from: day,
          to: day,
          counter: null,
          n: 5,
          revision: 1,
          source: 'typed',
          enteredAt: `${TODAY}T09:00:00+07:00`,
          actorName: 'A',
        })),
      ),
    ),
  ],
  [
    'a target',
    write((trx) => insertDatedSetting(trx, 'dong-son', { name: 'target_percent', since: FIRST, value: 97 })),
  ],
  [
    'another least number',
    write((trx) => insertDatedSetting(trx, 'dong-son', { name: 'minimum_n', since: FIRST, value: 2_000 })),
  ],
  [
    'a counter that is renamed',
    write((trx, { counters }) => updateCounter(trx, counters[2]!.code, { name: 'Quầy mới', field: null })),
  ],
  [
    'a counter that is closed',
    write((trx, { counters }) => updateCounter(trx, counters[2]!.code, { is_open: false })),
  ],
  ['a unit that is renamed', write((trx) => trx.updateTable('units').set({ name: 'Xã mới' }).execute())],
  [
    'a corrected report',
    write(async (trx) => {
      const known = (await findClosedReport(trx, 'dong-son', '2024-W40'))!;
      const report = JSON.parse(known.body) as Report;
      const indicator = { ...report.indicator, percent: 12.5 };
      const body = JSON.stringify({ ...report, revision: 2, replaces: 1, indicator });
      await insertClosedReport(trx, { ...known, revision: 2, body });
    }),
  ],
  [
    'counts that are put right',
    write((trx) =>
      trx.deleteFrom('tallies').where('day', '<', TODAY).where('day', '>', addDays(TODAY, -5)).execute(),
    ),
  ],
  [
    'the next day',
    async ({ setTime, storeMany }) => {
      setTime(`${addDays(TODAY, 1)}T08:00:00+07:00`);
      await storeMany(Array.from({ length: 9 }, () => ({ overall: 4 as const })));
    },
  ],
  [
    'the end and the seal of a day',
    async (app) => {
      await emptyBallotBox(app.context.db, app.context.clock);
      await readBoth(app);
      await sealDays(app.context.db, app.context.clock);
    },
  ],
  [
    'the closing of a week',
    async ({ context, setTime }) => {
      setTime(`${addDays(TODAY, 2)}T08:00:00+07:00`);
      await emptyBallotBox(context.db, context.clock);
      await sealDays(context.db, context.clock);
      await closePeriods(context.db, context.surveys, context.clock);
    },
  ],
];

describe('the cache of settled days', () => {
  it('is invalidated by changes', async () => {
    const app = await createSettledOffice(6);
    let before = await readBoth(app);
    // Reads again, now from the cache.
    expect(await readBoth(app)).toBe(before);
    for (const [name, step] of STEPS) {
      await step(app);
      const after = await readBoth(app);
      expect(after, `${name} changes what is shown`).not.toBe(before);
      before = after;
    }
  }, 60_000);

  it('is consistent within one page', async () => {
    const app = await createSettledOffice(6);
    const { context, storeMany } = app;
    const unit = await getMainUnit(context.db);
    const load = async () => {
      const reader = createReportReader(context.db, context.surveys, unit, context.clock.now());
      const month = await reader.load(parsePeriod('BC-2024-12') as NamedPeriod);
      const year = await reader.load(parsePeriod('BC-2024') as NamedPeriod);
      return [month.ballots.received, year.ballots.received] as const;
    };
    await load();
    // Ballots arrive while the page is computed.
    const [[month, year]] = await Promise.all([load(), storeMany(Array.from({ length: 40 }, () => ({})))]);
    const [laterMonth, laterYear] = await load();
    expect(laterMonth).toBeGreaterThanOrEqual(40);
    expect(laterYear - year).toBe(laterMonth - month);
  });
});

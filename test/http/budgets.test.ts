import SqliteConnection from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addDays, type Day, listDays } from '../../server/lib/day.ts';
import { closePeriods } from '../../server/reporting/close-periods.ts';
import { insertSettledDay } from '../../server/response/settled-day.store.ts';
import { loadLeaderView } from '../../server/results/load-leader-view.ts';
import { loadPublicView } from '../../server/results/load-public-view.ts';
import { sealDays } from '../../server/seal/seal-days.ts';
import { inTransaction } from '../../server/storage/transaction.ts';
import { addToTallies } from '../../server/tally/tally.store.ts';
import { tallyOf } from '../../server/tally/tally.ts';
import { getMainUnit } from '../../server/unit/main-unit.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

/** A statement that was run, and how many rows it gave. */
interface Run {
  readonly text: string;
  readonly rows: number;
}
let runs: Run[] = [];
let compiled: string[] = [];

beforeEach(() => {
  runs = [];
  compiled = [];
  const { prepare } = SqliteConnection.prototype;
  vi.spyOn(SqliteConnection.prototype, 'prepare').mockImplementation(function (
    this: SqliteConnection.Database,
    text: string,
  ) {
    compiled.push(text);
    const statement = prepare.call(this, text);
    const all = statement.all.bind(statement);
    const run = statement.run.bind(statement);
    statement.all = (parameters: readonly unknown[]) => {
      const rows = all(parameters);
      runs.push({ text, rows: rows.length });
      return rows;
    };
    statement.run = (parameters: readonly unknown[]) => {
      runs.push({ text, rows: 0 });
      return run(parameters);
    };
    return statement;
  });
});
afterEach(() => vi.restoreAllMocks());

const statementsOf = (what: Run[]): string[] =>
  what.map(({ text }) => text.trim()).filter((text) => !/^(begin|commit)/i.test(text));
const rowsOf = (what: Run[], table: string): number =>
  what.filter(({ text }) => text.includes(`"${table}"`)).reduce((sum, { rows }) => sum + rows, 0);

/** Ballots of all counters, with and without a reason, by people who say who they are. */
const mixed = ({ counters }: TestApp, count: number) =>
  Array.from({ length: count }, (_, n) => ({
    counter_code: counters[n % counters.length]!.code,
    set_aside: n % 7 === 0 ? 'repeat-device' : null,
    respondent: { kind: 'citizen', field: null },
    intake: { pace: 1 + (n % 5), inWindow: n, inRow: 1 },
  }));

/** Of five counters: tallies with and without a reason, kinds of respondent, the headline's two, measures. */
const MOST_COUNT_ROWS = 5 * 2 + 5 + 2 + 10;

describe('a group of ballots', () => {
  it('has as many different statements as kinds of count, and writes two rows more for one ballot more', async () => {
    const app = await createTestApp();
    await app.storeMany(mixed(app, 32));
    const groups: { different: number; rows: number }[] = [];
    for (const size of [32, 256]) {
      runs = [];
      compiled = [];
      expect(new Set(await app.storeMany(mixed(app, size)))).toEqual(new Set(['stored']));
      expect(runs.filter(({ text }) => /^commit/i.test(text))).toHaveLength(1);
      // Nothing is put together or compiled anew for a group.
      expect(compiled).toEqual([]);
      const texts = statementsOf(runs);
      groups.push({ different: new Set(texts).size, rows: texts.length });
    }
    for (const { different } of groups) expect(different).toBeLessThanOrEqual(12);
    const [few, many] = groups;
    // The ballot and its token; rows of counts are of counters and reasons, however many ballots there are.
    expect((many?.rows ?? 0) - (few?.rows ?? 0)).toBe(2 * (256 - 32));
    expect((few?.rows ?? 0) - 2 * 32).toBeLessThanOrEqual(6 + MOST_COUNT_ROWS);
  });
});

describe('the survey page', () => {
  it('asks the database nothing while nothing changes, and compiles nothing twice', async () => {
    const app = await createTestApp();
    const path = `/k/${app.counters[0]!.code}`;
    expect((await app.get(path)).status).toBe(200);
    runs = [];
    for (let visit = 0; visit < 5; visit += 1) await app.get(path);
    expect(runs).toEqual([]);
    await app.storeMany(mixed(app, 2));
    await app.get(path);
    const before = compiled.filter((text) => /^(select|begin|commit)/.test(text)).length;
    await app.storeMany(mixed(app, 2));
    await app.get(path);
    expect(compiled.filter((text) => /^(select|begin|commit)/.test(text))).toHaveLength(before);
  });

  it('is one answer of at most ten thousand bytes, headers included, with all of it inside', async () => {
    const app = await createTestApp();
    for (const counter of app.counters) {
      const answer = await app.get(`/k/${counter.code}`, { 'Accept-Encoding': 'gzip' });
      const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}\r\n`).join('');
      // What Node adds: the status line, Date, Connection, Keep-Alive, Content-Length.
      const added = 160;
      const body = await answer.arrayBuffer();
      expect(answer.headers.get('content-encoding')).toBe('gzip');
      expect(body.byteLength + headers.length + added).toBeLessThanOrEqual(10_000);
      const html = await (await app.get(`/k/${counter.code}`)).text();
      expect(html).not.toMatch(/<(script|img|iframe)\b[^>]*\bsrc="(?!data:)|<link\b[^>]*rel="?stylesheet/);
    }
  });
});

describe('a view of many days', () => {
  const TODAY: Day = '2024-12-05';
  const FIRST: Day = '2024-07-01';

  /** An office with so many ballots a day, counter and channel for some months, all of it settled, sealed and reported. */
  async function createOffice(ballotsACell: number): Promise<TestApp> {
    const app = await createTestApp({ now: `${FIRST}T08:00:00+07:00` });
    app.setTime(`${TODAY}T10:00:00+07:00`);
    const { db } = app.context;
    const single = tallyOf({ levels: { overall: 5, i25: 4 }, why: {} }, ['overall', 'i25']);
    const times = (values: readonly number[]) => values.map((value) => value * ballotsACell);
    const questions = Object.fromEntries(
      Object.entries(single.questions).map(([id, values]) => [id, times(values) as unknown as typeof values]),
    );
    const tally = { ...single, ballots: ballotsACell, questions };
    await inTransaction(db, async (trx) => {
      for (const day of listDays(FIRST, addDays(TODAY, -1)))
        await addToTallies(
          trx,
          app.counters.map(({ code, unit_code }) => ({
            unit_code,
            day,
            counter_code: code,
            channel: 'poster',
            survey_id: 'mot-cua-ngan',
            survey_version: 1,
            set_aside: '',
            tally,
          })),
        );
      await insertSettledDay(trx, addDays(TODAY, -1));
    });
    await sealDays(db, app.context.clock);
    await closePeriods(db, app.context.surveys, app.context.clock);
    return app;
  }

  it('reads the running day alone once its finished days are put together', async () => {
    const read: number[][] = [];
    for (const ballots of [6, 6_000]) {
      const { context, counters, storeMany } = await createOffice(ballots);
      const unit = await getMainUnit(context.db);
      const now = context.clock.now();
      const views = [
        () => loadLeaderView(context.db, context.surveys, unit, now, null),
        () => loadPublicView(context.db, context.surveys, unit, now, null),
      ];
      for (const view of views) await view();
      await storeMany(counters.map(({ code }) => ({ counter_code: code })));
      const counts: number[] = [];
      for (const view of views) {
        runs = [];
        await view();
        expect(rowsOf(runs, 'tallies')).toBeLessThanOrEqual(20 * counters.length);
        counts.push(runs.reduce((sum, { rows }) => sum + rows, 0));
      }
      read.push(counts);
    }
    expect(read[1]).toEqual(read[0]);
    for (const rows of read[0]!) expect(rows).toBeLessThan(1_000);
  });

  it('says at once what came in today, and what was changed in what is finished', async () => {
    const { context, counters, storeMany } = await createOffice(6);
    const unit = await getMainUnit(context.db);
    const received = async () => {
      const view = await loadPublicView(context.db, context.surveys, unit, context.clock.now(), null);
      return [view.receivedTotal, view.current.report.ballots.received];
    };
    const [total, inPeriod] = (await received()) as [number, number];
    await storeMany(counters.map(({ code }) => ({ counter_code: code })));
    expect(await received()).toEqual([total + counters.length, inPeriod + counters.length]);
    await inTransaction(context.db, (trx) => trx.deleteFrom('tallies').where('day', '<', TODAY).execute());
    expect(await received()).toEqual([counters.length, counters.length]);
  });
});

import { Agent, get, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import SqliteConnection from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listen } from '../../server/http/listen.ts';
import type { Period } from '../../server/period/period.ts';
import { parsePeriod, periodOf } from '../../server/period/period.ts';
import { createReportReader } from '../../server/reporting/report-reader.ts';
import { loadLeaderView } from '../../server/results/load-leader-view.ts';
import { loadPublicView } from '../../server/results/load-public-view.ts';
import { inTransaction } from '../../server/storage/transaction.ts';
import { getMainUnit } from '../../server/unit/main-unit.ts';
import { createSettledOffice, TODAY } from '../helpers/settled-office.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

/** An executed statement, and the number of rows that it returned. */
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

/** Ballots at all counters, some of them set aside, with respondent kinds. */
const mixed = ({ counters }: TestApp, count: number) =>
  Array.from({ length: count }, (_, n) => ({
    counter_code: counters[n % counters.length]!.code,
    set_aside: n % 7 === 0 ? 'repeat-device' : null,
    respondent: { kind: 'citizen', field: null },
    intake: { pace: 1 + (n % 5), inWindow: n, inRow: 1, fromNetwork: 1 },
  }));

/** For five counters: tallies with and without a reason, respondent kinds, two headline rows, intake measures. */
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
      // No statement is built or compiled again for a batch.
      expect(compiled).toEqual([]);
      const texts = statementsOf(runs);
      groups.push({ different: new Set(texts).size, rows: texts.length });
    }
    for (const { different } of groups) expect(different).toBeLessThanOrEqual(12);
    const [few, many] = groups;
    // Each ballot adds two rows, itself and its token; the number of tally rows depends only on counters and reasons.
    expect((many?.rows ?? 0) - (few?.rows ?? 0)).toBe(2 * (256 - 32));
    expect((few?.rows ?? 0) - 2 * 32).toBeLessThanOrEqual(6 + MOST_COUNT_ROWS);
  });
});

/** A first visit over https, which adds a response header, on a keep-alive connection. */
async function openOnPhone(port: number, path: string) {
  const agent = new Agent({ keepAlive: true });
  const headers = { 'Accept-Encoding': 'gzip', 'X-Forwarded-Proto': 'https' };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ port, path, agent, headers }, resolve).on('error', reject);
  });
  const { socket } = response;
  const body = await buffer(response);
  const visit = {
    wireBytes: socket.bytesRead,
    headers: response.headers,
    html: gunzipSync(body).toString(),
  };
  agent.destroy();
  return visit;
}

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

  for (const { survey, most } of [
    { survey: 'mot-cua-ngan/2', most: 8_000 },
    { survey: 'truc-tuyen/1', most: 8_000 },
    { survey: 'mot-cua-day-du/2', most: 10_000 },
  ])
    it(`is one response of at most ${most} bytes on the wire in both languages (${survey})`, async () => {
      const { app, context, counters } = await createTestApp({ environment: { TRUSTED_PROXIES: '1' } });
      const [survey_id, survey_version] = survey.split('/') as [string, string];
      await context.db
        .updateTable('counter_surveys')
        .set({ survey_id, survey_version: Number(survey_version) })
        .execute();
      await context.db.updateTable('units').set({ contact_phone: '0237 3123 456' }).execute();
      const server = await listen(() => app, '127.0.0.1', 0);
      for (const { code } of counters)
        for (const locale of ['vi', 'en']) {
          const { wireBytes, headers, html } = await openOnPhone(server.port, `/k/${code}?lang=${locale}`);
          expect(headers['strict-transport-security']).toBeDefined();
          expect(html).toContain(`name="s" value="${survey}"`);
          expect(html).toContain(`<html lang="${locale}">`);
          expect(html).not.toMatch(
            /<(script|img|iframe)\b[^>]*\bsrc="(?!data:)|<link\b[^>]*rel="?stylesheet/,
          );
          expect(wireBytes, `${code} ${locale}`).toBeLessThanOrEqual(most);
        }
      await server.stop();
    });
});

describe('a view of many days', () => {
  it('reads only the running day once settled days are cached', async () => {
    // Settings are cached for a second; on a slow machine they would expire between two views.
    vi.spyOn(performance, 'now').mockReturnValue(performance.now());
    const read: number[][] = [];
    for (const ballots of [6, 6_000]) {
      const { context, counters, storeMany } = await createSettledOffice(ballots);
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

  it('asks what its reports have in common once, and of stored reports those alone that it shows', async () => {
    const { context, counters, storeMany } = await createSettledOffice(6);
    const { db, surveys } = context;
    const unit = await getMainUnit(db);
    const now = context.clock.now();
    const body = (id: string) =>
      createReportReader(db, surveys, unit, now).loadBody(parsePeriod(id) as Period);
    const views = [
      { most: 8, load: () => loadLeaderView(db, surveys, unit, now, null) },
      { most: 9, load: () => loadPublicView(db, surveys, unit, now, null) },
      { most: 6, load: () => body('2024') },
      { most: 6, load: () => body('BC-2024') },
      { most: 6, load: () => body('2024-W49') },
    ];
    for (const { most, load } of views) {
      await load();
      await storeMany(counters.map(({ code }) => ({ counter_code: code })));
      runs = [];
      await load();
      const texts = statementsOf(runs);
      expect(texts.length).toBeLessThanOrEqual(most);
      expect(new Set(texts).size).toBeGreaterThanOrEqual(texts.length - 1);
      // The previous period and the same period a year earlier; the trend's weeks are cached.
      expect(rowsOf(runs, 'closed_reports')).toBeLessThanOrEqual(2);
      // At most two rows per counter for the current day: counted ballots, and those set aside.
      expect(rowsOf(runs, 'tallies')).toBeLessThanOrEqual(2 * counters.length + 1);
      expect(rowsOf(runs, 'day_seals')).toBeLessThanOrEqual(1);
      expect(runs.reduce((sum, { rows }) => sum + rows, 0)).toBeLessThanOrEqual(60);
    }
  });

  it('reads the weeks of a trend in one statement', async () => {
    const { context } = await createSettledOffice(6);
    const unit = await getMainUnit(context.db);
    runs = [];
    const { trend } = await loadLeaderView(context.db, context.surveys, unit, context.clock.now(), null);
    expect(trend.length).toBeGreaterThan(10);
    const asked = runs.filter(({ text }) => text.includes('"closed_reports"'));
    expect(asked.length).toBeLessThanOrEqual(3);
  });

  it('shows today’s ballots and changes of settled days at once', async () => {
    const { context, counters, storeMany } = await createSettledOffice(6);
    const unit = await getMainUnit(context.db);
    const running = periodOf('report-quarter', TODAY);
    const received = async () => {
      const view = await loadPublicView(context.db, context.surveys, unit, context.clock.now(), running);
      return [view.receivedTotal, view.current.report.ballots.received];
    };
    const [total, inPeriod] = (await received()) as [number, number];
    await storeMany(counters.map(({ code }) => ({ counter_code: code })));
    expect(await received()).toEqual([total + counters.length, inPeriod + counters.length]);
    await inTransaction(context.db, (trx) => trx.deleteFrom('tallies').where('day', '<', TODAY).execute());
    expect(await received()).toEqual([counters.length, counters.length]);
  });
});

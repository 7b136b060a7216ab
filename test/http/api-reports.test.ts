import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { closePeriods } from '../../server/reporting/close-periods.ts';
import { findClosedReport } from '../../server/reporting/closed-report.store.ts';
import { problemSchema, reportListSchema } from '../../server/reporting/lists.v1.ts';
import { reportSchema } from '../../server/reporting/report.v1.ts';
import type { Level } from '../../server/survey/definition.ts';
import { insertDatedSetting } from '../../server/unit/dated-setting.store.ts';
import { createApiClient } from '../helpers/api-client.ts';
import { finishDays } from '../helpers/finished-days.ts';
import { type BallotToStore, createTestApp, type TestApp } from '../helpers/test-app.ts';

const UNIT = 'dong-son';
const WEEK = `/api/v1/reports/${UNIT}/2024-W05`;
const AFTER_CLOSING = '2024-02-10T00:00:00+07:00';

const times = (count: number, ballot: BallotToStore): BallotToStore[] =>
  Array.from({ length: count }, () => ballot);

/** The example week of the interface contract: 103 received, 3 set aside, 93 of 100 satisfied. */
async function storeExampleWeek(testApp: TestApp): Promise<void> {
  const [first, second] = testApp.counters.map(({ code }) => code) as [string, string];
  const levels: [Level, number][] = [
    [1, 1],
    [2, 2],
    [3, 4],
    [4, 50],
    [5, 43],
  ];
  const ballots = levels.flatMap(([overall, count]) => times(count, { overall }));
  const byCounter = ballots.map((ballot, index) => ({
    ...ballot,
    counter_code: index % 5 < 3 ? first : second,
  }));
  for (const [index, day] of ['2024-01-29', '2024-01-31', '2024-02-02', '2024-02-04'].entries()) {
    testApp.setTime(`${day}T10:00:00+07:00`);
    await testApp.storeMany(byCounter.slice(index * 25, index * 25 + 25));
  }
  await testApp.storeMany(times(3, { overall: 5, counter_code: first, set_aside: 'repeat-device' }));
}

describe('a report of the API', () => {
  it('has the published shape before the first ballot, with null where nothing is known', async () => {
    const testApp = await createTestApp();
    const client = await createApiClient(testApp);
    const report = await client.getReport(`${UNIT}/2024-W05`);
    expect(report.ballots).toEqual({ received: 0, set_aside: 0, counted: 0, pending: 0, carried_in: 0 });
    expect(report.indicator).toMatchObject({
      numerator: null,
      denominator: null,
      percent: null,
      interval: null,
      verdict: 'too-few',
      suppressed: true,
    });
    expect(report.indicator_all).toEqual({ numerator: null, denominator: null, percent: null });
    expect(report.transactions).toEqual({ n: null, source: null });
    expect(report.period.closed_at).toBeNull();
    expect(report.questions).toEqual([]);
  });

  it('shows how many were received and nothing that they said until a counter has five on finished days', async () => {
    const testApp = await createTestApp();
    const client = await createApiClient(testApp);
    const [first, second] = testApp.counters.map(({ code }) => code) as [string, string];
    await testApp.storeMany(times(4, { overall: 1, counter_code: first }));
    await testApp.storeMany(times(4, { overall: 5, counter_code: second }));
    const today = await client.getReport(`${UNIT}/2024-W05`);
    expect(today.ballots).toEqual({ received: 8, set_aside: 0, counted: 0, pending: 8, carried_in: 0 });
    expect(today.indicator.suppressed).toBe(true);

    // The day is over, but no counter has five ballots.
    testApp.setTime('2024-01-30T10:00:00+07:00');
    await testApp.storeMany(times(1, { overall: 1, counter_code: first }));
    const next = await client.getReport(`${UNIT}/2024-W05`);
    expect(next.ballots).toEqual({ received: 9, set_aside: 0, counted: 0, pending: 9, carried_in: 0 });
    expect(next.questions).toEqual([]);

    testApp.setTime('2024-01-31T00:00:00+07:00');
    const five = await client.getReport(`${UNIT}/2024-W05`);
    expect(five.ballots).toEqual({ received: 9, set_aside: 0, counted: 5, pending: 4, carried_in: 0 });
    expect(five.indicator).toMatchObject({ numerator: 0, denominator: 5, percent: null, verdict: 'too-few' });
    expect(five.questions.find(({ id }) => id === 'overall')).toMatchObject({ n: 5, suppressed: false });
    // The five ballots also count in the calendar month.
    expect((await client.getReport(`${UNIT}/2024-01`)).ballots.counted).toBe(5);
  });

  it('shows counters, questions and channels of finished days only', async () => {
    const testApp = await createTestApp();
    const client = await createApiClient(testApp);
    await testApp.storeMany(times(40, { overall: 4 }));
    const today = await client.getReport(`${UNIT}/2024-W05`);
    expect(today.indicator.denominator).toBeNull();
    expect(today.ballots.pending).toBe(40);
    expect(today.channels).toEqual([]);
    testApp.setTime('2024-01-30T00:00:00+07:00');
    const tomorrow = await client.getReport(`${UNIT}/2024-W05`);
    expect(tomorrow.indicator.denominator).toBe(40);
    // In a week, groups that an official can recognise in person, such as slips, are not shown separately.
    expect(tomorrow.channels).toEqual([{ channel: 'not-separated', counted: 40, suppressed: true }]);
    expect((await client.getReport(`${UNIT}/BC-2024-02`)).channels).toEqual([
      { channel: 'poster', counted: 40, suppressed: false },
    ]);
    expect(tomorrow.questions.find(({ id }) => id === 'overall')).toMatchObject({ n: 40, suppressed: false });
    expect(tomorrow.as_of).toBe('2024-01-30T00:00:00+07:00');
  });

  it('is the one of the interface for its 103 ballots, once the week has closed', async () => {
    const testApp = await createTestApp();
    const client = await createApiClient(testApp);
    await storeExampleWeek(testApp);
    testApp.setTime(AFTER_CLOSING);
    await finishDays(testApp.context);
    const report = await client.getReport(`${UNIT}/2024-W05`);
    expect(report).toMatchObject({
      schema: 'hailong.report/1',
      revision: 1,
      replaces: null,
      reason: null,
      unit: { code: 'dong-son', official_code: null, name: 'UBND xã Đông Sơn' },
      receiver: '',
      period: {
        id: '2024-W05',
        kind: 'week',
        from: '2024-01-29',
        to: '2024-02-04',
        closed_at: '2024-02-10T00:00:00+07:00',
      },
      as_of: '2024-02-10T00:00:00+07:00',
      ballots: { received: 103, set_aside: 3, counted: 100, pending: 0, carried_in: 0 },
      indicator: {
        code: 'satisfaction',
        rule: 'share-satisfied/1',
        question: 'overall',
        numerator: 93,
        denominator: 100,
        percent: 93,
        neutral: 4,
        dissatisfied: 3,
        interval: { method: 'wilson-95', low: 86.25, high: 96.57 },
        interval_finite: null,
        target: { percent: 90, since: '2024-01-01' },
        minimum_n: 30,
        verdict: 'met',
        certain: false,
        suppressed: false,
      },
      // Subtracting the indicator would reveal the three answers set aside.
      indicator_all: { numerator: null, denominator: null, percent: null },
      single_use: null,
      channels: [{ channel: 'not-separated', counted: 100, suppressed: true }],
      set_aside: { total: 3, by_reason: [{ reason: 'unclassified', n: 3, suppressed: true }] },
      transactions: { n: null, source: null },
      response_rate_percent: null,
      alerts: [],
    });
    expect(report.survey).toMatchObject([{ id: 'mot-cua-ngan', version: 1, counted: 100 }]);
    expect(report.survey[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(report.questions[0]).toEqual({
      id: 'overall',
      official_item: null,
      factor: null,
      n: 100,
      counts: { '1': 1, '2': 2, '3': 4, '4': 50, '5': 43, na: 0, skipped: 0 },
      not_asked: 0,
      suppressed: false,
    });
    const shown = report.counters.filter((counter) => !counter.suppressed);
    expect(shown.map(({ denominator }) => denominator)).toEqual([60, 40]);
    expect(report.counters.length).toBe(5);
  });

  it('is the same before the minute of closing and after it, but for being provisional', async () => {
    const testApp = await createTestApp();
    const client = await createApiClient(testApp);
    await storeExampleWeek(testApp);
    testApp.setTime('2024-02-09T23:59:59+07:00');
    const before = await client.getReport(`${UNIT}/2024-W05`);
    expect(before.period.closed_at).toBeNull();
    testApp.setTime(AFTER_CLOSING);
    const after = await client.getReport(`${UNIT}/2024-W05`);
    expect(after.indicator).toEqual(before.indicator);
  });

  it('keeps its shape for every kind of period', async () => {
    const testApp = await createTestApp();
    const client = await createApiClient(testApp);
    await storeExampleWeek(testApp);
    testApp.setTime('2024-02-20T08:00:00+07:00');
    const periods = ['2024-W05', '2024-01', '2024-Q1', '2024-H1', '2024'].concat([
      'BC-2024-02',
      'BC-2024-Q1',
      'BC-2024-H1',
      'BC-2024-9M',
      'BC-2024',
    ]);
    for (const period of periods) {
      const report = await client.getReport(`${UNIT}/${period}`);
      expect(report.period.id).toBe(period);
      expect(report.ballots.received).toBe(period === '2024-01' ? 50 : 103);
    }
  });

  it('is there for a period that has not begun, empty', async () => {
    const testApp = await createTestApp();
    const client = await createApiClient(testApp);
    expect((await client.getReport(`${UNIT}/2031-W01`)).ballots.received).toBe(0);
  });
});

describe('the report of a closed period', () => {
  it('has the bytes that closing stores, also before they are stored, and keeps them after later changes', async () => {
    const testApp = await createTestApp();
    const client = await createApiClient(testApp);
    const { db, surveys, clock } = testApp.context;
    await storeExampleWeek(testApp);
    testApp.setTime(AFTER_CLOSING);
    await finishDays(testApp.context);
    const first = await (await client.get(WEEK)).text();
    expect(await findClosedReport(db, UNIT, '2024-W05')).toBeUndefined();
    await closePeriods(db, surveys, clock);
    expect((await findClosedReport(db, UNIT, '2024-W05'))?.body).toBe(first);

    await db.updateTable('units').set({ name: 'UBND phường Đông Sơn', receiver: 'Sở Nội vụ' }).execute();
    await db.updateTable('counters').set({ name: 'Đổi tên', is_open: 0 }).execute();
    await db
      .transaction()
      .execute((trx) =>
        insertDatedSetting(trx, UNIT, { name: 'target_percent', since: '2024-01-15', value: 99 }),
      );
    await testApp.storeMany(times(20, { overall: 1 }));
    testApp.setTime('2025-06-01T08:00:00+07:00');
    await finishDays(testApp.context);
    expect(await (await client.get(WEEK)).text()).toBe(first);
    expect(await closePeriods(db, surveys, clock)).toBeGreaterThan(0);
    expect(await (await client.get(WEEK)).text()).toBe(first);
    const later = await client.getReport(`${UNIT}/2024-W06`);
    expect(later.unit.name).toBe('UBND phường Đông Sơn');
  });

  it('is the one that closing has stored, by the hash that is stored with it', async () => {
    const testApp = await createTestApp();
    const client = await createApiClient(testApp);
    const { db, surveys, clock } = testApp.context;
    await storeExampleWeek(testApp);
    testApp.setTime(AFTER_CLOSING);
    await finishDays(testApp.context);
    // January closed on 6 February; the week closes now.
    expect(await closePeriods(db, surveys, clock)).toBe(2);
    expect(await closePeriods(db, surveys, clock)).toBe(0);
    const body = await (await client.get(WEEK)).text();
    const stored = await findClosedReport(db, UNIT, '2024-W05');
    expect(body).toBe(stored?.body);
    expect(createHash('sha256').update(body).digest('hex')).toBe(stored?.sha256);
  });

  it('stays provisional, and is not stored, until every day of the period is sealed', async () => {
    const testApp = await createTestApp();
    const client = await createApiClient(testApp);
    const { db, surveys, clock } = testApp.context;
    await storeExampleWeek(testApp);
    testApp.setTime('2024-02-04T12:00:00+07:00');
    await finishDays(testApp.context);
    testApp.setTime(AFTER_CLOSING);
    const waiting = await client.getReport(`${UNIT}/2024-W05`);
    expect(waiting.period.closed_at).toBeNull();
    expect(waiting.seal?.days.map(({ day }) => day).at(-1)).toBe('2024-02-03');
    // All days of January are sealed, but not all days of the week.
    expect(await closePeriods(db, surveys, clock)).toBe(1);
    expect(await findClosedReport(db, UNIT, '2024-W05')).toBeUndefined();

    await finishDays(testApp.context);
    const closed = await client.getReport(`${UNIT}/2024-W05`);
    expect(closed.period.closed_at).toBe('2024-02-10T00:00:00+07:00');
    expect(closed.seal?.days).toHaveLength(7);
    expect(closed.seal?.days.reduce((sum, { ballots }) => sum + ballots, 0)).toBe(closed.ballots.received);
    expect(await closePeriods(db, surveys, clock)).toBe(1);
  });

  it('is the latest revision where there was a correction', async () => {
    const testApp = await createTestApp();
    const client = await createApiClient(testApp);
    const { db } = testApp.context;
    await storeExampleWeek(testApp);
    testApp.setTime(AFTER_CLOSING);
    const first = await client.getReport(`${UNIT}/2024-W05`);
    const body = JSON.stringify({ ...first, revision: 2, replaces: 1, reason: 'number of transactions' });
    await db
      .insertInto('closed_reports')
      .values({ unit_code: UNIT, period: '2024-W05', revision: 2, sha256: '', body })
      .execute();
    expect(await (await client.get(WEEK)).text()).toBe(body);
  });

  it('does not exist for a period that was over before the unit was opened', async () => {
    const testApp = await createTestApp();
    const client = await createApiClient(testApp);
    for (const period of ['2024-W04', '2023', 'BC-2023']) {
      const response = await client.get(`/api/v1/reports/${UNIT}/${period}`);
      expect(response.status).toBe(404);
      expect(problemSchema.parse(await response.json()).code).toBe('period-before-opening');
    }
    expect((await client.get(`/api/v1/reports/${UNIT}/2024-01`)).status).toBe(200);
  });
});

describe('an answer of the API', () => {
  it('is JSON that only its reader may keep, and that must be asked for again', async () => {
    const testApp = await createTestApp();
    const client = await createApiClient(testApp);
    const response = await client.get(WEEK);
    expect(response.headers.get('Content-Type')).toBe('application/json');
    expect(response.headers.get('Cache-Control')).toBe('private, no-cache');
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(response.headers.get('ETag')).toMatch(/^"[\w-]{43}"$/);
  });

  it('is not sent again to who has it', async () => {
    const testApp = await createTestApp();
    const client = await createApiClient(testApp);
    for (const path of [WEEK, '/api/v1/reports?period=2024-W05', '/api/v1/openapi.json']) {
      const etag = (await client.get(path)).headers.get('ETag') as string;
      for (const condition of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const response = await client.get(path, { 'If-None-Match': condition });
        expect(response.status).toBe(304);
        expect(response.headers.get('ETag')).toBe(etag);
        expect(response.headers.get('Cache-Control')).toMatch(/no-cache$/);
        expect(await response.text()).toBe('');
      }
      for (const condition of ['"other"', etag.slice(1, -1), '""', 'W/"other", "more"']) {
        expect((await client.get(path, { 'If-None-Match': condition })).status).toBe(200);
      }
    }
  });

  it('has another tag as soon as there is something new, and the same one as long as there is not', async () => {
    const testApp = await createTestApp();
    const client = await createApiClient(testApp);
    const before = (await client.get(WEEK)).headers.get('ETag') as string;
    testApp.setTime('2024-01-29T16:00:00+07:00');
    expect((await client.get(WEEK)).headers.get('ETag')).toBe(before);
    await testApp.storeMany([{ overall: 3 }]);
    const response = await client.get(WEEK, { 'If-None-Match': before });
    expect(response.status).toBe(200);
    expect(response.headers.get('ETag')).not.toBe(before);
  });

  it('keeps a valid ETag when compressed', async () => {
    const testApp = await createTestApp();
    const client = await createApiClient(testApp);
    const packed = await client.get(WEEK, { 'Accept-Encoding': 'gzip' });
    expect(packed.headers.get('Content-Encoding')).toBe('gzip');
    const etag = packed.headers.get('ETag') as string;
    expect(etag).toMatch(/^W\//);
    const again = await client.get(WEEK, { 'Accept-Encoding': 'gzip', 'If-None-Match': etag });
    expect(again.status).toBe(304);
  });

  it('reveals nothing through conditional requests without a key', async () => {
    const testApp = await createTestApp();
    const response = await testApp.get(WEEK, { 'If-None-Match': '*' });
    expect(response.status).toBe(401);
  });

  it('has the same headers and no content for HEAD', async () => {
    const testApp = await createTestApp();
    const client = await createApiClient(testApp);
    const headers = { Authorization: `Bearer ${client.key}` };
    const response = await testApp.request(WEEK, { method: 'HEAD', headers });
    expect(response.status).toBe(200);
    expect(response.headers.get('ETag')).toBe((await client.get(WEEK)).headers.get('ETag'));
    expect(await response.text()).toBe('');
  });

  it('is a problem that says what is wrong with the period', async () => {
    const testApp = await createTestApp();
    const client = await createApiClient(testApp);
    const bad = [
      '2024-W54',
      '2024-w05',
      '2024-13',
      '2024-5',
      'BC-2024-W05',
      'tuan-nay',
      '0',
      '2024-01-29..2024-02-04',
    ];
    for (const period of [...bad, '2024-W05%20', '%00', '2024..']) {
      const response = await client.get(`/api/v1/reports/${UNIT}/${period}`);
      expect(response.status).toBe(400);
      expect(response.headers.get('Content-Type')).toBe('application/problem+json');
      const problem = problemSchema.parse(await response.json());
      expect(problem).toMatchObject({ status: 400, code: 'period-malformed' });
    }
    for (const query of ['', '?period=', '?period=2024-W99', '?period=2024-W05&period=2024-W06']) {
      const response = await client.get(`/api/v1/reports${query}`);
      expect(response.status).toBe(400);
      expect(problemSchema.parse(await response.json()).code).toBe('period-malformed');
    }
  });

  it('refuses everything but reading and says what is allowed, before it looks at a key', async () => {
    const testApp = await createTestApp();
    for (const path of [WEEK, '/api/v1/reports?period=2024-W05', '/api/v1/openapi.json']) {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
        const response = await testApp.request(path, { method });
        expect(response.status).toBe(405);
        expect(response.headers.get('Allow')).toBe('GET, HEAD');
        expect(problemSchema.parse(await response.json()).code).toBe('method-not-allowed');
      }
    }
  });

  it('is a problem for an address that is not there', async () => {
    const testApp = await createTestApp();
    const client = await createApiClient(testApp);
    for (const path of [
      '/api/',
      '/api/v1/x',
      '/api/v2/reports',
      '/api/v1/reports/dong-son',
      '/api/v1/reports/a/b/c',
    ]) {
      const response = await client.get(path);
      expect(response.status).toBe(404);
      expect(response.headers.get('Content-Type')).toBe('application/problem+json');
      expect(problemSchema.parse(await response.json()).code).toBe('not-found');
    }
  });

  it('is a problem with an id, and no word of the cause, when the database fails', async () => {
    const testApp = await createTestApp();
    const client = await createApiClient(testApp);
    await testApp.context.db.schema.dropTable('tallies').execute();
    const response = await client.get(WEEK);
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(problemSchema.parse(JSON.parse(text)).error_id).toMatch(/^[0-9a-f]{8}$/);
    expect(text).not.toMatch(/tallies|sqlite|select/i);
  });

  it('contains each report byte for byte as at its own URL', async () => {
    const testApp = await createTestApp();
    const client = await createApiClient(testApp);
    await storeExampleWeek(testApp);
    const alone = await (await client.get(WEEK)).text();
    const listed = await (await client.get('/api/v1/reports?period=2024-W05')).text();
    expect(listed).toContain(`[${alone}]`);
    const list = reportListSchema.parse(JSON.parse(listed));
    expect(list).toMatchObject({ schema: 'hailong.reports/1', period: '2024-W05', next_cursor: null });
    expect(list.reports).toEqual([reportSchema.parse(JSON.parse(alone))]);
  });
});

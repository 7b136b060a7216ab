import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSeededRandom } from '../../server/lib/seeded-random.ts';
import { closePeriods } from '../../server/reporting/close-periods.ts';
import { findClosedReport, insertClosedReport } from '../../server/reporting/closed-report.store.ts';
import { REQUESTS_PER_MINUTE } from '../../server/reporting/key-rate.ts';
import {
  periodListSchema,
  reportListSchema,
  surveyTextsSchema,
  type Totals,
  totalsSchema,
  unitListSchema,
} from '../../server/reporting/lists.v1.ts';
import type { Report } from '../../server/reporting/report.v1.ts';
import { wilsonInterval } from '../../server/statistics/wilson-interval.ts';
import type { Level } from '../../server/survey/definition.ts';
import { insertUnit } from '../../server/unit/unit.store.ts';
import { EMPTY_PROFILE } from '../../server/unit/unit.ts';
import { apiPageVi } from '../../web/messages/api-page.vi.ts';
import { type ApiClient, createApiClient } from '../helpers/api-client.ts';
import { finishDays } from '../helpers/finished-days.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

const PERIODS = [
  ...['2024-W05', '2024-01', '2024-Q1', '2024-H1', '2024'],
  ...['BC-2024-02', 'BC-2024-Q1', 'BC-2024-H1', 'BC-2024-9M', 'BC-2024'],
];

let testApp: TestApp;
let client: ApiClient;

/** Three units: one with figures, one with too few ballots, one opened later. */
beforeAll(async () => {
  testApp = await createTestApp({ random: createSeededRandom('api examples') });
  client = await createApiClient(testApp);
  const { db } = testApp.context;
  const [counter] = testApp.counters;
  if (!counter) throw new Error('no counter');
  await db.transaction().execute(async (trx) => {
    for (const [code, name, opened_on] of [
      ['an-binh', 'UBND xã An Bình', '2024-01-29'],
      ['binh-minh', 'UBND xã Bình Minh', '2024-07-01'],
    ] as const) {
      await insertUnit(trx, {
        ...EMPTY_PROFILE,
        code,
        official_code: null,
        name,
        receiver: 'UBND tỉnh',
        contact_phone: null,
        opened_on,
      });
    }
  });
  await db
    .insertInto('counters')
    .values({
      ...(await db.selectFrom('counters').selectAll().executeTakeFirstOrThrow()),
      code: 'anb22',
      unit_code: 'an-binh',
    })
    .execute();
  const levels: [Level, number][] = [
    [1, 2],
    [3, 5],
    [4, 30],
    [5, 26],
  ];
  for (const [index, day] of ['2024-01-30', '2024-02-14', '2024-02-20', '2024-04-02'].entries()) {
    testApp.setTime(`${day}T10:00:00+07:00`);
    for (const [overall, count] of levels) {
      await testApp.storeMany(Array.from({ length: count + index }, () => ({ overall })));
    }
    await testApp.storeMany([{ overall: 2, counter_code: 'anb22', unit_code: 'an-binh' }]);
  }
  testApp.setTime('2024-04-03T00:10:00+07:00');
  await finishDays(testApp.context);
  await closePeriods(db, testApp.context.surveys, testApp.context.clock);
});

const getJson = async (path: string): Promise<unknown> => {
  const response = await client.get(path);
  expect(response.status, path).toBe(200);
  return response.json();
};
const getTotals = async (period: string): Promise<Totals> =>
  totalsSchema.parse(await getJson(`/api/v1/totals?period=${period}`));
const getReports = async (period: string) =>
  reportListSchema.parse(await getJson(`/api/v1/reports?period=${period}`));

describe('the totals', () => {
  it.each(PERIODS)(
    'of %s are the sums of the numbers that the same key reads in the reports',
    async (period) => {
      const totals = await getTotals(period);
      const { reports, missing } = await getReports(period);
      const shown = reports.filter(({ indicator }) => !indicator.suppressed);
      const sum = (read: (report: Report) => number | null) =>
        shown.reduce((total, report) => total + (read(report) ?? 0), 0);
      const numerator = sum(({ indicator }) => indicator.numerator);
      const denominator = sum(({ indicator }) => indicator.denominator);
      expect(shown.length).toBeGreaterThan(0);
      expect(totals.indicator).toMatchObject({
        numerator,
        denominator,
        neutral: sum(({ indicator }) => indicator.neutral),
        dissatisfied: sum(({ indicator }) => indicator.dissatisfied),
        percent: Math.round((10_000 * numerator) / denominator) / 100,
      });
      expect(numerator + totals.indicator.neutral + totals.indicator.dissatisfied).toBe(denominator);
      expect(totals.indicator.interval?.low).toBeCloseTo(wilsonInterval(numerator, denominator)?.low ?? 0, 2);
      const { ballots } = totals;
      expect(ballots.counted).toBe(sum((report) => report.ballots.counted));
      expect(ballots.received + ballots.carried_in).toBe(
        ballots.counted + ballots.set_aside + ballots.pending,
      );
      expect(totals.coverage.units).toBe(3);
      expect(totals.coverage.counted).toBe(shown.length);
      expect(totals.coverage.not_open).toBe(missing?.length);
      expect(totals.missing).toHaveLength(3 - shown.length);
    },
  );

  it('name the units that are not in them, and why', async () => {
    const { coverage, missing } = await getTotals('2024-01');
    expect(coverage).toEqual({ units: 3, counted: 1, closed: 1, not_open: 1, hidden: 1, trial: 0 });
    expect(missing).toEqual([
      { unit: 'an-binh', name: 'UBND xã An Bình', reason: 'hidden' },
      { unit: 'binh-minh', name: 'UBND xã Bình Minh', reason: 'not-open' },
    ]);
  });

  it('have only the units of a limited key', async () => {
    const limited = await createApiClient(testApp, { units: ['an-binh'] });
    const totals = totalsSchema.parse(await (await limited.get('/api/v1/totals?period=2024-01')).json());
    expect(totals.indicator).toMatchObject({ numerator: 0, denominator: 0, percent: null, interval: null });
    expect(totals.coverage).toMatchObject({ units: 1, counted: 0, hidden: 1 });
  });
});

describe('the lists', () => {
  it('of units say since when each is open and which month is closed', async () => {
    const { units } = unitListSchema.parse(await getJson('/api/v1/units'));
    expect(units.map(({ code }) => code)).toEqual(['an-binh', 'binh-minh', 'dong-son']);
    expect(units[1]).toMatchObject({ open_from: '2024-07-01', open_to: null, last_closed_period: null });
    expect(units[2]?.last_closed_period).toBe('BC-2024-03');
  });

  it('of periods have those that closed on a day or later, with the digest of the bytes', async () => {
    const { periods } = periodListSchema.parse(await getJson('/api/v1/periods?closed_since=2024-03-20'));
    expect(periods.map(({ period }) => period)).toContain('BC-2024-03');
    expect(periods.every(({ closed_at }) => closed_at >= '2024-03-20')).toBe(true);
    const all = periodListSchema.parse(await getJson('/api/v1/periods'));
    expect(all.periods.length).toBeGreaterThan(periods.length);
  });
});

describe('a corrected report', () => {
  it('is a new revision that names the old one, whose bytes stay available', async () => {
    const { db } = testApp.context;
    const path = '/api/v1/reports/dong-son/2024-W06';
    const first = await (await client.get(path)).text();
    const body = JSON.stringify({ ...JSON.parse(first), revision: 2, replaces: 1, reason: 'clock' });
    const stored = await findClosedReport(db, 'dong-son', '2024-W06');
    expect(stored?.body).toBe(first);
    await db.transaction().execute((trx) =>
      insertClosedReport(trx, {
        unit_code: 'dong-son',
        period: '2024-W06',
        revision: 2,
        sha256: 'x'.repeat(64),
        body,
      }),
    );
    expect(await (await client.get(path)).text()).toBe(body);
    expect(await (await client.get(`${path}?revision=1`)).text()).toBe(first);
    expect((await client.get(`${path}?revision=3`)).status).toBe(404);
    expect((await client.get(`${path}?revision=0`)).status).toBe(400);
    const { periods } = periodListSchema.parse(await getJson('/api/v1/periods?closed_since=2024-04-01'));
    expect(periods.find(({ period }) => period === '2024-W06')?.revision).toBe(2);
  });
});

describe('the API', () => {
  it('lets pages of other origins read what is public, and nothing else', async () => {
    const allowed = async (path: string) =>
      (await client.get(path, { Origin: 'https://tinh.example' })).headers.get('Access-Control-Allow-Origin');
    for (const path of ['/api/v1/openapi.json', '/api/v1/surveys/mot-cua-ngan/1', '/ket-qua.json']) {
      expect(await allowed(path), path).toBe('*');
    }
    for (const path of ['/api/v1/units', '/api/v1/totals?period=2024-01', '/ket-qua', '/api/v1/']) {
      expect(await allowed(path), path).toBeNull();
    }
  });

  it('tells a key that asks too often when to ask again, and lets others pass', async () => {
    const hasty = await createApiClient(testApp);
    for (let sent = 0; sent < REQUESTS_PER_MINUTE; sent += 1)
      await hasty.get('/api/v1/periods?closed_since=x');
    const response = await hasty.get('/api/v1/units');
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect((await client.get('/api/v1/units')).status).toBe(200);
    testApp.setTime('2024-04-03T00:12:00+07:00');
    expect((await hasty.get('/api/v1/units')).status).toBe(200);
  });

  it('has the texts of a survey in each language', async () => {
    const texts = surveyTextsSchema.parse(await getJson('/api/v1/surveys/mot-cua-ngan/1'));
    expect(texts.questions.map(({ id }) => id)).toContain('i25');
    expect(texts.factors.access).toEqual({ vi: 'Tiếp cận dịch vụ', en: 'Access to the service' });
    expect(Object.keys(texts.set_aside_reasons)).toContain('repeat-device');
  });

  it('has examples that are real answers, on a page for people too', async () => {
    const limited = await createApiClient(testApp);
    const get = async (path: string) => (await limited.get(path)).json();
    const { periods, ...periodList } = periodListSchema.parse(await get('/api/v1/periods'));
    const list = (await get('/api/v1/reports?period=2024-W05')) as { reports: unknown[] };
    const examples = {
      Report: await get('/api/v1/reports/dong-son/2024-W05'),
      ReportList: { ...list, reports: list.reports.slice(0, 1) },
      Totals: await get('/api/v1/totals?period=2024-W05'),
      UnitList: await get('/api/v1/units'),
      PeriodList: { ...periodList, periods: periods.slice(0, 3) },
      SurveyTexts: await get('/api/v1/surveys/mot-cua-ngan/1'),
    };
    // Digests depend on the random ids of ballots; the survey's does not.
    let digests = 0;
    const surveyDigest = examples.SurveyTexts.sha256;
    const text = JSON.stringify(examples, null, 2).replace(/"[0-9a-f]{64}"/g, (digest) => {
      digests += 1;
      return digest === `"${surveyDigest}"`
        ? digest
        : `"${createHash('sha256').update(String(digests)).digest('hex')}"`;
    });
    await expect(
      `${text}\n`,
      'out of date; renew it with: npx vitest run test/http/api-totals.test.ts --update',
    ).toMatchFileSnapshot('../../server/reporting/examples.v1.json');
    const page = await (await testApp.get('/api/v1/')).text();
    for (const path of ['/api/v1/totals', '/api/v1/surveys/{id}/{version}']) expect(page).toContain(path);
    expect(page).toContain('hailong.totals/1');
    expect(page.replace(/<pre[\s\S]*?<\/pre>/g, '')).not.toContain('`');
    for (const said of Object.values(apiPageVi.operations)) expect(page).toContain(said);
  });
});

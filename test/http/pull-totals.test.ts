import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pullCommand } from '../../server/cli/commands/pull.ts';
import { addDays } from '../../server/lib/day.ts';
import { closePeriods } from '../../server/reporting/close-periods.ts';
import { reportListSchema, totalsSchema } from '../../server/reporting/lists.v1.ts';
import type { Report } from '../../server/reporting/report.v1.ts';
import { wilsonInterval } from '../../server/statistics/wilson-interval.ts';
import { insertEntryRevisions } from '../../server/transactions/entry.store.ts';
import { insertUnit } from '../../server/unit/unit.store.ts';
import { EMPTY_PROFILE } from '../../server/unit/unit.ts';
import { type ApiClient, createApiClient } from '../helpers/api-client.ts';
import { writeList } from '../helpers/fake-installations.ts';
import { finishDays } from '../helpers/finished-days.ts';
import { makeFolder } from '../helpers/temporary-folder.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

/** One period of each kind; the first and some others are closed. */
const PERIODS = [
  ...['2024-W05', '2024-02', '2024-Q1', '2024-H1', '2024'],
  ...['BC-2024-02', 'BC-2024-Q1', 'BC-2024-H1', 'BC-2024-9M', 'BC-2024'],
];

let testApp: TestApp;
let client: ApiClient;
let server: ServerType;
let list = '';
let out = '';
const seen: Report[] = [];

/** Four units: two with figures and pending ballots, one with too few ballots, one opened later. */
beforeAll(async () => {
  testApp = await createTestApp();
  client = await createApiClient(testApp);
  const { db } = testApp.context;
  const counter = await db.selectFrom('counters').selectAll().executeTakeFirstOrThrow();
  await db.transaction().execute(async (trx) => {
    for (const [code, name, opened_on] of [
      ['an-binh', 'UBND xã An Bình', '2024-01-29'],
      ['binh-minh', 'UBND xã Bình Minh', '2024-07-01'],
      ['cau-lon', 'UBND xã Cầu Lớn', '2024-01-29'],
    ] as const) {
      const rest = { official_code: null, receiver: 'UBND tỉnh', contact_phone: null };
      await insertUnit(trx, { ...EMPTY_PROFILE, ...rest, code, name, opened_on });
    }
    const entered = { revision: 1, source: 'typed' as const, enteredAt: '2024-03-01T08:00:00+07:00' };
    const days = Array.from({ length: 66 }, (_, index) => addDays('2024-01-29', index));
    await insertEntryRevisions(
      trx,
      'cau-lon',
      days.map((day) => ({ from: day, to: day, counter: null, n: 7, actorName: 'x', ...entered })),
    );
  });
  await db
    .insertInto('counters')
    .values(
      [
        ['anb22', 'an-binh'],
        ['cln22', 'cau-lon'],
        ['cln33', 'cau-lon'],
      ].map(([code = '', unit_code = '']) => ({ ...counter, code, unit_code })),
    )
    .execute();
  for (const [index, day] of ['2024-01-30', '2024-02-14', '2024-02-20', '2024-04-02'].entries()) {
    testApp.setTime(`${day}T10:00:00+07:00`);
    const at = (unit_code: string, counter_code: string) => ({ unit_code, counter_code });
    await testApp.storeMany([
      ...Array.from({ length: 33 + index }, (_, n) => ({ overall: n % 7 === 0 ? 2 : 5 }) as const),
      ...Array.from({ length: 13 + index }, (_, n) => ({
        ...at('cau-lon', 'cln22'),
        overall: n % 3 === 0 ? (3 as const) : (4 as const),
      })),
      { ...at('cau-lon', 'cln33'), overall: 1 },
      ...(index < 3 ? [{ ...at('an-binh', 'anb22'), overall: 2 as const }] : []),
    ]);
  }
  testApp.setTime('2024-04-03T00:10:00+07:00');
  await finishDays(testApp.context);
  await closePeriods(db, testApp.context.surveys, testApp.context.clock);
  const port = await new Promise<number>((resolve) => {
    server = serve({ fetch: testApp.app.fetch, port: 0, hostname: '127.0.0.1' }, (info) =>
      resolve(info.port),
    );
  });
  out = makeFolder('pull-totals');
  list = writeList(out, [`tỉnh,http://127.0.0.1:${port},${client.key},`]);
});
afterAll(() => server.close());

/** The rows of the leader's sheet by the keys of its columns. */
async function readRows(period: string) {
  const { sheets } = await readXlsx(readFileSync(join(out, `${period}.xlsx`)));
  const rows = sheets[0]?.rows ?? [];
  const at = rows.findIndex((row) => row[0] === 'unit');
  const keys = rows[at] ?? [];
  return rows
    .slice(at + 1)
    .map((row) => Object.fromEntries(keys.map((key, index) => [String(key), row[index] ?? null])));
}

const round = (value: number): number => Math.round(100 * value) / 100;

describe('totals', () => {
  it.each(PERIODS)('of %s agree to the last digit by the API, by pull and by hand', async (period) => {
    const options = { list, period, out, from: null, environment: {}, isTerminal: false };
    expect(
      await pullCommand(
        options,
        testApp.context.clock,
        () => {},
        () => {},
      ),
    ).toBe(0);
    const rows = await readRows(period);
    const total = rows.pop();
    const get = async (path: string) => (await client.get(`/api/v1/${path}?period=${period}`)).json();
    const totals = totalsSchema.parse(await get('totals'));
    const { reports, missing = [] } = reportListSchema.parse(await get('reports'));
    seen.push(...reports);

    const shown = reports.filter(({ indicator }) => !indicator.suppressed);
    const sum = (numbers: readonly (number | null)[]) =>
      numbers.reduce<number>((all, n) => all + (n ?? 0), 0);
    const numerator = sum(shown.map(({ indicator }) => indicator.numerator));
    const denominator = sum(shown.map(({ indicator }) => indicator.denominator));
    const known = shown.filter(({ transactions }) => transactions.n !== null);
    const transactions = sum(known.map((report) => report.transactions.n));
    const answered = sum(known.map(({ ballots }) => ballots.received));
    const interval = wilsonInterval(numerator, denominator);
    const byHand = {
      ...{ numerator, denominator, percent: round((100 * numerator) / denominator) },
      ...{ low: round(interval?.low ?? 0), high: round(interval?.high ?? 0) },
      ...{ transactions, response: transactions === 0 ? null : round((100 * answered) / transactions) },
    };
    expect({
      ...{ numerator: totals.indicator.numerator, denominator: totals.indicator.denominator },
      ...{ percent: totals.indicator.percent, low: totals.indicator.interval?.low },
      ...{ high: totals.indicator.interval?.high, transactions: totals.response.transactions },
      response: totals.response.percent,
    }).toEqual(byHand);
    expect(total).toMatchObject(byHand);
    expect(total?.note).toBe(`Đã cộng ${totals.coverage.counted} trong ${totals.coverage.units} đơn vị.`);
    for (const key of ['numerator', 'denominator', 'transactions'] as const) {
      expect(sum(rows.map((row) => Number(row[key])))).toBe(byHand[key]);
    }

    const hidden = reports.filter(({ indicator }) => indicator.suppressed);
    expect(hidden.map(({ unit }) => unit.code)).toContain('an-binh');
    expect(totals.coverage).toMatchObject({
      ...{ units: 4, counted: shown.length, hidden: hidden.length, not_open: missing.length },
    });
    for (const { unit } of hidden) {
      expect(totals.missing).toContainEqual({ unit: unit.code, name: unit.name, reason: 'hidden' });
      const row = rows.find(({ code }) => code === unit.code);
      expect(row).toMatchObject({ numerator: null, denominator: null, percent: null, transactions: null });
    }
  });

  it('were tried on units with figures, on hidden ones, on ballots that wait and on known transactions', () => {
    expect(seen.some(({ indicator }) => !indicator.suppressed)).toBe(true);
    expect(seen.some(({ indicator }) => indicator.suppressed)).toBe(true);
    expect(seen.some(({ indicator, ballots }) => !indicator.suppressed && (ballots.pending ?? 0) > 0)).toBe(
      true,
    );
    expect(seen.some(({ indicator, transactions }) => !indicator.suppressed && transactions.n !== null)).toBe(
      true,
    );
    expect(seen.some(({ period }) => period.closed_at !== null)).toBe(true);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { problemSchema, reportListSchema } from '../../server/reporting/lists.v1.ts';
import type { Report } from '../../server/reporting/report.v1.ts';
import { insertUnit } from '../../server/unit/unit.store.ts';
import { EMPTY_PROFILE } from '../../server/unit/unit.ts';
import { type ApiClient, createApiClient } from '../helpers/api-client.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

const PATH = '/api/v1/reports?period=2024-W05';

/** 119 units besides the first one. Their order depends on the collation. */
const CODES = Array.from({ length: 119 }, (_, index) => (index % 2 === 0 ? `xa-${index}` : `xa${index}`));

let testApp: TestApp;
let client: ApiClient;

beforeAll(async () => {
  testApp = await createTestApp();
  client = await createApiClient(testApp);
  await testApp.context.db.transaction().execute(async (trx) => {
    for (const code of CODES) {
      await insertUnit(trx, {
        code,
        official_code: null,
        ...EMPTY_PROFILE,
        name: `UBND xã ${code}`,
        receiver: 'Sở Nội vụ',
        contact_phone: null,
        opened_on: code === 'xa-0' ? '2024-06-01' : '2024-01-29',
      });
    }
  });
});

async function getPage(cursor: string | null, reader = client, path = PATH) {
  const response = await reader.get(cursor === null ? path : `${path}&cursor=${encodeURIComponent(cursor)}`);
  expect(response.status).toBe(200);
  return reportListSchema.parse(await response.json());
}

async function getAll(reader = client): Promise<{ pages: Report[][]; codes: string[] }> {
  const pages: Report[][] = [];
  for (let cursor: string | null = null; ; ) {
    const page = await getPage(cursor, reader);
    pages.push(page.reports);
    cursor = page.next_cursor;
    if (cursor === null) return { pages, codes: pages.flat().map(({ unit }) => unit.code) };
    expect(pages.length).toBeLessThan(10);
  }
}

describe('the list of reports', () => {
  it('has every unit once, at most fifty a page, in the order of codes; one not open by then has no report', async () => {
    const { pages, codes } = await getAll();
    // Pages of fifty units, one of which opened after that week.
    const first = await getPage(null);
    expect(first.missing).toMatchObject([
      { unit: { code: 'xa-0' }, report: null, reason: 'not-open', opened_on: '2024-06-01' },
    ]);
    expect(pages.map((page) => page.length)).toEqual([49, 50, 20]);
    const expected = ['dong-son', ...CODES].filter((code) => code !== 'xa-0').sort();
    expect(codes).toEqual(expected);
  });

  it('continues after the last unit seen when units are added in between', async () => {
    const first = await getPage(null);
    const last = first.reports.at(-1)?.unit.code as string;
    const inserted = { official_code: null, receiver: '', contact_phone: null, opened_on: '2024-01-29' };
    await testApp.context.db
      .insertInto('units')
      .values([
        { ...inserted, code: 'aa-truoc', name: 'Trước' },
        { ...inserted, code: `${last}-sau`, name: 'Sau' },
      ])
      .execute();
    const second = await getPage(first.next_cursor);
    expect(second.reports[0]?.unit.code).toBe(`${last}-sau`);
    await testApp.context.db
      .deleteFrom('units')
      .where('code', 'in', ['aa-truoc', `${last}-sau`])
      .execute();
  });

  it('pages through only the units of a limited key', async () => {
    const units = CODES.slice(1, 61);
    const { pages, codes } = await getAll(await createApiClient(testApp, { units }));
    expect(pages.map((page) => page.length)).toEqual([50, 10]);
    expect(codes).toEqual([...units].sort());
  });

  it('refuses a cursor that was changed, made up, or carried over from another key or period', async () => {
    const { next_cursor } = await getPage(null);
    const cursor = next_cursor as string;
    const [place, mac] = cursor.split('.') as [string, string];
    const other = Buffer.from('xa-8').toString('base64url');
    const changed = [
      `${other}.${mac}`,
      place,
      `${place}.`,
      `.${mac}`,
      `${cursor}x`,
      '',
      'x',
      ' ',
      '0',
      'null',
    ];
    for (const text of [...changed, cursor.toUpperCase(), `${place}.${'A'.repeat(22)}`]) {
      const response = await client.get(`${PATH}&cursor=${encodeURIComponent(text)}`);
      expect(response.status).toBe(400);
      expect(problemSchema.parse(await response.json()).code).toBe('cursor-malformed');
    }
    const carried = `cursor=${encodeURIComponent(cursor)}`;
    const twice = await client.get(`${PATH}&${carried}&${carried}`);
    const period = await client.get(`/api/v1/reports?period=2024-W06&${carried}`);
    const key = await (await createApiClient(testApp)).get(`${PATH}&${carried}`);
    expect([twice.status, period.status, key.status]).toEqual([400, 400, 400]);
  });
});

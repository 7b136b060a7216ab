import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { runDailyWork } from '../../server/daily-work.ts';
import { readDocument, readWorkbook } from '../helpers/office-file.ts';
import { signInAs, type TestBrowser } from '../helpers/staff-client.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
} as const;

const LEADER_FILES = [
  ['/lanh-dao/bao-cao.docx', 'docx', 'du-thao-bao-cao', 'Dự thảo báo cáo'],
  ['/lanh-dao/so-lieu.xlsx', 'xlsx', 'so-lieu-hai-long', 'Số liệu hài lòng'],
  ['/lanh-dao/so-lieu.csv', 'csv', 'so-lieu-hai-long', 'Số liệu hài lòng'],
  ['/lanh-dao/gui-cap-tren.xlsx', 'xlsx', 'gui-cap-tren', 'Gửi cấp trên'],
  ['/lanh-dao/gui-cap-tren.json', 'json', 'gui-cap-tren', 'Gửi cấp trên'],
] as const;

const bytesOf = async (response: Response): Promise<Uint8Array> =>
  new Uint8Array(await response.arrayBuffer());

let testApp: TestApp;
let leader: TestBrowser;

beforeAll(async () => {
  testApp = await createTestApp();
  await testApp.storeMany(Array.from({ length: 40 }, () => ({ overall: 4 as const })));
  testApp.setTime('2024-02-10T00:06:00+07:00');
  await runDailyWork(testApp.context);
  leader = await signInAs(testApp, { role: 'leader' });
});

describe('a file of a view', () => {
  it.each(LEADER_FILES)(
    '%s is saved under a name of its period, in ASCII and in Vietnamese',
    async (path, type, ascii, name) => {
      const response = await leader.get(`${path}?ky=2024-W05`);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe(TYPES[type]);
      const disposition = response.headers.get('content-disposition') ?? '';
      expect(disposition).toContain(`attachment; filename="${ascii}-dong-son-2024-W05.${type}"`);
      expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')).toBe(
        `${name} - UBND xã Đông Sơn - Tuần 29-01–04-02-2024.${type}`,
      );
      expect((await bytesOf(response)).length).toBeGreaterThan(500);
    },
  );

  it.each(LEADER_FILES)(
    '%s is not sent again unless a figure has changed, and is in no shared cache',
    async (path) => {
      const first = await leader.get(path);
      expect(first.headers.get('cache-control')).toBe('private, no-cache');
      const second = await leader.get(path, { 'If-None-Match': first.headers.get('etag') ?? 'none' });
      expect([second.status, await second.text()]).toEqual([304, '']);
      const other = await leader.get(`${path}?ky=2024-W05`, {
        'If-None-Match': first.headers.get('etag') ?? '',
      });
      expect(other.status).toBe(200);
    },
  );

  it('defaults to the page’s period, and rejects an invalid one', async () => {
    const csv = await (await leader.get('/lanh-dao/so-lieu.csv')).text();
    expect(csv.split('\r\n')[1]).toMatch(/^dong-son,,BC-2024-02,2024-01-15,2024-02-14,,/);
    for (const [path] of LEADER_FILES) {
      expect((await leader.get(`${path}?ky=2024-W99`)).status, path).toBe(404);
      expect((await leader.get(`${path}?ky=../x`)).status, path).toBe(404);
    }
    for (const path of ['/can-bo/tuan.xlsx', '/can-bo/tuan.csv']) {
      expect((await leader.get(`${path}?tuan=2024-01`)).status, path).toBe(404);
      expect((await leader.get(`${path}?quay=zzzzz`)).status, path).toBe(404);
    }
  });

  it('is offered on the page that it is of', async () => {
    const page = await (await leader.get('/lanh-dao?ky=2024-W05')).text();
    for (const [path] of LEADER_FILES) expect(page).toContain(`href="${path}?ky=2024-W05" download`);
    const code = testApp.counters[0]?.code;
    const week = await (await leader.get(`/can-bo?tuan=2024-W05&quay=${code}`)).text();
    for (const path of ['/can-bo/tuan.xlsx', '/can-bo/tuan.csv']) {
      expect(week).toContain(`href="${path}?tuan=2024-W05&amp;quay=${code}" download`);
    }
  });

  it('shows staff their own counter and no other, nor the whole unit', async () => {
    const [own, other] = testApp.counters.map(({ code }) => code);
    const staff = await signInAs(testApp, { role: 'staff', counters: [own ?? ''] });
    for (const path of ['/can-bo/tuan.xlsx', '/can-bo/tuan.csv']) {
      expect((await staff.get(`${path}?quay=${other}`)).status, path).toBe(403);
      const response = await staff.get(path);
      expect(response.status, path).toBe(200);
      expect(response.headers.get('content-disposition')).toContain(`so-lieu-tuan-dong-son-${own}-`);
    }
    const rows = parse(await (await staff.get('/can-bo/tuan.csv')).text(), { columns: true });
    expect(new Set((rows as Record<string, string>[]).map(({ counter }) => counter))).toEqual(new Set([own]));
    for (const [path] of LEADER_FILES) expect((await staff.get(path)).status, path).toBe(403);
  });
});

describe('a name that would be a formula, or markup, or a way out of a header', () => {
  const TYPED = '=HYPERLINK("http://evil.example";"x")</w:t><f>1</f>\r\nSet-Cookie: a=b';
  const KEPT = '=HYPERLINK("http://evil.example";"x")</w:t><f>1</f> Set-Cookie: a=b';

  it('is a text in every file', async () => {
    const hostile = await createTestApp();
    const { post } = await signInAs(hostile, { role: 'administrator' });
    const names = { name: TYPED, receiver: `+${TYPED}`, official_code: '', contact_phone: '' };
    expect((await post('/quan-tri/don-vi', names)).status).toBe(303);
    const counter = hostile.counters[0]?.code;
    expect((await post(`/quan-tri/quay/${counter}/thong-tin`, { name: `@${TYPED}`, field: '' })).status).toBe(
      303,
    );
    await hostile.storeMany(Array.from({ length: 40 }, () => ({ overall: 4 as const })));
    hostile.setTime('2024-02-10T00:06:00+07:00');
    await runDailyWork(hostile.context);
    const reader = await signInAs(hostile, { role: 'leader' });
    const shown = new Set<string>();
    const paths = [...LEADER_FILES.map(([path]) => `${path}?ky=2024-W05`), '/can-bo/tuan.xlsx?tuan=2024-W05'];
    const book = await bytesOf(await reader.get('/lanh-dao/so-lieu.xlsx'));
    const first = strFromU8(unzipSync(book)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(first).toMatch(/<pageSetup[^>]*orientation="portrait" fitToWidth="1" fitToHeight="1"/);
    for (const path of paths) {
      const response = await reader.get(path);
      expect([path, response.status]).toEqual([path, 200]);
      expect(response.headers.getSetCookie()).toEqual([]);
      expect(response.headers.get('content-disposition')).toMatch(/^[\x20-\x7e]+$/);
      const bytes = await bytesOf(response);
      if (path.includes('.xlsx')) {
        for (const { rows } of readWorkbook(bytes)) {
          for (const { value, type, hasFormula } of rows.flatMap(({ cells }) => cells)) {
            if (typeof value !== 'string') continue;
            expect([path, type, hasFormula]).toEqual([path, 's', false]);
            if (value.includes(KEPT)) shown.add(`xlsx ${value[0]}`);
          }
        }
      }
      if (path.includes('.docx')) {
        const { paragraphs, tables } = readDocument(bytes);
        for (const said of [...paragraphs, ...tables.flat(2)]) {
          if (said.includes(KEPT)) shown.add(`docx ${said.slice(0, 1)}`);
        }
      }
      if (path.includes('.csv')) {
        const rows = parse(Buffer.from(bytes)) as string[][];
        for (const field of rows.flat()) {
          expect(field).not.toMatch(/^[=+\-@]/);
          if (field.includes(KEPT)) shown.add(`csv ${field.slice(0, 2)}`);
        }
      }
    }
    // Makes sure that the files did contain hostile text: unit, receiver, counter.
    expect([...shown]).toEqual(expect.arrayContaining(['xlsx =', 'xlsx +', 'xlsx @', 'docx @', "csv '@"]));
  });
});

describe('files of made-up data', () => {
  it('say so in their names, and inside where people read', async () => {
    const demo = await createTestApp({ isDemo: true });
    const reader = await signInAs(demo, { role: 'leader' });
    for (const [path, type] of LEADER_FILES) {
      const response = await reader.get(path);
      expect(response.headers.get('content-disposition'), path).toMatch(/filename="so-lieu-gia-/);
      const bytes = await bytesOf(response);
      if (type === 'xlsx') {
        const texts = readWorkbook(bytes).flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));
        expect(texts.some(({ value }) => String(value).includes('SỐ LIỆU GIẢ'))).toBe(true);
      }
    }
  });
});

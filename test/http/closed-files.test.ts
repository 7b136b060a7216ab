import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runDailyWork } from '../../server/daily-work.ts';
import { addDays, type Day } from '../../server/lib/day.ts';
import { partsOf, readDocument, readWorkbook } from '../helpers/office-file.ts';
import { readRows } from '../helpers/page-tables.ts';
import { startServer } from '../helpers/server-process.ts';
import { addPerson, PASSWORD, signInAs } from '../helpers/staff-client.ts';
import { makeFolder } from '../helpers/temporary-folder.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

// Files of a closed period have the same bytes on every later day; neither the files nor the period's pages contain a
// later date or a later ballot.

const PERIOD = 'BC-2024-02';
const LAST_DAY: Day = '2024-02-14';
/** The office's first day; the reporting month is closed on 20 February. */
const FIRST_DAY: Day = '2024-01-29';
const DAYS = { first: '2024-02-21', second: '2024-03-25' } as const;

const FILES = ['bao-cao.docx', 'so-lieu.xlsx', 'so-lieu.csv', 'gui-cap-tren.xlsx', 'gui-cap-tren.json'].map(
  (name) => `/lanh-dao/${name}?ky=${PERIOD}`,
);

let testApp: TestApp;
const seen: Record<keyof typeof DAYS, Map<string, Uint8Array>> = { first: new Map(), second: new Map() };

const folder = makeFolder('closed-files');
const DATABASE_URL = `sqlite:${join(folder, 'hailong.sqlite')}`;

beforeAll(async () => {
  testApp = await createTestApp({ environment: { DATA_DIR: folder, DATABASE_URL } });
  for (let day = FIRST_DAY; day <= DAYS.second; day = addDays(day, 1)) {
    testApp.setTime(`${day}T00:06:00+07:00`);
    await runDailyWork(testApp.context);
    testApp.setTime(`${day}T09:00:00+07:00`);
    const when = day === DAYS.first ? 'first' : day === DAYS.second ? 'second' : null;
    // All later ballots are worse, so that any of them would show.
    const overall = day <= LAST_DAY ? 5 : 1;
    await testApp.storeMany(Array.from({ length: 8 }, () => ({ overall })));
    if (when === null) continue;
    const leader = await signInAs(testApp, { role: 'leader' });
    for (const path of [...FILES, `/can-bo/tuan.xlsx?tuan=2024-W06`]) {
      const response = await leader.get(path);
      expect(response.status, path).toBe(200);
      seen[when].set(path, new Uint8Array(await response.arrayBuffer()));
    }
  }
}, 120_000);

/** Dates in a text that are after the period, except the day on which it was closed. */
const laterDays = (text: string): string[] =>
  [...text.matchAll(/\b(\d\d)\/(\d\d)\/(2024)\b/g)]
    .map(([, day, month, year]) => `${year}-${month}-${day}`)
    .filter((day) => day > LAST_DAY && day !== '2024-02-19');

describe('a closed period', () => {
  it.each([...FILES, '/can-bo/tuan.xlsx?tuan=2024-W06'])('has the same bytes on two days in %s', (path) => {
    const [first, second] = [seen.first.get(path), seen.second.get(path)];
    expect(first?.length).toBeGreaterThan(100);
    expect(Buffer.compare(first as Uint8Array, second as Uint8Array)).toBe(0);
  });

  it('has the same bytes from another process, years later', async () => {
    const { name } = await addPerson(testApp, { role: 'leader' });
    const server = await startServer({ DATA_DIR: folder, DATABASE_URL });
    try {
      const form = { name, password: PASSWORD, next: '' };
      const entered = await fetch(`${server.origin}/dang-nhap`, {
        method: 'POST',
        headers: { Origin: server.origin },
        body: new URLSearchParams(form),
        redirect: 'manual',
      });
      const cookie = entered.headers
        .getSetCookie()
        .map((line) => line.split(';')[0])
        .join('; ');
      for (const path of FILES) {
        const response = await fetch(server.origin + path, { headers: { cookie } });
        expect(response.status, path).toBe(200);
        const bytes = new Uint8Array(await response.arrayBuffer());
        expect(Buffer.compare(bytes, seen.second.get(path) as Uint8Array), path).toBe(0);
      }
    } finally {
      await server.stop();
    }
  });

  it('names no later day in its draft report and its tables', () => {
    const bytes = seen.second.get(FILES[0] as string) as Uint8Array;
    const report = readDocument(bytes);
    expect(laterDays(report.paragraphs.join('\n'))).toEqual([]);
    const chart = new TextDecoder().decode(partsOf(bytes)['word/charts/chart1.xml']);
    expect([...new Set(chart.match(/\b\d\d\/\d\d\b/g))].at(-1)).toBe('05/02');
    // A message that is a function must be called, not printed as source code.
    expect(report.paragraphs.filter((text) => text.includes('=>'))).toEqual([]);
    const cells = readWorkbook(seen.second.get(FILES[1] as string) as Uint8Array).flatMap(({ rows }) =>
      rows.flatMap((row) => row.cells.map(({ value }) => String(value ?? ''))),
    );
    expect(cells).toContain('2024-W06');
    expect(cells.filter((text) => /^2024-W(0[7-9]|1\d)$/.test(text))).toEqual([]);
  });

  it('has a draft report that compares with the period before and a year ago, where there are any', async () => {
    const text = (bytes: Uint8Array) => readDocument(bytes).paragraphs.join('\n');
    expect(text(seen.second.get(FILES[0] as string) as Uint8Array)).not.toContain('Kỳ trước (');
    const leader = await signInAs(testApp, { role: 'leader' });
    const next = await leader.get('/lanh-dao/bao-cao.docx?ky=BC-2024-03');
    // 17 days with eight ballots each: all satisfied in the previous period, none in this one.
    expect(text(new Uint8Array(await next.arrayBuffer()))).toContain(
      'Kỳ trước (15/01–14/02/2024): 100,0% trong 136 phiếu. Nay giảm rõ: 100,0 điểm.',
    );
  });

  it.each(['/ket-qua?ky=BC-2024-Q1', '/lanh-dao?ky=BC-2024-Q1'])(
    'shows no week that ends after it on %s',
    async (path) => {
      const leader = await signInAs(testApp, { role: 'leader' });
      // Weeks in table rows, which have figures; the list of selectable periods is not a table.
      const names = readRows(await (await leader.get(path)).text()).map(({ name }) => name);
      // The closed quarter ends on Thursday, 14 March.
      expect(names.some((name) => name.includes('04/03–10/03/2024'))).toBe(true);
      expect(names.some((name) => name.includes('11/03–17/03/2024'))).toBe(false);
    },
  );
});

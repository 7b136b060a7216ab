import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { runDailyWork } from '../../server/daily-work.ts';
import { addDays } from '../../server/lib/day.ts';
import { staffVi } from '../../web/messages/staff.vi.ts';
import { type ApiClient, createApiClient } from '../helpers/api-client.ts';
import { readAllRecords, readDocument } from '../helpers/office-file.ts';
import { readRows } from '../helpers/page-tables.ts';
import { signInAs, type TestBrowser } from '../helpers/staff-client.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

const NAME = 'Hộ kinh doanh, doanh nghiệp';

interface Figure {
  readonly satisfied: number;
  readonly all: number;
}

let testApp: TestApp;
let client: ApiClient;
let leader: TestBrowser;

beforeAll(async () => {
  testApp = await createTestApp();
  client = await createApiClient(testApp);
});

/** Adds six businesses, `satisfied` of them satisfied, and eight citizens per day. */
async function passDays(from: string, to: string, satisfied: number): Promise<void> {
  for (let day = from; day <= to; day = addDays(day, 1)) {
    testApp.setTime(`${day}T09:00:00+07:00`);
    const ballot = (kind: string, overall: 2 | 5) => ({ overall, respondent: { kind, field: null } });
    await testApp.storeMany([
      ...Array.from({ length: 6 }, (_, index) => ballot('business', index < satisfied ? 5 : 2)),
      ...Array.from({ length: 8 }, () => ballot('citizen', 5)),
    ]);
    testApp.setTime(`${addDays(day, 1)}T00:06:00+07:00`);
    await runDailyWork(testApp.context);
  }
  leader = await signInAs(testApp, { role: 'leader' });
}

/** Reads `5 trong 6 phiếu`, or a percentage of the number of ballots in the next cell. */
function figureOf([said = '', all = '']: readonly string[]): Figure {
  const counted = /^(\d+) trong (\d+) phiếu$/.exec(said);
  if (counted) return { satisfied: Number(counted[1]), all: Number(all) };
  const percent = Number(said.replace('%', '').replace(',', '.'));
  return { satisfied: Math.round((percent * Number(all)) / 100), all: Number(all) };
}

/** The figure of businesses in every view, file and JSON of a period. */
async function readFigures(id: string): Promise<Record<string, Figure>> {
  const bytesOf = async (name: string) =>
    new Uint8Array(await (await leader.get(`/lanh-dao/${name}?ky=${id}`)).arrayBuffer());
  const onPage = async (html: Promise<Response>) =>
    figureOf(readRows(await (await html).text()).find(({ name }) => name === NAME)?.cells ?? []);
  const row = (await client.getReport(`dong-son/${id}`)).respondents?.find(({ kind }) => kind === 'business');
  const csv = (
    parse(await bytesOf('so-lieu.csv').then((bytes) => new TextDecoder().decode(bytes)), {
      columns: true,
    }) as Record<string, string>[]
  ).filter((line) => line.part === 'respondents' && line.id === 'business');
  const inCsv = (figure: string) => Number(csv.find((line) => line.figure === figure)?.value);
  const sheet = readAllRecords(await bytesOf('so-lieu.xlsx'))[staffVi.respondents.columns.respondents];
  const record = sheet?.find((one) => one.id === 'business');
  const report = readDocument(await bytesOf('bao-cao.docx'))
    .tables.flat()
    .find(([name]) => name === NAME);
  return {
    json: { satisfied: row?.numerator ?? Number.NaN, all: row?.denominator ?? Number.NaN },
    leader: await onPage(leader.get(`/lanh-dao?ky=${id}`)),
    // Months are not public.
    ...(id.includes('Q') ? { public: await onPage(testApp.get(`/ket-qua?ky=${id}`)) } : {}),
    csv: { satisfied: inCsv('numerator'), all: inCsv('counted') },
    xlsx: { satisfied: Number(record?.numerator), all: Number(record?.denominator) },
    docx: { satisfied: Number.parseInt(report?.[2] ?? '', 10), all: Number(report?.[1]) },
  };
}

describe('an organisation’s answer', () => {
  test('moves the figure of organisations on every view, file and JSON, and they agree', async () => {
    await passDays('2024-02-01', '2024-02-03', 5);
    for (const [where, figure] of Object.entries(await readFigures('BC-2024-02')))
      expect(figure, where).toEqual({ satisfied: 15, all: 18 });
    await passDays('2024-02-20', '2024-02-22', 2);
    await passDays('2024-03-20', '2024-03-20', 0);
    for (const [where, figure] of Object.entries(await readFigures('BC-2024-Q1')))
      expect(figure, where).toEqual({ satisfied: 21, all: 36 });
  });
});

describe('a citizen who sent the dossier online', () => {
  test('is asked about the portal, and not about chairs or the counter', async () => {
    const online = testApp.counters.find(({ channel }) => channel === 'link')?.code;
    const html = await (await testApp.get(`/k/${online}`)).text();
    expect(html).toContain('Cổng Dịch vụ công');
    expect(html).not.toMatch(/[Cc]hỗ ngồi|Thái độ của cán bộ/);
    const atCounter = await (await testApp.get(`/k/${testApp.counters[0]?.code}`)).text();
    expect(atCounter).toMatch(/[Cc]hỗ ngồi/);
  });
});

import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { runDailyWork } from '../../server/daily-work.ts';
import { DEMO_START, seedDemo } from '../../server/demo/seed-demo.ts';
import { dayOf } from '../../server/lib/day.ts';
import { createSeededRandom, type SeededRandom } from '../../server/lib/seeded-random.ts';
import {
  listNamedPeriodsTouching,
  type NamedPeriod,
  nextPeriod,
  parsePeriod,
} from '../../server/period/period.ts';
import {
  faultsIn,
  type Sum,
  sumsOfCsv,
  sumsOfDocument,
  sumsOfJson,
  sumsOfPage,
  sumsOfUpwardRow,
  sumsOfXlsx,
} from '../helpers/adding-up.ts';
import { type ApiClient, createApiClient } from '../helpers/api-client.ts';
import { signInAs, type TestBrowser } from '../helpers/staff-client.ts';
import { type BallotToStore, createTestApp, type TestApp } from '../helpers/test-app.ts';

// Every sum that a reader can compute equals the headline, on pages, in files and in the JSON, all read as text.

let testApp: TestApp;
let client: ApiClient;
let leader: TestBrowser;
let periods: readonly NamedPeriod[];

beforeAll(async () => {
  testApp = await createTestApp({ isDemo: true, now: `${DEMO_START}T08:00:00+07:00` });
  const { clock } = testApp.context;
  await seedDemo(testApp.context, {
    now: () => clock.now(),
    set: (instant) => testApp.setTime(instant.toISOString()),
  });
  client = await createApiClient(testApp);
  leader = await signInAs(testApp, { role: 'leader' });
  periods = listNamedPeriodsTouching(DEMO_START, dayOf(clock.now()));
}, 300_000);

const HISTORIES = 200;
/** Days near the ends of a week, a month, a reporting month and a year. */
const DAYS = [
  '2023-12-12',
  '2023-12-14',
  '2023-12-15',
  '2023-12-29',
  '2024-01-02',
  '2024-01-14',
  '2024-01-15',
];
const PERIODS = ['2024-W02', '2024-W03', 'BC-2023-12', 'BC-2024-01', 'BC-2024-02', '2024-01', 'BC-2024-Q1'];

const pick = <Item>(random: SeededRandom, items: readonly Item[]): Item =>
  items[Math.floor(random.next() * items.length)] as Item;

/** A random ballot of any counter, survey, channel, respondent kind and field, with some answers. */
function someBallot(random: SeededRandom, app: TestApp): BallotToStore {
  const survey = pick(random, app.context.surveys.list());
  const questions = survey.questions.map(({ id }) => id);
  const level = () => pick(random, [1, 2, 3, 4, 5, 5, 5] as const);
  const answered = questions.filter((id) => id === 'overall' || random.next() < 0.7);
  return {
    counter_code: pick(random, app.counters).code,
    survey_id: survey.id,
    survey_version: survey.version,
    question_ids: questions,
    channel: pick(random, ['poster', 'poster', 'slip', 'assisted', 'link']),
    respondent: {
      kind: pick(random, ['citizen', 'citizen', 'business', 'organisation', null]),
      field: pick(random, ['land', 'civil-status', null]),
    },
    answers: {
      levels: Object.fromEntries(
        answered.map((id) => [id, id !== 'overall' && random.next() < 0.2 ? 'na' : level()]),
      ),
      why: {},
    },
    set_aside: pick(random, [null, null, null, null, 'repeat-device', 'too-fast']),
  };
}

/** Reads all pages and JSON with a period's figures, but not the files. */
async function lookAt(
  app: TestApp,
  reader: ApiClient,
  looker: TestBrowser,
  ids: readonly string[],
  where: string,
): Promise<{ readonly faults: string[]; readonly checked: number }> {
  const faults: string[] = [];
  const accounts = new Map<string, { readonly pending: number; readonly carried_in: number }>();
  let checked = 0;
  const check = (path: string, sums: readonly Sum[]) => {
    checked += sums.length;
    faults.push(...faultsIn(`${where}: ${path}`, sums));
  };
  for (const id of ids) {
    const json = await (await reader.get(`/api/v1/reports/dong-son/${id}`)).text();
    check(id, sumsOfJson(json));
    const { indicator, ballots } = JSON.parse(json);
    accounts.set(id, ballots);
    const path = id.includes('W') ? `/can-bo?tuan=${id}` : `/lanh-dao?ky=${id}`;
    check(path, sumsOfPage(await (await looker.get(path)).text(), indicator.denominator ?? 0));
  }
  for (const [id, { pending }] of accounts) {
    const next = accounts.get(nextPeriod(parsePeriod(id) as NamedPeriod).id);
    if (next) check(`after ${id}`, [{ name: 'carried in', is: next.carried_in, shouldBe: pending }]);
  }
  check('/ket-qua', sumsOfPage(await (await app.get('/ket-qua')).text()));
  return { faults, checked };
}

/** Reads all files of a period. */
async function sumsOfFiles(reader: ApiClient, looker: TestBrowser, id: string): Promise<Sum[]> {
  const { indicator, ballots } = await reader.getReport(`dong-son/${id}`);
  const [n, aside] = [indicator.denominator ?? 0, ballots.set_aside ?? 0];
  const bytesOf = async (name: string) => (await looker.get(`/lanh-dao/${name}?ky=${id}`)).arrayBuffer();
  return [
    ...sumsOfCsv(new TextDecoder().decode(await bytesOf('so-lieu.csv')), n, aside),
    ...sumsOfXlsx(await bytesOf('so-lieu.xlsx'), n, aside),
    ...sumsOfUpwardRow(await bytesOf('gui-cap-tren.xlsx')),
    ...sumsOfDocument(await bytesOf('bao-cao.docx'), n),
    ...(id.includes('W')
      ? sumsOfXlsx(await (await looker.get(`/can-bo/tuan.xlsx?tuan=${id}`)).arrayBuffer(), n, aside)
      : []),
  ];
}

async function checkHistory(random: SeededRandom, name: string, hasFiles: boolean) {
  const app = await createTestApp({ now: `${DAYS[0]}T08:00:00+07:00` });
  const reader = await createApiClient(app);
  for (const day of DAYS.filter(() => random.next() < 0.8)) {
    app.setTime(`${day}T09:00:00+07:00`);
    const n = Math.floor(random.next() * 14);
    await app.storeMany(Array.from({ length: n }, () => someBallot(random, app)));
  }
  app.setTime('2024-01-18T00:06:00+07:00');
  await runDailyWork(app.context);
  const looker = await signInAs(app, { role: 'leader' });
  const seen = await lookAt(app, reader, looker, PERIODS, name);
  const files = hasFiles ? await sumsOfFiles(reader, looker, 'BC-2024-Q1') : [];
  await app.close();
  return {
    faults: [...seen.faults, ...faultsIn(`${name}: files`, files)],
    checked: seen.checked + files.length,
  };
}

describe('the figures of the demo', () => {
  it('add up in the JSON of every period', async () => {
    const faults: string[] = [];
    for (const { id } of periods) {
      const response = await client.get(`/api/v1/reports/dong-son/${id}`);
      faults.push(...faultsIn(id, sumsOfJson(await response.text())));
    }
    expect(periods.length).toBeGreaterThan(90);
    expect(faults).toEqual([]);
  });

  it('add up from each period to the next: what waits at its end is carried in there', async () => {
    const ballotsOf = async ({ id }: NamedPeriod): Promise<Record<string, number>> =>
      ((await (await client.get(`/api/v1/reports/dong-son/${id}`)).json()) as { ballots: never }).ballots;
    let hasWaited = false;
    const steps: [string, number | undefined, number | undefined][] = [];
    for (const period of periods.filter(({ kind, to }) => kind !== 'report-9m' && to < '2024-12-01')) {
      const next = nextPeriod(period);
      const { pending } = await ballotsOf(period);
      const { carried_in } = await ballotsOf(next);
      hasWaited ||= pending !== 0;
      steps.push([`${period.id} → ${next.id}`, pending, carried_in]);
    }
    expect(steps.length).toBeGreaterThan(70);
    expect(steps.filter(([, pending, carried_in]) => pending !== carried_in)).toEqual([]);
    expect(hasWaited).toBe(true);
  });

  it.each(['BC-2024-12', 'BC-2024-Q3', 'BC-2024', '2024-W47'])('add up in the files of %s', async (id) => {
    const sums = await sumsOfFiles(client, leader, id);
    expect(sums.length).toBeGreaterThan(15);
    expect(faultsIn(id, sums)).toEqual([]);
  });

  it.each([
    '/ket-qua?ky=BC-2024-Q3',
    '/ket-qua?ky=BC-2024-Q4',
    '/ket-qua?ky=BC-2024',
    '/lanh-dao',
    '/lanh-dao?ky=BC-2024-11',
    '/lanh-dao?ky=2024-H1',
    '/can-bo',
    '/can-bo?tuan=2024-W47',
    '/can-bo?tuan=4-tuan',
  ])('add up on %s', async (path) => {
    const html = await (await leader.get(path)).text();
    const sums = sumsOfPage(html);
    // At least the sums of the headline, ballots, counters, channels and the overall question.
    expect(sums.length, path).toBeGreaterThan(5);
    expect(faultsIn(path, sums)).toEqual([]);
  });
});

describe('the figures of random histories', () => {
  it('add up in the JSON, on all pages and from period to period', async () => {
    const faults: string[] = [];
    let checked = 0;
    for (let history = 0; history < HISTORIES; history += 1) {
      const seen = await checkHistory(
        createSeededRandom(`history ${history}`),
        `history ${history}`,
        history % 10 === 0,
      );
      faults.push(...seen.faults);
      checked += seen.checked;
    }
    expect(checked).toBeGreaterThan(50 * HISTORIES);
    expect(faults).toEqual([]);
  }, 300_000);
});

describe('the figures of a trial', () => {
  it('add up with every ballot', async () => {
    const app = await createTestApp({ isOfficial: false });
    const random = createSeededRandom('a trial');
    const reader = await createApiClient(app);
    const looker = await signInAs(app, { role: 'leader' });
    const faults: string[] = [];
    for (let ballot = 1; ballot <= 12; ballot += 1) {
      await app.storeMany([someBallot(random, app)]);
      faults.push(
        ...(await lookAt(app, reader, looker, ['2024-W05', 'BC-2024-02'], `ballot ${ballot}`)).faults,
      );
    }
    expect(faults).toEqual([]);
  });
});

describe('the sample in the README', () => {
  const SHOWN = ['schema', 'unit', 'period', 'ballots', 'indicator'] as const;
  const onOneLine = (value: unknown): string => JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');

  it('is what the demo answers', async () => {
    const report = await (await client.get('/api/v1/reports/dong-son/BC-2024-11')).json();
    const lines = SHOWN.map((key) => `  "${key}": ${onOneLine(report[key])}`);
    const readme = readFileSync('README.md', 'utf8');
    const sample = `\`\`\`json\n{\n${lines.join(',\n')}\n}\n\`\`\``;
    await expect(
      readme.replace(/```json\n[\s\S]*?\n```/, () => sample),
      'out of date; renew it with: npx vitest run test/http/adding-up.test.ts --update',
    ).toMatchFileSnapshot('../../README.md');
  });
});

import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEMO_START, seedDemo } from '../../server/demo/seed-demo.ts';
import { dayOf } from '../../server/lib/day.ts';
import { listNamedPeriodsTouching, type NamedPeriod, nextPeriod } from '../../server/period/period.ts';
import { filesVi } from '../../web/messages/files.vi.ts';
import { staffVi } from '../../web/messages/staff.vi.ts';
import { type ApiClient, createApiClient } from '../helpers/api-client.ts';
import { readAllRecords } from '../helpers/office-file.ts';
import { readRows, readText } from '../helpers/page-tables.ts';
import { signInAs, type TestBrowser } from '../helpers/staff-client.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

// Whatever a reader of the demo adds up comes to the headline: on pages, in files and in the JSON, read as text.

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

const sum = (numbers: readonly (number | null)[]): number =>
  numbers.reduce<number>((total, n) => total + (n ?? 0), 0);

type Rows = readonly Readonly<Record<string, number | null>>[];

/** The parts of a report as another program would declare them. */
interface Json {
  readonly period: { readonly id: string };
  readonly ballots: Readonly<Record<string, number>>;
  readonly indicator: Readonly<Record<string, number | null>>;
  readonly channels: Rows;
  readonly respondents: Rows;
  readonly fields: Rows;
  readonly counters: Rows;
  readonly survey: Rows;
  readonly set_aside: { readonly by_reason: Rows };
  readonly questions: readonly {
    readonly id: string;
    readonly n: number;
    readonly counts: Readonly<Record<string, number>> | null;
  }[];
}

/** Faults of a report's JSON, read as another program reads it. */
function faultsOfJson(text: string): string[] {
  const report = JSON.parse(text) as Json;
  const { ballots, indicator, channels, respondents, fields, counters, questions, survey } = report;
  const list = (items: Rows, figure: string): number => sum(items.map((item) => item[figure] ?? null));
  const { received, carried_in, counted, set_aside: aside, pending } = ballots;
  const { numerator, denominator, neutral, dissatisfied } = indicator;
  const n = denominator ?? 0;
  const surveyIsKnown = survey.every((one) => one.counted !== null);
  const sums: [string, number | undefined, number | null | undefined][] = [
    ['counted', counted, n],
    ['levels of the headline', sum([numerator ?? 0, neutral ?? 0, dissatisfied ?? 0]), n],
    ['counters', list(counters, 'denominator'), n],
    ['satisfied of counters', list(counters, 'numerator'), numerator ?? 0],
    ['channels', list(channels, 'counted'), n],
    ['kinds', list(respondents, 'counted'), n],
    ['satisfied of kinds', list(respondents, 'numerator'), numerator ?? 0],
    ['fields', list(fields, 'counted'), n],
    ['reasons', list(report.set_aside.by_reason, 'n'), aside],
    ['waiting at counters', list(counters, 'pending'), pending],
    ['the account', (received ?? 0) + (carried_in ?? 0), sum([counted ?? 0, aside ?? 0, pending ?? 0])],
    ...(surveyIsKnown ? ([['surveys', list(survey, 'counted'), n]] as [string, number, number][]) : []),
    ...questions.flatMap(({ id, n: answers, counts }): [string, number, number][] => {
      if (counts === null) return [];
      const { na = 0, skipped = 0, ...levels } = counts;
      const all = answers + na + skipped;
      return [
        [`levels of ${id}`, sum(Object.values(levels)), answers],
        // A question that only some of the surveys ask is of the ballots of those.
        [`ballots asked ${id}`, id === 'overall' ? all : Math.min(all, n), id === 'overall' ? n : all],
      ];
    }),
  ];
  return sums.flatMap(([name, a, b]) => (a === b ? [] : [`${report.period.id}: ${name}: ${a} ≠ ${b}`]));
}

describe('the figures of the demo', () => {
  it('add up in the JSON of every period', async () => {
    const faults: string[] = [];
    for (const { id } of periods) {
      const response = await client.get(`/api/v1/reports/dong-son/${id}`);
      faults.push(...faultsOfJson(await response.text()));
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
    const report = (await (await client.get(`/api/v1/reports/dong-son/${id}`)).json()) as {
      indicator: { denominator: number };
      ballots: { set_aside: number };
    };
    const n = report.indicator.denominator;
    const csv = parse(await (await leader.get(`/lanh-dao/so-lieu.csv?ky=${id}`)).text(), {
      columns: true,
    }) as Record<string, string>[];
    const sumOf = (part: string, figure: string): number =>
      sum(csv.filter((row) => row.part === part && row.figure === figure).map(({ value }) => Number(value)));
    for (const [part, figure] of [
      ['channels', 'counted'],
      ['respondents', 'counted'],
      ['fields', 'counted'],
      ['counters', 'denominator'],
    ] as const)
      expect(sumOf(part, figure), part).toBe(n);
    expect(sumOf('set_aside', 'n')).toBe(report.ballots.set_aside);
    expect(sumOf('set_aside', 'total')).toBe(report.ballots.set_aside);

    const book = await (await leader.get(`/lanh-dao/so-lieu.xlsx?ky=${id}`)).arrayBuffer();
    const sheets = readAllRecords(new Uint8Array(book));
    const column = (sheet: string, name: string): number =>
      sum((sheets[sheet] ?? []).map((row) => Number(row[name] ?? 0)));
    const names = filesVi.sheets;
    expect(sheets[names.headline]?.[0]?.denominator).toBe(n);
    expect(column(names.counters, 'denominator')).toBe(n);
    expect(column(names.channels, 'counted')).toBe(n);
    expect(column(names.setAside, 'set_aside')).toBe(report.ballots.set_aside);
    const overall = sheets[names.questions]?.[0] ?? {};
    const answers = ['level_1', 'level_2', 'level_3', 'level_4', 'level_5', 'na', 'skipped'];
    expect(sum(answers.map((name) => Number(overall[name])))).toBe(n);
  });

  it.each(['BC-2024-Q3', 'BC-2024-Q4', 'BC-2024'])('add up on the public page of %s', async (id) => {
    const html = await (await testApp.get(`/ket-qua?ky=${id}`)).text();
    const text = readText(html);
    // A counter without a figure has words in its row.
    const number = (found = ''): number => {
      const [, digits = '0'] = /^(?:\d+ trong )?([\d.]+)(?: phiếu)?$/.exec(found) ?? [];
      return Number(digits.replaceAll('.', ''));
    };
    const { report } = (await (await testApp.get(`/ket-qua.json?ky=${id}`)).json()) as {
      report: { indicator: { denominator: number }; ballots: { set_aside: number } };
    };
    const n = report.indicator.denominator;
    const rows = readRows(html);
    // Seven answers of each question: the first one is the overall question.
    const overall = rows.find(({ cells }) => cells.length === 7);
    expect(sum((overall?.cells ?? []).map(number))).toBe(n);
    const tables = [...html.matchAll(/<table class="figures[^"]*">[\s\S]*?<\/table>/g)].map(([table]) => ({
      column: readText(/<th scope="col">([\s\S]*?)<\/th>/.exec(table)?.[1] ?? ''),
      // The number of ballots stands last in every row, in that of the rest too.
      total: sum(readRows(table).map(({ cells }) => number(cells.at(-1)))),
    }));
    const totalOf = (name: string) => tables.find(({ column }) => column === name)?.total;
    expect(totalOf(staffVi.channels.column)).toBe(n);
    expect(totalOf(staffVi.counters.column)).toBe(n);
    expect(totalOf(staffVi.setAside.column)).toBe(report.ballots.set_aside);
    expect(text).toContain(n.toLocaleString('de-DE'));
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

import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { runDailyWork } from '../../server/daily-work.ts';
import { addDays } from '../../server/lib/day.ts';
import { parsePeriod } from '../../server/period/period.ts';
import type { Report } from '../../server/reporting/report.v1.ts';
import { wrapReport } from '../../server/reporting/report-file.ts';
import { recount } from '../../server/response/recount.ts';
import { toPublicReport } from '../../server/results/public-report.ts';
import { roundedPercent } from '../../web/formatting/numbers.ts';
import { draftReportVi } from '../../web/messages/draft-report.vi.ts';
import { filesVi } from '../../web/messages/files.vi.ts';
import { staffVi } from '../../web/messages/staff.vi.ts';
import { type ApiClient, createApiClient } from '../helpers/api-client.ts';
import { countByHand } from '../helpers/hand-count.ts';
import { figuresOf, readAllRecords, readDocument, readWorkbook } from '../helpers/office-file.ts';
import { convertWithLibreOffice, hasProgram, readWithPython } from '../helpers/other-programs.ts';
import { readRows, readText } from '../helpers/page-tables.ts';
import { signInAs } from '../helpers/staff-client.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';
import { type KnownBallot, listKnownBallots } from '../helpers/thousand-ballots.ts';

// A thousand ballots over three weeks that include a 1st and a 15th, with two surveys and all channels. Every figure
// is computed twice, the second time independently; the headline's figures are also written out below.

const words = staffVi;
const ballots = listKnownBallots();
const inPeriod = (id: string): KnownBallot[] => {
  const period = parsePeriod(id);
  if (!period) throw new Error(`not a period: ${id}`);
  return ballots.filter(({ day }) => period.from <= day && day <= period.to);
};

/** Levels 1–5 of counted ballots, added up by hand from the table of the distribution. */
const WRITTEN_OUT = {
  '2024-W05': { levels: [4, 12, 30, 133, 110], aside: 11, percent: 84.08, low: 79.42, high: 87.85 },
  '2024-W06': { levels: [8, 15, 41, 187, 136], aside: 13, percent: 83.46, low: 79.44, high: 86.83 },
  '2024-W07': { levels: [4, 10, 28, 137, 108], aside: 13, percent: 85.37, low: 80.81, high: 88.99 },
  'BC-2024-Q1': { levels: [16, 37, 99, 457, 354], aside: 37, percent: 84.22, low: 81.78, high: 86.38 },
} as const;

const CLOSED_PERIODS = [
  ...['2024-W05', '2024-W06', '2024-W07', '2024-01', '2024-02'],
  ...['BC-2024-02', 'BC-2024-03', 'BC-2024-Q1'],
];
/** With ballots, and open until long after this test's last day. */
const OPEN_PERIODS = ['2024-Q1', '2024-H1', '2024', 'BC-2024-H1', 'BC-2024-9M', 'BC-2024'];

let testApp: TestApp;
let client: ApiClient;
/** Reports of running periods, as seen each evening. */
const running: { readonly day: string; readonly id: string; readonly report: Report }[] = [];

async function sendByForm(ballot: KnownBallot): Promise<void> {
  const counter = testApp.counters[ballot.counter];
  const fields: Record<string, string | readonly string[]> = { 'q.overall': String(ballot.overall) };
  for (const [id, level] of Object.entries(ballot.items)) fields[`q.${id}`] = String(level);
  for (const [id, chips] of Object.entries(ballot.why)) fields[`why.${id}`] = chips;
  const response = await testApp.submit(counter?.code ?? '', fields);
  expect([response.status, response.headers.get('location')]).toEqual([303, '/cam-on?gui=1']);
}

/** Number of ballots according to the table of questions. */
const ballotsInCells = ({ questions }: Report): number =>
  Object.values(questions.find(({ id }) => id === 'overall')?.counts ?? {}).reduce((sum, n) => sum + n, 0);

async function getReport(id: string): Promise<Report> {
  return client.getReport(`dong-son/${id}`);
}

async function getPage(path: string): Promise<string> {
  const leader = await signInAs(testApp, { role: 'leader' });
  const response = await leader.get(path);
  expect(response.status, path).toBe(200);
  return response.text();
}

async function getFile(path: string): Promise<Uint8Array> {
  const leader = await signInAs(testApp, { role: 'leader' });
  const response = await leader.get(path);
  expect(response.status, path).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

/** The reporting quarter contains all ballots. */
const QUARTER_ROW = {
  numerator: 811,
  denominator: 963,
  neutral: 99,
  dissatisfied: 53,
  percent: 84.22,
  interval_low: 81.78,
  interval_high: 86.38,
  target_percent: 90,
} as const;

const threeNumbers = (satisfied: number, neutral: number, dissatisfied: number): string =>
  `${satisfied + neutral + dissatisfied} phiếu ${satisfied} hài lòng ${neutral} bình thường ${dissatisfied} không hài lòng`;

beforeAll(async () => {
  testApp = await createTestApp();
  client = await createApiClient(testApp);
  const { db } = testApp.context;
  await db.updateTable('counter_surveys').set({ survey_id: 'mot-cua-ngan', survey_version: 1 }).execute();
  await db
    .updateTable('counter_surveys')
    .set({ survey_id: 'mot-cua-day-du' })
    .where('counter_code', '=', testApp.counters[1]?.code ?? '')
    .execute();
  for (let day = '2024-01-29'; day <= '2024-03-20'; day = addDays(day, 1)) {
    testApp.setTime(`${day}T00:06:00+07:00`);
    await runDailyWork(testApp.context);
    testApp.setTime(`${day}T10:00:00+07:00`);
    const today = ballots.filter((ballot) => ballot.day === day);
    for (const ballot of today.filter(({ byForm }) => byForm)) await sendByForm(ballot);
    await testApp.storeMany(
      today
        .filter(({ byForm }) => !byForm)
        .map(({ counter, channel, survey, overall, items, why, setAside }) => ({
          counter_code: testApp.counters[counter]?.code ?? '',
          channel,
          survey_id: survey,
          answers: { levels: { overall, ...items }, why },
          set_aside: setAside,
        })),
    );
    if (today.length === 0) continue;
    testApp.setTime(`${day}T23:00:00+07:00`);
    for (const id of ['2024-W05', '2024-W06', '2024-W07', '2024-02', 'BC-2024-02', 'BC-2024-Q1', '2024']) {
      running.push({ day, id, report: await getReport(id) });
    }
  }
}, 300_000);

describe('a thousand ballots whose distribution is known', () => {
  it('are a thousand, of both surveys and all channels, many of them submitted by form', () => {
    expect(ballots).toHaveLength(1_000);
    expect(new Set(ballots.map(({ channel }) => channel)).size).toBe(6);
    expect(new Set(ballots.map(({ survey }) => survey)).size).toBe(2);
    expect(ballots.filter(({ byForm }) => byForm).length).toBeGreaterThan(300);
    for (const day of ['2024-02-01', '2024-02-15', '2024-02-04', '2024-02-05']) {
      expect(ballots.filter((ballot) => ballot.day === day).length, day).toBeGreaterThan(4);
    }
  });

  it('are in the tallies exactly as in the ballots, and none is left in the box', async () => {
    const { db, surveys } = testApp.context;
    expect(await recount(db, surveys, 'dong-son')).toEqual([]);
    expect(await db.selectFrom('ballots').select('id').execute()).toHaveLength(1_000);
    expect(await db.selectFrom('ballot_box').select('id').execute()).toHaveLength(0);
  });

  it.each(Object.entries(WRITTEN_OUT))('have in %s the headline that was written out', async (id, known) => {
    const { indicator, ballots: counts } = await getReport(id);
    const [n1, n2, n3, n4, n5] = known.levels;
    const denominator = n1 + n2 + n3 + n4 + n5;
    expect(counts).toEqual({
      received: denominator + known.aside,
      set_aside: known.aside,
      counted: denominator,
      pending: 0,
      carried_in: 0,
    });
    expect(indicator).toMatchObject({
      numerator: n4 + n5,
      denominator,
      neutral: n3,
      dissatisfied: n1 + n2,
      percent: known.percent,
      interval: { method: 'wilson-95', low: known.low, high: known.high },
      verdict: 'not-met',
      certain: true,
    });
  });

  it.each(CLOSED_PERIODS)('make in %s, once closed, every figure that is counted by hand', async (id) => {
    const report = await getReport(id);
    const { surveys, counters, ...expected } = countByHand(
      inPeriod(id),
      testApp.counters.map(({ code }) => code),
      id.startsWith('BC-'),
    );
    expect(report.period.closed_at).not.toBeNull();
    expect(report).toMatchObject(expected);
    expect(report.channels).toEqual(expected.channels);
    expect(report.questions).toEqual(expected.questions);
    expect(report.counters.map(({ name: _, ...counter }) => counter)).toEqual(counters);
    expect(
      report.survey.map(({ id: survey, version, counted }) => ({ id: survey, version, counted })),
    ).toEqual(surveys);
  });

  it('are in the public JSON with the same figures, without counters where it is a week', async () => {
    for (const id of ['2024-W05', '2024-W06', '2024-W07', 'BC-2024-Q1']) {
      const body = (await (await testApp.get(`/ket-qua.json?ky=${id}`)).json()) as {
        received_total: number;
        report: Report;
        trend: { period: { id: string }; denominator: number; percent: number }[];
      };
      const report = await getReport(id);
      expect(body.received_total).toBe(1_000);
      expect(body.report).toEqual(toPublicReport(report));
      expect(body.report.indicator).toEqual(report.indicator);
      expect(body.report.questions).toEqual(id.includes('W') ? [] : report.questions);
      expect(body.report.counters).toEqual(id.includes('W') ? [] : report.counters);
      const trend = body.trend.filter(({ denominator }) => denominator !== null);
      const weeks: [string, number, number][] = [
        ['2024-W05', 289, 84.08],
        ['2024-W06', 387, 83.46],
        ['2024-W07', 287, 85.37],
      ];
      // No period after the report's own.
      expect(trend.map(({ period, denominator, percent }) => [period.id, denominator, percent])).toEqual(
        weeks.filter(([week]) => !id.includes('W') || week <= id),
      );
    }
  });

  it('are on the leader’s page of the reporting quarter in the same figures', async () => {
    const html = await getPage('/lanh-dao?ky=BC-2024-Q1');
    const text = readText(html);
    expect(text).toContain('84,2 % hài lòng CHƯA ĐẠT Thiếu 56 phiếu hài lòng so với mục tiêu 90%.');
    expect(html).toContain('có thể từ 81,8% đến 86,4%"');
    expect(text).toContain(threeNumbers(811, 99, 53));
    expect(text).toContain('Đã nhận 1.000 = 963 tính + 37 không tính');
    const byHand = countByHand(inPeriod('BC-2024-Q1'), [], true);
    const rows = readRows(html);
    for (const { id, percent, n } of byHand.factors.by) {
      const row = rows.find(({ name }) => name === words.factors.names[id]);
      expect(row?.cells, id).toEqual([`${percent.toFixed(1).replace('.', ',')}%`, String(n)]);
    }
  });

  it('appear on the public page of a week only in the headline', async () => {
    const html = await getPage('/ket-qua?ky=2024-W05');
    const text = readText(html);
    expect(text).toContain('84,1 % hài lòng CHƯA ĐẠT');
    expect(text).toContain(threeNumbers(243, 30, 16));
    expect(text).toContain(words.results.weekIsWhole);
    expect(readRows(html).filter(({ cells }) => cells.length >= 7)).toEqual([]);
  });

  it.each(['/can-bo?tuan=2024-W05'])('are on %s question by question', async (path) => {
    const html = await getPage(path);
    const text = readText(html);
    expect(text).toContain('84,1 % hài lòng CHƯA ĐẠT');
    expect(text).toContain(threeNumbers(243, 30, 16));
    const rows = readRows(html);
    const byHand = countByHand(inPeriod('2024-W05'), []);
    const survey = testApp.context.surveys.find('mot-cua-day-du', 2);
    for (const { id, counts, not_asked } of byHand.questions) {
      const name = survey?.questions.find((question) => question.id === id)?.text.vi ?? '';
      const row = rows.find((one) => one.cells.length === 8 && one.name.endsWith(name));
      expect(row?.cells, id).toEqual([...Object.values(counts), not_asked].map(String));
    }
    for (const { channel, counted } of byHand.channels) {
      const row = rows.find(({ name }) => name === words.channels.names[channel]);
      expect(row?.cells, channel).toEqual([String(counted)]);
    }
    for (const { reason, n } of byHand.set_aside.by_reason) {
      const row = rows.find(
        ({ name }) => name === (words.setAside.reasons[reason] ?? words.setAside.otherReason(reason)),
      );
      expect(row?.cells, reason).toEqual([String(n)]);
    }
    const late = inPeriod('2024-W05').filter(({ why, setAside }) => why.i34 && setAside === null).length;
    expect(late).toBeGreaterThanOrEqual(5);
    const chips = survey?.questions.find(({ id }) => id === 'i34')?.chips.options ?? [];
    const inWords = chips.find(({ id }) => id === 'late')?.text.vi;
    const ticked = rows.filter(({ name }) => name.startsWith(`${inWords} – `));
    expect(ticked.map(({ cells }) => cells)).toEqual(path.startsWith('/can-bo') ? [[String(late)]] : []);
  });

  it('are on the pages of single counters, which add up to the unit’s', async () => {
    let sum = 0;
    for (const [index, counter] of testApp.counters.entries()) {
      const html = await getPage(`/can-bo?tuan=2024-W06&quay=${counter.code}`);
      const own = inPeriod('2024-W06').filter((ballot) => ballot.counter === index);
      const byHand = countByHand(own, []);
      const { numerator, denominator, neutral, dissatisfied } = byHand.indicator;
      expect(readText(html)).toContain(threeNumbers(numerator, neutral, dissatisfied));
      const rows = readRows(html).filter(({ cells }) => cells.length === 7);
      expect(rows[0]?.cells).toEqual(Object.values(byHand.questions[0]?.counts ?? {}).map(String));
      sum += denominator;
    }
    expect(sum).toBe(387);
  });

  it('are in the leader’s XLSX of the reporting quarter as counted by hand, numbers as numbers', async () => {
    const file = await getFile('/lanh-dao/so-lieu.xlsx?ky=BC-2024-Q1');
    const sheets = readAllRecords(file);
    const { questions, channels, set_aside, counters, factors } = countByHand(
      inPeriod('BC-2024-Q1'),
      testApp.counters.map(({ code }) => code),
      true,
    );
    const { sheets: names } = filesVi;
    expect(figuresOf(sheets[names.headline])).toMatchObject({
      'indicator.numerator': QUARTER_ROW.numerator,
      'indicator.denominator': QUARTER_ROW.denominator,
      'indicator.percent': QUARTER_ROW.percent,
      'indicator.lead': 'Chưa đạt',
      'ballots.received': 1_000,
      'ballots.set_aside': 37,
      'ballots.pending': 0,
      [counters[0]?.code ?? '']: roundedPercent(counters[0]?.numerator ?? 0, counters[0]?.denominator ?? 1),
    });
    expect(sheets[names.questions]?.map(({ question: _, note: __, ...row }) => row)).toEqual(
      questions.map(({ id, n, counts, not_asked }) => ({
        ...{ id, n, level_1: counts['1'], level_2: counts['2'], level_3: counts['3'] },
        ...{ level_4: counts['4'], level_5: counts['5'], na: counts.na, skipped: counts.skipped },
        not_asked,
      })),
    );
    expect(sheets[names.channels]?.map(({ id, counted }) => [id, counted])).toEqual(
      channels.map(({ channel, counted }) => [channel, counted]),
    );
    expect(sheets[names.setAside]?.map(({ id, set_aside: n }) => [id, n])).toEqual(
      set_aside.by_reason.map(({ reason, n }) => [reason, n]),
    );
    expect(
      sheets[names.counters]?.map(({ id, numerator, denominator }) => [id, numerator, denominator]),
    ).toEqual(counters.map(({ code, numerator, denominator }) => [code, numerator, denominator]));
    expect(sheets[names.factors]?.map(({ id, percent, n }) => [id, percent, n])).toEqual([
      ...factors.by.map(({ id, percent, n }) => [id, percent, n]),
      [null, factors.percent, null],
    ]);
    const weeks = sheets[names.trend]?.filter(({ denominator }) => denominator !== null);
    expect(weeks?.map(({ period_id, denominator, percent }) => [period_id, denominator, percent])).toEqual([
      ['2024-W05', 289, 84.08],
      ['2024-W06', 387, 83.46],
      ['2024-W07', 287, 85.37],
    ]);
    const cells = readWorkbook(file).flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    expect(cells.filter(({ hasFormula }) => hasFormula)).toEqual([]);
  });

  it('are in the XLSX of a week, of the unit and of single counters, as counted by hand', async () => {
    const whole = readAllRecords(await getFile('/can-bo/tuan.xlsx?tuan=2024-W05'));
    const figures = figuresOf(whole[filesVi.sheets.headline]);
    expect(figures).toMatchObject({
      ...{ 'indicator.numerator': 243, 'indicator.denominator': 289, 'indicator.neutral': 30 },
      ...{ 'indicator.dissatisfied': 16, 'ballots.received': 300, 'ballots.set_aside': 11 },
      ...{ 'indicator.percent': 84.08, 'indicator.interval.low': 79.42, 'indicator.interval.high': 87.85 },
    });
    // A slip is seen in a person's hand, so a week has no figure of slips, but the quarter has.
    expect(figures).not.toHaveProperty(['single_use.percent']);
    const quarter = readAllRecords(await getFile('/lanh-dao/so-lieu.xlsx?ky=BC-2024-Q1'));
    const slips = inPeriod('BC-2024-Q1').filter(({ channel }) => channel === 'slip');
    const { numerator, denominator, percent } = countByHand(slips, []).indicator;
    expect(figuresOf(quarter[filesVi.sheets.headline])).toMatchObject({
      'single_use.numerator': numerator,
      'single_use.denominator': denominator,
      'single_use.percent': percent,
    });
    const late = inPeriod('2024-W05').filter(({ why, setAside }) => why.i34 && setAside === null).length;
    expect(whole[filesVi.sheets.chips]?.map(({ id, counted }) => [id, counted])).toEqual([['i34', late]]);
    for (const [index, { code }] of testApp.counters.entries()) {
      const sheets = readAllRecords(await getFile(`/can-bo/tuan.xlsx?tuan=2024-W05&quay=${code}`));
      const own = inPeriod('2024-W05').filter((ballot) => ballot.counter === index);
      const { indicator, questions } = countByHand(own, []);
      const { numerator, denominator } = indicator;
      expect(figuresOf(sheets[filesVi.sheets.headline]), code).toMatchObject({
        'indicator.numerator': numerator,
        'indicator.denominator': denominator,
      });
      expect(sheets[filesVi.sheets.questions]?.[0], code).toMatchObject({
        level_5: questions[0]?.counts['5'],
      });
      expect(sheets[filesVi.sheets.counters]).toBeUndefined();
    }
  });

  it('are in the CSV for programs, figure by figure, as in the JSON', async () => {
    const text = new TextDecoder().decode(await getFile('/lanh-dao/so-lieu.csv?ky=BC-2024-Q1'));
    const rows = parse(text, { columns: true }) as Record<string, string>[];
    const figureOf = (part: string, id: string, figure: string): string | undefined =>
      rows.find((row) => row.part === part && row.id === id && row.figure === figure)?.value;
    for (const [figure, value] of Object.entries(QUARTER_ROW)) {
      expect(figureOf('indicator', '', figure), figure).toBe(String(value));
    }
    const byHand = countByHand(
      inPeriod('BC-2024-Q1'),
      testApp.counters.map(({ code }) => code),
    );
    for (const { id, counts } of byHand.questions) {
      const levels = ['level_1', 'level_2', 'level_3', 'level_4', 'level_5', 'na', 'skipped'];
      expect(
        levels.map((level) => figureOf('questions', id, level)),
        id,
      ).toEqual(Object.values(counts).map(String));
    }
    for (const { code, numerator } of byHand.counters) {
      expect(figureOf('counters', code, 'numerator'), code).toBe(String(numerator));
    }
    // Four of the 37 ballots set aside are in March's report, so no sum that includes March has this figure.
    expect(figureOf('indicator_all', '', 'percent')).toBe('');
    expect(figureOf('transactions', '', 'n')).toBe('');
  });

  it('are in the files for the office above: one row, and the JSON that it pulls, byte for byte', async () => {
    const rows = readAllRecords(await getFile('/lanh-dao/gui-cap-tren.xlsx?ky=BC-2024-Q1'));
    expect(rows[filesVi.sheets.upward]).toHaveLength(1);
    const row = rows[filesVi.sheets.upward]?.[0];
    const { factors } = countByHand(inPeriod('BC-2024-Q1'), [], true);
    expect(row).toMatchObject({
      ...QUARTER_ROW,
      ...{ schema: 'hailong.row/1', unit_code: 'dong-son', period_id: 'BC-2024-Q1', counted: 963 },
      ...Object.fromEntries(factors.by.map(({ id, percent }) => [`factor_${id}`, percent])),
      factor_mean: factors.percent,
      transactions: null,
    });
    const report = await getReport('BC-2024-Q1');
    expect(row?.seal).toBe(report.seal?.days.at(-1)?.chain);
    const pulled = await (await client.get('/api/v1/reports/dong-son/BC-2024-Q1')).text();
    const handed = new TextDecoder().decode(await getFile('/lanh-dao/gui-cap-tren.json?ky=BC-2024-Q1'));
    expect(handed).toBe(wrapReport(pulled));
  });

  it('are in the draft report, in the tables of a Vietnamese reader', async () => {
    const { paragraphs, tables } = readDocument(await getFile('/lanh-dao/bao-cao.docx?ky=BC-2024-Q1'));
    const text = paragraphs.join('\n');
    expect(text).toContain('Kết luận: 811/963 phiếu hài lòng (84,2%), ');
    expect(text).toContain(draftReportVi.result.interval('963', '81,8%', '86,4%'));
    expect(text).toContain('thu được: 1.000; đưa vào tính toán: 963; không đưa vào tính toán: 37 (lý do');
    const rows = tables.flat();
    expect(rows).toContainEqual([draftReportVi.comparison.satisfied, '811']);
    expect(rows).toContainEqual([draftReportVi.comparison.neutral, '99']);
    expect(rows).toContainEqual([draftReportVi.comparison.dissatisfied, '53']);
    expect(rows).toContainEqual([draftReportVi.comparison.percent, '84,2%']);
    const byHand = countByHand(
      inPeriod('BC-2024-Q1'),
      testApp.counters.map(({ code }) => code),
    );
    const survey = testApp.context.surveys.find('mot-cua-day-du', 2);
    for (const { id, counts } of byHand.questions) {
      const name = survey?.questions.find((question) => question.id === id)?.text.vi ?? '';
      const [n1, n2, n3, n4, n5, na] = Object.values(counts).map(String);
      expect(rows).toContainEqual([name, n1, n2, n3, n4, n5, na]);
    }
    for (const [index, { numerator, denominator }] of byHand.counters.entries()) {
      const row = rows.find(([name]) => name === testApp.counters[index]?.name);
      expect(row?.slice(0, 2)).toEqual([testApp.counters[index]?.name, String(denominator)]);
      expect(row?.[2]).toMatch(new RegExp(`^${numerator} \\(`));
    }
  });

  it.skipIf(!hasProgram('python3'))('are read by another program, Python, with the same result', async () => {
    const sheets = readWithPython(await getFile('/lanh-dao/so-lieu.xlsx?ky=BC-2024-Q1'), 'so-lieu.xlsx');
    const headline = Object.values(
      (sheets as Record<string, Record<string, unknown>>)[filesVi.sheets.headline] ?? {},
    );
    expect(headline).toEqual(expect.arrayContaining([811, 963, 84.22, 81.78, 86.38]));
    const report = readWithPython(await getFile('/lanh-dao/bao-cao.docx?ky=BC-2024-Q1'), 'bao-cao.docx');
    const { tables } = report as { tables: string[][][] };
    expect(tables.flat()).toContainEqual([draftReportVi.comparison.satisfied, '811']);
  });

  it.skipIf(!hasProgram('soffice'))('are opened by LibreOffice with the same figures and days', async () => {
    const workbook = await getFile('/lanh-dao/so-lieu.xlsx?ky=BC-2024-Q1');
    const csv = convertWithLibreOffice(
      { 'so-lieu.xlsx': workbook },
      'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1',
    );
    const headline = csv[`so-lieu-${filesVi.sheets.headline}.csv`] ?? '';
    expect(headline).toMatch(/^Phiếu hài lòng,811,.*indicator\.numerator$/m);
    expect(headline).toMatch(/^Mức độ hài lòng \(%\),84\.22,.*indicator\.percent$/m);
    const report = await getFile('/lanh-dao/bao-cao.docx?ky=BC-2024-Q1');
    const text = convertWithLibreOffice({ 'bao-cao.docx': report }, 'txt:Text (encoded):UTF8')['bao-cao.txt'];
    expect(text).toContain('811/963 phiếu hài lòng (84,2%)');
    expect(text).toContain(draftReportVi.comparison.picture);
  });

  it('are never shown as more than there are while periods run, and lag only by what waits', () => {
    expect(running.length).toBeGreaterThan(100);
    for (const { day, id, report } of running) {
      const known = inPeriod(id).filter((ballot) => ballot.day <= day);
      const counted = known.filter(({ setAside }) => setAside === null);
      const label = `${id} on ${day}`;
      expect(report.ballots.received, label).toBe(known.length);
      const { numerator, denominator, neutral, dissatisfied } = report.indicator;
      const shown = denominator ?? 0;
      const finished = counted.filter((ballot) => ballot.day < day);
      expect(report.ballots.carried_in, label).toBe(0);
      expect(report.ballots.pending, label).toBe(known.length - shown - (report.ballots.set_aside ?? 0));
      // At most four ballots of finished days are pending at each of the five counters.
      expect(shown, label).toBeLessThanOrEqual(finished.length);
      expect(finished.length - shown, label).toBeLessThanOrEqual(4 * 5);
      expect(numerator ?? 0, label).toBeLessThanOrEqual(counted.filter(({ overall }) => overall >= 4).length);
      expect(neutral ?? 0, label).toBeLessThanOrEqual(counted.filter(({ overall }) => overall === 3).length);
      expect(dissatisfied ?? 0, label).toBeLessThanOrEqual(
        counted.filter(({ overall }) => overall <= 2).length,
      );
      expect((numerator ?? 0) + (neutral ?? 0) + (dissatisfied ?? 0), label).toBe(shown);
      // Questions, counters and headline are based on the same ballots.
      expect(ballotsInCells(report), label).toBe(shown);
      expect(
        report.counters.reduce((sum, counter) => sum + (counter.denominator ?? 0), 0),
        label,
      ).toBe(shown);
      if (shown === finished.length) {
        const share = (100 * finished.filter(({ overall }) => overall >= 4).length) / shown;
        if (shown >= 30)
          expect(Math.abs((report.indicator.percent ?? 0) - share), label).toBeLessThanOrEqual(0.005001);
      }
    }
    expect(running.some(({ report }) => report.ballots.pending === 0 && report.ballots.received > 0)).toBe(
      true,
    );
  });

  it.each(OPEN_PERIODS)('are all in %s but for what still waits, long after the last day', async (id) => {
    const report = await getReport(id);
    const { denominator } = report.indicator;
    expect(report.period.closed_at).toBeNull();
    expect(report.ballots.received).toBe(1_000);
    expect(963 - (denominator ?? 0)).toBeGreaterThanOrEqual(0);
    expect(963 - (denominator ?? 0)).toBeLessThan(5);
    expect(ballotsInCells(report)).toBeLessThanOrEqual(denominator ?? 0);
  });
});

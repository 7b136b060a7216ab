import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeReport, NO_PROOF } from '../../server/above/judge-report.ts';
import { wrapReport } from '../../server/reporting/report-file.ts';
import { sumReports } from '../../server/reporting/sum-reports.ts';
import {
  API_KEY,
  makeReport,
  PERIOD,
  readSheets,
  runPull,
  sendPage,
  serveInstallations,
  writeList,
} from '../helpers/fake-installations.ts';
import { makeFolder } from '../helpers/temporary-folder.ts';

const UNITS = 4;

let fake: Awaited<ReturnType<typeof serveInstallations>>;

beforeAll(async () => {
  fake = await serveInstallations();
});
afterAll(() => fake.stop());

const unitsOf = (name: string, salt = '') =>
  Array.from({ length: UNITS }, (_, index) => makeReport(`${name}-${index}`, 60 + index, salt));

const sendGigabyte: Parameters<typeof fake.answers.set>[1] = (response) => {
  const chunk = Buffer.alloc(1_000_000, 'x');
  let sent = 0;
  const send = (): void => {
    while (sent < 1_000 && !response.destroyed) {
      sent += 1;
      if (!response.write(chunk)) return;
    }
    response.end();
  };
  response.on('drain', send);
  send();
};

describe('pull', () => {
  it('reads fifty installations, of which twelve are bad, and says what is wrong with each', async () => {
    const { answers, address, requests } = fake;
    const folder = makeFolder('pull');
    const out = join(folder, 'out');
    const names = Array.from({ length: 50 }, (_, index) => `i${index}`);
    for (const name of names) answers.set(name, sendPage(name, unitsOf(name)));
    expect((await runPull(writeList(folder, [`i10,${address}/i10,${API_KEY},`]), out)).code).toBe(0);

    for (const name of ['i3', 'i4']) answers.set(name, (response) => response.end('<html>garbage'));
    answers.set('i5', () => {});
    answers.set('i6', sendGigabyte);
    answers.set('i7', (response) => response.writeHead(302, { Location: `${address}/stolen` }).end());
    const [wrong, ...right] = unitsOf('i8');
    const tooMany = { ...wrong?.indicator, numerator: 71 };
    answers.set('i8', sendPage('i8', [{ ...wrong, indicator: tooMany }, ...right]));
    answers.set('i9', (response) => response.end('['.repeat(100_000)));
    answers.set('i10', sendPage('i10', unitsOf('i10', 'changed')));
    answers.set('i11', (response) => response.writeHead(401).end());
    const addressOf = (name: string, index: number) =>
      index < 3 ? 'http://127.0.0.1:1' : `${address}/${name}`;
    const list = writeList(
      folder,
      names.map((name, index) => `${name},${addressOf(name, index)},${API_KEY},`),
    );
    let most = process.memoryUsage.rss();
    const before = most;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss());
    }, 5);
    const { code, text, problems } = await runPull(list, out);
    clearInterval(watch);
    expect((most - before) / 1e6).toBeLessThan(200);
    expect(code).toBe(3);
    expect(text).not.toContain(API_KEY);
    expect(requests.some(({ path }) => path.includes('stolen'))).toBe(false);
    expect(problems).toEqual(
      [
        ...['i0||unreachable', 'i1||unreachable', 'i2||unreachable', 'i3||not-json', 'i4||not-json'],
        ...['i5||slow', 'i6||too-large', 'i7||redirected', 'i8|i8-0|figures', 'i9||too-deep'],
        ...[0, 1, 2, 3].map((unit) => `i10|i10-${unit}|seal-changed`),
        'i11||key-refused',
      ].sort(),
    );
    // 38 valid installations with four units each, the last valid answer of the one whose seals changed, and three
    // units of the one with a wrong figure. Each failure is an extra line.
    const reports = readFileSync(join(out, `${PERIOD}.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(reports).toHaveLength(38 * UNITS + UNITS + 3);
    expect(text).toContain('159 of 170 units, 15 problems');
    const unchanged = reports.find(({ unit }) => unit.code === 'i10-0');
    expect(unchanged.seal).toEqual(makeReport('i10-0', 60).seal);
    const numerator = reports.reduce((sum, { indicator }) => sum + indicator.numerator, 0);
    const total = sumReports(reports, []);
    expect(total.indicator).toMatchObject({ numerator, denominator: 70 * 159 });
    expect(total.response.percent).toBe(45);
    const html = readFileSync(join(out, `${PERIOD}.html`), 'utf8');
    expect(html).toContain('Đã cộng 159 trong 170 đơn vị');
    expect(html).toMatch(/Mức độ hài lòng chung: [\d,]+% \([\d.]+ trong 11\.130 phiếu\)/);
    expect(html).not.toMatch(/<script|https?:\/\//);
    expect(html).toContain(new Intl.NumberFormat('vi-VN').format(numerator));
  }, 120_000);

  it('changes nothing the second time, and transfers only what changed', async () => {
    const { answers, address, requests } = fake;
    const folder = makeFolder('pull-twice');
    for (const name of ['t0', 't1']) {
      let isSent = false;
      answers.set(name, (response) => {
        if (isSent) response.writeHead(304).end();
        else sendPage(name, unitsOf(name))(response);
        isSent = true;
      });
    }
    const list = writeList(
      folder,
      ['t0', 't1'].map((name) => `${name},${address}/${name},${API_KEY},`),
    );
    expect((await runPull(list, folder)).code).toBe(0);
    const first = readSheets(folder);
    const { mtimeNs } = statSync(join(folder, `${PERIOD}.xlsx`), { bigint: true });
    requests.length = 0;
    expect((await runPull(list, folder)).code).toBe(0);
    expect(readSheets(folder)).toEqual(first);
    expect(statSync(join(folder, `${PERIOD}.xlsx`), { bigint: true }).mtimeNs).toBe(mtimeNs);
    expect(requests.map(({ isConditional }) => isConditional)).toEqual([true, true]);
  });

  it('gives the same sheet by address and by file, and names a file with one byte changed', async () => {
    const { answers, address } = fake;
    const folder = makeFolder('pull-files');
    const reports = ['a', 'b'].map((code) => makeReport(code, 60));
    for (const report of reports) answers.set(report.unit.code, sendPage(report.unit.code, [report]));
    const byAddress = writeList(
      folder,
      ['a', 'b'].map((code) => `UBND xã ${code},${address}/${code},KEY_OF_A,${code}`),
    );
    expect((await runPull(byAddress, join(folder, 'by-address'))).code).toBe(0);
    const from = join(folder, 'files');
    mkdirSync(from);
    const write = (name: string, text: string | Uint8Array) => writeFileSync(join(from, name), text);
    for (const report of reports) write(`${report.unit.code}.json`, wrapReport(JSON.stringify(report)));
    const byFile = writeList(
      folder,
      ['a', 'b'].map((code) => `UBND xã ${code},,,${code}`),
    );
    expect((await runPull(byFile, join(folder, 'by-file'), { from })).code).toBe(0);
    expect(readSheets(join(folder, 'by-file'))).toEqual(readSheets(join(folder, 'by-address')));

    // Changes any byte, in the report or around it.
    const whole = readFileSync(join(from, 'a.json'));
    for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 20)) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      write('a.json', bytes);
      const { code, problems } = await runPull(byFile, makeFolder('pull-byte'), { from });
      expect([at, code, ...problems]).toEqual([at, 3, 'UBND xã a|a|not-sent', '|a.json|damaged']);
    }

    write('c.json', wrapReport(JSON.stringify(makeReport('c', 60))));
    write('d.json', wrapReport(JSON.stringify({ ...reports[1], indicator: makeReport('b', 69).indicator })));
    write('e.json', JSON.stringify(reports[1]));
    const contested = await runPull(byFile, makeFolder('pull-bad'), { from });
    expect(contested.problems).toEqual([
      'UBND xã a|a|not-sent',
      'UBND xã b|b.json|doubled',
      'UBND xã b|d.json|doubled',
      ...['|a.json|damaged', '|c.json|foreign', '|e.json|no-digest'],
    ]);
    // An earlier pull shows which of the two reports is the original.
    const known = await runPull(byFile, join(folder, 'by-file'), { from });
    expect(known.problems).toContain('UBND xã b|d.json|report-changed');
    expect(known.problems).not.toContain('UBND xã b|b.json|doubled');
  });

  it('takes the newest of the files of a unit, and a file before an old answer', async () => {
    const { answers, address } = fake;
    const folder = makeFolder('pull-newest');
    const closed = makeReport('n', 60);
    const running = { ...makeReport('n', 50), period: { ...closed.period, closed_at: null } };
    const list = writeList(folder, [`UBND xã n,${address}/n,${API_KEY},n`]);
    answers.set('n', sendPage('n', [running]));
    expect((await runPull(list, folder)).code).toBe(0);
    answers.set('n', (response) => response.destroy());
    const from = join(folder, 'files');
    mkdirSync(from);
    const second = { ...makeReport('n', 61), revision: 2, replaces: 1, reason: 'clock' };
    for (const [name, report] of Object.entries({ a: running, b: closed, c: second })) {
      writeFileSync(join(from, `${name}.json`), wrapReport(JSON.stringify(report)));
    }
    const { problems } = await runPull(list, folder, { from });
    expect(problems).toEqual(['UBND xã n|a.json|older', 'UBND xã n|b.json|older', 'UBND xã n||unreachable']);
    expect(readFileSync(join(folder, `${PERIOD}.csv`), 'utf8')).toContain(',61,');
  });

  it('refuses a list with keys that others may read, and a period that is none', async () => {
    const folder = makeFolder('pull-list');
    const list = writeList(folder, [`a,${fake.address}/a,${API_KEY},`]);
    expect((await runPull(list, folder, { period: '2024-13' })).code).toBe(2);
    chmodSync(list, 0o644);
    const { code, text } = await runPull(list, folder);
    expect([code, text.includes(API_KEY)]).toEqual([2, false]);
    const wrong = await runPull(writeList(folder, [`a,${fake.address}/a,NO_SUCH_NAME,`]), folder);
    expect([wrong.code, wrong.text]).toEqual([2, expect.stringMatching(/^Danh sách, dòng 2: không có khóa/)]);
    expect((await runPull(join(folder, 'absent.csv'), folder)).code).toBe(2);
  });

  it('accepts and adds up the reports that version 0.1.0 closed', () => {
    const path = join(makeFolder('golden'), 'hailong.sqlite');
    writeFileSync(path, brotliDecompressSync(readFileSync('test/kept/0.1.0/hailong.sqlite.br')));
    const db = new Database(path, { readonly: true });
    const rows = db.prepare('select period, body from closed_reports').all() as {
      period: string;
      body: string;
    }[];
    db.close();
    expect(rows.length).toBeGreaterThan(50);
    const reports = rows.map(({ period, body }) => judgeReport(JSON.parse(body), period, NO_PROOF));
    const { indicator, coverage } = sumReports(reports, []);
    const shown = rows.map(({ body }) => JSON.parse(body).indicator).filter(({ suppressed }) => !suppressed);
    expect(coverage.counted + coverage.hidden).toBe(rows.length);
    expect(coverage.counted).toBe(shown.length);
    expect(indicator.numerator).toBe(shown.reduce((sum, { numerator }) => sum + numerator, 0));
    expect(indicator.denominator).toBe(shown.reduce((sum, { denominator }) => sum + denominator, 0));
    expect(indicator.numerator + indicator.neutral + indicator.dissatisfied).toBe(indicator.denominator);
  });
});

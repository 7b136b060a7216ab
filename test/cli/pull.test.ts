import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeReport, NO_PROOF } from '../../server/above/judge-report.ts';
import { pullCommand } from '../../server/cli/commands/pull.ts';
import { addDays } from '../../server/lib/day.ts';
import examples from '../../server/reporting/examples.v1.json';
import { wrapReport } from '../../server/reporting/report-file.ts';
import { sumReports } from '../../server/reporting/sum-reports.ts';
import { CHAIN_START, chainDay } from '../../server/seal/seal.ts';
import { wilsonInterval } from '../../server/statistics/wilson-interval.ts';
import { makeFolder } from '../helpers/temporary-folder.ts';
import { createTestClock } from '../helpers/test-app.ts';

const PERIOD = '2024-W05';
const KEY = `hl_${'a'.repeat(43)}`;
const UNITS = 4;

type Answer = (response: ServerResponse) => void;

let server: Server;
let address: string;
/** Answers by installation. */
const answers = new Map<string, Answer>();
const requests: { path: string; authorization: string | undefined; isConditional: boolean }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const { authorization } = request.headers;
    const isConditional = request.headers['if-none-match'] !== undefined;
    requests.push({ path: request.url ?? '', authorization, isConditional });
    const name = /^\/([\w-]+)\/api\/v1\/reports\?period=/.exec(request.url ?? '')?.[1] ?? '';
    if (isConditional && request.headers['if-none-match'] === `"${name}"` && !changed.has(name)) {
      response.writeHead(304).end();
    } else (answers.get(name) ?? ((missing) => missing.writeHead(404).end()))(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const changed = new Set<string>();

/** The example report with other figures, and seals that follow from each other. */
function makeReport(code: string, numerator: number, salt = '') {
  let chain = CHAIN_START;
  const days = Array.from({ length: 7 }, (_, index) => {
    const day = addDays('2024-01-29', index);
    const digest = Buffer.from(`${code}${salt}${index}`.padEnd(32, '.')).toString('hex').slice(0, 64);
    chain = chainDay(chain, day, digest);
    return { day, ballots: 9, digest, chain };
  });
  const denominator = 70;
  const interval = wilsonInterval(numerator, denominator);
  const round = (value: number) => Math.round(value * 100) / 100;
  return {
    ...examples.Report,
    unit: { ...examples.Report.unit, code, name: `UBND xã ${code}` },
    indicator: {
      ...examples.Report.indicator,
      ...{ numerator, denominator, neutral: denominator - numerator, dissatisfied: 0 },
      percent: round((100 * numerator) / denominator),
      interval: { method: 'wilson-95', low: round(interval?.low ?? 0), high: round(interval?.high ?? 0) },
    },
    transactions: { n: 140, source: 'typed' },
    seal: { algorithm: 'sha256', days },
    added_later: { by: 'a newer version' },
  };
}

const sendPage =
  (name: string, reports: readonly object[], missing: readonly object[] = []): Answer =>
  (response) =>
    response
      .writeHead(200, { ETag: `"${name}"` })
      .end(
        JSON.stringify({ schema: 'hailong.reports/1', period: PERIOD, reports, missing, next_cursor: null }),
      );

const unitsOf = (name: string, salt = '') =>
  Array.from({ length: UNITS }, (_, index) => makeReport(`${name}-${index}`, 60 + index, salt));

const pull = async (list: string, out: string, more: object = {}) => {
  const lines: string[] = [];
  const options = {
    ...{ list, out, period: PERIOD, from: null, isTerminal: false, environment: { KEY_OF_A: KEY } },
    patience: { timeoutMs: 2_000, backoffMs: 1 },
    ...more,
  };
  const clock = createTestClock('2024-02-20T08:00:00+07:00');
  const code = await pullCommand(
    options,
    clock,
    (line) => lines.push(line),
    () => {},
  );
  return { code, text: lines.join('\n') };
};

function writeList(folder: string, rows: readonly string[]): string {
  const path = join(folder, 'list.csv');
  writeFileSync(path, `name,address,key,units\n${rows.join('\n')}\n`);
  chmodSync(path, 0o600);
  return path;
}

const contents = (folder: string) =>
  Object.fromEntries(
    ['jsonl', 'csv', 'xlsx', 'html'].map((ending) => [
      ending,
      readFileSync(join(folder, `${PERIOD}.${ending}`)).toString('base64'),
    ]),
  );

describe('pull', () => {
  it('reads fifty installations, of which twelve are bad, and says what is wrong with each', async () => {
    const folder = makeFolder('pull');
    const names = Array.from({ length: 50 }, (_, index) => `i${index}`);
    for (const name of names) answers.set(name, sendPage(name, unitsOf(name)));
    for (const name of ['i3', 'i4']) answers.set(name, (response) => response.end('<html>garbage'));
    answers.set('i5', () => {});
    answers.set('i6', (response) => {
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
    });
    answers.set('i7', (response) => response.writeHead(302, { Location: `${address}/stolen` }).end());
    const [wrong, ...right] = unitsOf('i8');
    const tooMany = { ...wrong?.indicator, numerator: 71 };
    answers.set('i8', sendPage('i8', [{ ...wrong, indicator: tooMany }, ...right]));
    answers.set('i9', (response) => response.end('['.repeat(100_000)));
    answers.set('i11', (response) => response.writeHead(401).end());
    const list = writeList(
      folder,
      names.map(
        (name, index) => `${name},${index < 3 ? 'http://127.0.0.1:1' : `${address}/${name}`},${KEY},`,
      ),
    );
    const out = join(folder, 'out');
    const before = process.resourceUsage().maxRSS;
    const { code, text } = await pull(list, out);
    expect((process.resourceUsage().maxRSS - before) / 1_000).toBeLessThan(200);
    expect(code).toBe(3);
    expect(text).not.toContain(KEY);
    expect(requests.some(({ path }) => path.includes('stolen'))).toBe(false);
    const problems = [...text.matchAll(/^ {2}(\S+) \| (\S*) \| (\S+)$/gm)].map(([, ...found]) =>
      found.join(' '),
    );
    expect(problems.sort()).toEqual(
      [
        ...['i0  unreachable', 'i1  unreachable', 'i2  unreachable', 'i3  not-json', 'i4  not-json'],
        ...[
          'i5  slow',
          'i6  too-large',
          'i7  redirected',
          'i8 i8-0 figures',
          'i9  too-deep',
          'i11  key-refused',
        ],
      ].sort(),
    );
    // 39 installations with four units each, and three of the one with a wrong figure; each failure is one more.
    const reports = readFileSync(join(out, `${PERIOD}.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(reports).toHaveLength(39 * UNITS + 3);
    expect(text).toContain('159 of 170 units, 11 problems');
    const numerator = reports.reduce((sum, { indicator }) => sum + indicator.numerator, 0);
    const total = sumReports(reports, []);
    expect(total.indicator).toMatchObject({ numerator, denominator: 70 * 159 });
    expect(total.response.percent).toBe(50);
    const html = readFileSync(join(out, `${PERIOD}.html`), 'utf8');
    expect(html).toContain('Đã cộng 159 trong 170 đơn vị');
    expect(html).not.toMatch(/<script|https?:\/\//);
    expect(html).toContain(new Intl.NumberFormat('vi-VN').format(numerator));

    const first = contents(out);
    await pull(list, out);
    expect(contents(out)).toEqual(first);
    expect(requests.some(({ isConditional }) => isConditional)).toBe(true);

    // The installation whose seals change keeps its last good answer.
    changed.add('i10');
    answers.set('i10', sendPage('i10', unitsOf('i10', 'changed')));
    const again = await pull(list, out);
    for (let unit = 0; unit < UNITS; unit += 1)
      expect(again.text).toContain(`i10 | i10-${unit} | seal-changed`);
    expect(again.text).toContain('159 of 170 units');
    expect(readFileSync(join(out, `${PERIOD}.jsonl`), 'utf8')).toBe(
      Buffer.from(first.jsonl ?? '', 'base64').toString(),
    );
  }, 60_000);

  it('gives the same sheet by address and by file, and names a file with one byte changed', async () => {
    const folder = makeFolder('pull-files');
    const reports = ['a', 'b'].map((code) => makeReport(code, 60));
    for (const report of reports) answers.set(report.unit.code, sendPage(report.unit.code, [report]));
    const byAddress = writeList(
      folder,
      ['a', 'b'].map((code) => `UBND xã ${code},${address}/${code},KEY_OF_A,${code}`),
    );
    expect((await pull(byAddress, join(folder, 'by-address'))).code).toBe(0);
    const from = join(folder, 'files');
    mkdirSync(from);
    for (const report of reports) {
      writeFileSync(join(from, `${report.unit.code}.json`), wrapReport(JSON.stringify(report)));
    }
    const byFile = writeList(
      folder,
      ['a', 'b'].map((code) => `UBND xã ${code},,,${code}`),
    );
    expect((await pull(byFile, join(folder, 'by-file'), { from })).code).toBe(0);
    expect(contents(join(folder, 'by-file'))).toEqual(contents(join(folder, 'by-address')));

    const bytes = readFileSync(join(from, 'a.json'));
    bytes[bytes.indexOf('UBND')] = 'V'.charCodeAt(0);
    writeFileSync(join(from, 'a.json'), bytes);
    writeFileSync(join(from, 'c.json'), wrapReport(JSON.stringify(makeReport('c', 60))));
    const [, second] = reports;
    const forged = { ...second, indicator: makeReport('b', 69).indicator };
    writeFileSync(join(from, 'd.json'), wrapReport(JSON.stringify(forged)));
    const { code, text } = await pull(byFile, join(folder, 'bad-files'), { from });
    expect(code).toBe(3);
    expect(text).toContain('a.json | damaged');
    expect(text).toContain('c.json | foreign');
    expect(text).toContain('UBND xã b | d.json | ');
  });

  it('refuses a list with keys that others may read, and a period that is none', async () => {
    const folder = makeFolder('pull-list');
    const list = writeList(folder, [`a,${address}/a,${KEY},`]);
    expect((await pull(list, folder, { period: '2024-13' })).code).toBe(2);
    chmodSync(list, 0o644);
    expect(statSync(list).mode & 0o077).not.toBe(0);
    const { code, text } = await pull(list, folder);
    expect([code, text.includes(KEY)]).toEqual([2, false]);
    await expect(pull(writeList(folder, [`a,${address}/a,NO_SUCH_NAME,`]), folder)).rejects.toThrow(
      'list-key',
    );
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
    expect(coverage.counted + coverage.hidden).toBe(rows.length);
    expect(indicator.numerator + indicator.neutral + indicator.dissatisfied).toBe(indicator.denominator);
  });
});

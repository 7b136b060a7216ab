import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BadAnswer, parseBoundedJson } from '../../server/above/bounded-json.ts';
import { parsePage } from '../../server/above/fetch-pages.ts';
import { judgeReport, NO_PROOF } from '../../server/above/judge-report.ts';
import { parseSourceList } from '../../server/above/read-list.ts';
import { wrapReport } from '../../server/reporting/report-file.ts';
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

let fake: Awaited<ReturnType<typeof serveInstallations>>;

beforeAll(async () => {
  fake = await serveInstallations();
});
afterAll(() => fake.stop());

/** Pulls the named installations together with a valid one, whose data must not be affected. */
async function pullBeside(names: readonly string[], more: Parameters<typeof runPull>[2] = {}) {
  const folder = makeFolder('attack');
  fake.answers.set('good', sendPage('good', [makeReport('good', 60)]));
  const list = writeList(
    folder,
    [...names, 'good'].map((name) => `${name},${fake.address}/${name},${API_KEY},`),
  );
  const result = await runPull(list, folder, more);
  expect(readFileSync(join(folder, `${PERIOD}.csv`), 'utf8')).toContain('UBND xã good');
  expect(result.text).not.toContain(API_KEY);
  return { ...result, folder };
}

describe('an answer that attacks', () => {
  it('by its headers, its speed or its packing is bad, and stops nobody else', async () => {
    const { answers } = fake;
    answers.set('headers', (response) => response.writeHead(200, { Much: 'x'.repeat(1_000_000) }).end('{}'));
    answers.set('trickle', (response) => {
      const drop = setInterval(() => response.write(' '), 50);
      response.on('close', () => clearInterval(drop));
    });
    const bomb = gzipSync(Buffer.alloc(200_000_000, ' '));
    answers.set('bomb', (response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(bomb));
    answers.set('page', (response) =>
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>Đăng nhập'),
    );
    answers.set('latin', (response) => response.end(Buffer.from('{"schema":"\xe9"}', 'latin1')));
    let turn = 0;
    answers.set('circle', (response) => {
      turn += 1;
      const page = { schema: 'hailong.reports/1', period: PERIOD, reports: [], missing: [] };
      response.end(JSON.stringify({ ...page, next_cursor: String(turn) }));
    });
    const { problems } = await pullBeside(['headers', 'trickle', 'bomb', 'page', 'latin', 'circle'], {
      patience: { timeoutMs: 3_000, backoffMs: 1 },
    });
    expect(problems).toEqual([
      ...['bomb||too-large', 'circle||too-large', 'headers||unreachable', 'latin||not-json'],
      ...['page||not-json', 'trickle||slow'],
    ]);
    expect(turn).toBe(100);
  }, 120_000);

  it('by units that are no units is bad, and stops nobody else', async () => {
    const report = makeReport('x', 60);
    const units = {
      function: { code: { toString: 1, valueOf: 1 } },
      list: [['x']],
      absent: null,
      prototype: { ...report.unit, code: '__proto__' },
      path: { ...report.unit, code: '../../etc/passwd' },
      long: { ...report.unit, name: 'x'.repeat(40_000) },
    };
    for (const [name, unit] of Object.entries(units))
      fake.answers.set(name, sendPage(name, [{ ...report, unit }]));
    // A unit code may equal a property name of `Object.prototype`, such as `constructor`.
    fake.answers.set('inherited', sendPage('inherited', [makeReport('constructor', 60)]));
    const { problems, text } = await pullBeside([...Object.keys(units), 'inherited']);
    expect(problems.map((problem) => problem.replace(/\|.*\|/, '|')).sort()).toEqual(
      Object.keys(units)
        .map((name) => `${name}|schema`)
        .sort(),
    );
    expect(text).toContain('2 of 8 units');
  });

  it('by figures that drown the others, or do not follow from each other, is bad', async () => {
    const report = makeReport('x', 60);
    const { indicator, ballots } = report;
    const huge = {
      numerator: 9e15,
      denominator: 9e15,
      neutral: 0,
      dissatisfied: 0,
      percent: 100,
      interval: null,
    };
    const reports = {
      drown: { ...report, indicator: { ...indicator, ...huge } },
      transactions: { ...report, transactions: { n: 9e15, source: 'typed' } },
      interval: {
        ...report,
        indicator: { ...indicator, interval: { method: 'wilson-95', low: 0, high: 100 } },
      },
      percent: { ...report, indicator: { ...indicator, percent: 99 } },
      account: { ...report, ballots: { ...ballots, received: ballots.received + 1 } },
      hidden: { ...report, indicator: { ...indicator, suppressed: true } },
    };
    for (const [name, one] of Object.entries(reports)) fake.answers.set(name, sendPage(name, [one]));
    const { problems } = await pullBeside(Object.keys(reports));
    expect(problems).toEqual(
      Object.keys(reports)
        .map((name) => `${name}|x|figures`)
        .sort(),
    );
  });

  it('by names cannot command a spreadsheet, a browser or a terminal', async () => {
    const names = {
      formula: '=HYPERLINK("http://evil.example","x")',
      tag: '<img src=x onerror=alert(1)>',
      escape: '\u001b[2J\u202egnp.exe\nfake | line | ok',
    };
    for (const [code, name] of Object.entries(names)) {
      const report = makeReport(code, 60);
      fake.answers.set(code, sendPage(code, [{ ...report, unit: { ...report.unit, name } }]));
    }
    // Error messages about a bad report contain the unit's code.
    const unit = { ...makeReport('x', 60).unit, code: '\u001b]0;owned\u0007\n  a | b | c' };
    fake.answers.set('terminal', sendPage('terminal', [{ ...makeReport('x', 60), unit }]));
    const { folder, text, problems } = await pullBeside([...Object.keys(names), 'terminal']);
    const { csv, html, jsonl } = readSheets(folder);
    expect(csv).toContain(`"'=HYPERLINK(""http`);
    expect(html).not.toContain('<img');
    for (const written of [csv, html, jsonl, text]) expect(written).not.toContain('\u001b');
    expect(html).not.toContain(Buffer.from('\u202e').toString('latin1'));
    expect(problems).toHaveLength(1);
    expect(text.split('\n').filter((line) => line.startsWith('  '))).toHaveLength(1);
  });

  it('in the place of another unit does not displace it', async () => {
    const victim = { ...makeReport('victim', 60), installation: 'installation-of-victim' };
    fake.answers.set('z-victim', sendPage('z-victim', [victim]));
    fake.answers.set(
      'a-thief',
      sendPage('a-thief', [{ ...victim, indicator: makeReport('v', 1).indicator }]),
    );
    const folder = makeFolder('thief');
    const lineOf = (name: string, units: string) => `${name},${fake.address}/${name},${API_KEY},${units}`;
    const both = [lineOf('a-thief', ''), lineOf('z-victim', 'victim')];
    const first = await runPull(writeList(folder, both), join(folder, 'named'));
    expect(first.problems).toEqual(['a-thief|victim (z-victim)|doubled']);
    const limited = [lineOf('a-thief', 'own'), lineOf('z-victim', '')];
    const second = await runPull(writeList(folder, limited), join(folder, 'limited'));
    expect(second.problems).toEqual(['a-thief|own|gone', 'a-thief|victim|foreign']);
    expect(second.text).toContain('1 of 2 units');
  });

  it('that leaves out seals or units that it had shown is noticed', async () => {
    const folder = makeFolder('withdrawn');
    const list = writeList(folder, [`w,${fake.address}/w,${API_KEY},`]);
    const running = ['w1', 'w2', 'w3'].map((code) => {
      const report = makeReport(code, 60);
      return { ...report, period: { ...report.period, closed_at: null } };
    });
    fake.answers.set('w', sendPage('w', running));
    expect((await runPull(list, folder)).code).toBe(0);
    const [one, two] = running;
    const few = { ...two, seal: { ...two?.seal, days: two?.seal.days.slice(0, 3) } };
    fake.answers.set('w', sendPage('w', [{ ...one, seal: null }, few]));
    const { problems, text } = await runPull(list, folder);
    expect(problems).toEqual(['w|w1|seal-changed', 'w|w2|seal-changed', 'w|w3|gone']);
    expect(text).toContain('3 of 3 units');
  });
});

describe('units that the list names', () => {
  it('never vanish: one without a report or a file is absent, and counted once', async () => {
    const folder = makeFolder('named');
    const missing = [{ unit: { code: 'm', name: 'UBND xã m' }, report: null, reason: 'not-open' }];
    const wrong = { ...makeReport('o', 60), indicator: { ...makeReport('o', 60).indicator, percent: 1 } };
    fake.answers.set('n', sendPage('n', [makeReport('n', 60), wrong], missing));
    const from = join(folder, 'files');
    mkdirSync(from);
    writeFileSync(join(from, 'f.json'), wrapReport(JSON.stringify(makeReport('f', 60))));
    const list = writeList(folder, [`n,${fake.address}/n,${API_KEY},n m o p`, 'files,,,f g']);
    for (const attempt of [1, 2]) {
      const { problems, text } = await runPull(list, folder, { from });
      expect([attempt, ...problems]).toEqual([attempt, 'files|g|not-sent', 'n|o|figures', 'n|p|gone']);
      expect(text).toContain('2 of 6 units');
    }
  });
});

describe('the reader of JSON', () => {
  it('takes time in proportion to the length, whatever is in it', () => {
    for (const text of [
      '"\\"'.repeat(2_000_000),
      `"${'x'.repeat(7_900_000)}"`,
      `"${'\\"'.repeat(3_900_000)}`,
    ]) {
      const startedAt = performance.now();
      try {
        parseBoundedJson(text);
      } catch (error) {
        expect(error).toBeInstanceOf(BadAnswer);
      }
      expect(performance.now() - startedAt).toBeLessThan(5_000);
    }
    expect(() => parseBoundedJson(`[${'0,'.repeat(3_000)}0]`)).toThrow('too-large');
    expect(() => parseBoundedJson(`[${'9'.repeat(400)}]`)).toThrow('not-json');
    expect(parseBoundedJson('{"a":"[[{,\\"9999999999999999999999999","b":[-1.5e3]}')).toEqual({
      a: '[[{,"9999999999999999999999999',
      b: [-1500],
    });
  });

  it('throws nothing but a bad answer, for anything', () => {
    const report = makeReport('x', 60);
    const places: string[][] = [];
    const walk = (value: unknown, path: string[]): void => {
      if (path.length > 0) places.push(path);
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inside] of Object.entries(value)) walk(inside, [...path, key]);
    };
    walk(report, []);
    const property = fc.property(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 3 }), (path, value) => {
      const changed = JSON.parse(JSON.stringify(report));
      const at = path.slice(0, -1).reduce((inside, key) => inside[key], changed);
      at[path.at(-1) ?? ''] = value;
      for (const judge of [
        () => judgeReport(changed, PERIOD, NO_PROOF),
        () => parsePage(JSON.stringify(value)),
      ]) {
        try {
          judge();
        } catch (error) {
          expect(error).toBeInstanceOf(BadAnswer);
        }
      }
    });
    fc.assert(property, { numRuns: 500 });
  });
});

describe('the list', () => {
  const parse = (rows: string, environment = {}) => parseSourceList(rows, environment).sources;
  const head = 'name,address,key,units\n';

  it('may come from Excel: semicolons or tabs, capital headings, a byte order mark', () => {
    for (const sign of [',', ';', '\t']) {
      const lines = [
        ['Name', 'Address', 'Key', 'Units'],
        ['UBND xã A', 'https://a.example', API_KEY, 'a b'],
      ];
      const [source] = parse(`\ufeff${lines.map((line) => line.join(sign)).join('\r\n')}`);
      expect(source).toEqual({
        name: 'UBND xã A',
        address: 'https://a.example/',
        key: API_KEY,
        units: ['a', 'b'],
      });
    }
  });

  it('sends no key in the open or to an address with a password, and never says a key', () => {
    const open = `${head}a,http://10.1.2.3,${API_KEY},`;
    expect(() => parse(open)).toThrow('list-http');
    expect(parse(open, { ALLOW_HTTP: 'on' })).toHaveLength(1);
    for (const address of ['https://me:secret@a.example', 'file:///etc/passwd', 'a.example']) {
      expect(() => parse(`${head}a,${address},${API_KEY},`)).toThrow('list-address');
    }
    expect(() => parse(`${head}a,https://a.example,NO_SUCH_NAME,`)).toThrow('list-key');
    expect(() => parse(head)).toThrow('list-empty');
    expect(() => parse('')).toThrow('list-empty');
    for (const row of [
      `a,https://a.example,${API_KEY}"x",`,
      `a,https://a.example,"${API_KEY}`,
      `a,${API_KEY}`,
    ]) {
      try {
        parse(head + row);
        expect.unreachable();
      } catch (error) {
        expect(JSON.stringify(error) + String(error)).not.toContain(API_KEY);
        expect(String(error)).toContain('list-row');
      }
    }
  });
});

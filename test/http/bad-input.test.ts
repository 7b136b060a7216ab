import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findProjectRoot } from '../../server/lib/project-root.ts';
import { createSeededRandom } from '../../server/lib/seeded-random.ts';
import { issueToken } from '../../server/response/form-token.ts';
import { submitResponse } from '../../server/response/submit-response.ts';
import type { SurveyCatalogue } from '../../server/survey/definition.ts';
import { loadSurveys } from '../../server/survey/load-surveys.ts';
import type { Counter } from '../../server/unit/counter.ts';
import { sayFault } from '../../web/formatting/faults.ts';
import { citizenMessages } from '../../web/messages/citizen.ts';
import { createApiClient } from '../helpers/api-client.ts';
import { generateBadForm, generateBadRequest } from '../helpers/bad-requests.ts';
import { captureLog } from '../helpers/captured-log.ts';
import { readForm } from '../helpers/page-form.ts';
import { signInAs } from '../helpers/staff-client.ts';
import { dumpTables } from '../helpers/table-dump.ts';
import { createTestApp, hiddenField, START, type TestApp } from '../helpers/test-app.ts';

const SURVEY = 'mot-cua-ngan/2';
const FORM_TYPE = 'application/x-www-form-urlencoded';
/** A marker in every request of this file; no log line may contain it. */
const SECRET = 'loi-noi-rieng';

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** Surveys with a draft beside the published ones. */
function withDraft(): SurveyCatalogue {
  const catalogue = loadSurveys(join(findProjectRoot(), 'surveys'));
  const published = catalogue.find('mot-cua-ngan', 2);
  if (!published) throw new Error('there is no short survey');
  const draft = { ...published, version: 3, is_published: false };
  return {
    find: (id, version) => (id === draft.id && version === 3 ? draft : catalogue.find(id, version)),
    list: () => [...catalogue.list(), draft],
  };
}

/** An app, one of its counters, and a valid token that no bad form may use up. */
async function createTarget() {
  const { log, lines } = captureLog();
  const testApp = await createTestApp({ log, surveys: withDraft() });
  const [counter, other] = testApp.counters as [Counter, Counter];
  const path = `/k/${counter.code}`;
  const token = hiddenField(await (await testApp.get(path)).text(), 't');
  const send = (body: BodyInit | null, headers: Record<string, string> = {}, to = path) =>
    testApp.request(to, { method: 'POST', headers: { 'Content-Type': FORM_TYPE, ...headers }, body });
  const sendFields = (fields: Fields) => testApp.post(path, { t: token, s: SURVEY, ...fields });
  return { testApp, counter, other, path, token, send, sendFields, lines };
}

type Target = Awaited<ReturnType<typeof createTarget>>;

/** Runs a bad request; checks that nothing was stored and that the log does not quote the request. */
async function expectNothingKept(target: Target, act: () => Promise<unknown>): Promise<void> {
  const before = await dumpTables(target.testApp.context.db);
  await act();
  expect(await dumpTables(target.testApp.context.db)).toEqual(before);
  expect(target.lines).toEqual([]);
}

async function expectFaults(response: Response, codes: readonly string[], label: string): Promise<string> {
  expect(response.status, label).toBe(422);
  const html = await response.text();
  const summary = (html.match(/<div id="faults"[\s\S]*?<\/div>|<p class="fault[\s\S]*?<\/p>/g) ?? []).join(
    '\n',
  );
  for (const code of codes)
    expect(summary, `${label}: ${code}`).toContain(
      sayFault({ field: '', code }, citizenMessages('vi').faults),
    );
  return html;
}

const LEVELS_IN_ODD_SPELLINGS = [
  ...['0', '6', '9', '-1', '+5', '05', '5.0', '5,0', '1e0', '0x5', '5n', 'five', 'NaN', 'Infinity', 'true'],
  ...[' 5', '5 ', '\t5', '5\n', '5\r\n', '5\u00a0', '5\u200b', '\ufeff5', '5\u0000', '\u0000'],
  ...['５', '٥', '۵', '५', '⑤', '⁵', 'Ⅴ', '5\u0301', '5\ufe0f', '5\u20e3', '\ud835\udfd3'],
  ...[
    '55',
    '1 2',
    '5;',
    '[5]',
    '{"5":1}',
    'null',
    'undefined',
    '__proto__',
    'constructor',
    'NA',
    'na ',
    'n/a',
  ],
];

describe('a form that is not a ballot', () => {
  it('is refused for every spelling of a level but the five digits, at any question', async () => {
    const target = await createTarget();
    await expectNothingKept(target, async () => {
      for (const level of LEVELS_IN_ODD_SPELLINGS) {
        const label = JSON.stringify(level);
        await expectFaults(await target.sendFields({ 'q.overall': level }), ['level-invalid'], label);
        const html = await expectFaults(
          await target.sendFields({ 'q.overall': '4', 'q.i25': level, comment: SECRET }),
          ['level-invalid'],
          label,
        );
        expect(readForm(html), label).toMatchObject({ 'q.overall': ['4'], comment: [SECRET] });
      }
      await expectFaults(await target.sendFields({ 'q.overall': 'na' }), ['level-invalid'], 'na');
    });
  });

  it('is refused without an overall answer, however it is missing', async () => {
    const target = await createTarget();
    await expectNothingKept(target, async () => {
      for (const fields of [
        {},
        { 'q.overall': '' },
        { 'q.i25': '5' },
        { overall: '5' },
        { 'q.Overall': '5' },
        { 'Q.overall': '5' },
        { 'q.overall ': '5' },
        { 'q.overall[]': '5' },
        { 'q．overall': '5' },
        { 'why.overall': 'other' },
      ]) {
        await expectFaults(await target.sendFields(fields), ['overall-missing'], JSON.stringify(fields));
      }
    });
  });

  it('is refused when a level comes twice, even the same one', async () => {
    const target = await createTarget();
    await expectNothingKept(target, async () => {
      for (const values of [
        ['5', '5'],
        ['1', '5'],
        ['', '5'],
        ['5', ''],
      ]) {
        await expectFaults(
          await target.sendFields({ 'q.overall': values }),
          ['level-repeated'],
          values.join(),
        );
        await expectFaults(
          await target.sendFields({ 'q.overall': '5', 'q.i31': values }),
          ['level-repeated'],
          values.join(),
        );
      }
    });
  });

  it('is refused for questions, reasons and choices that the survey does not have', async () => {
    const target = await createTarget();
    const ids = [
      'i24',
      'i99',
      '',
      '.',
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      'x'.repeat(9_000),
    ];
    await expectNothingKept(target, async () => {
      for (const id of ids) {
        for (const fields of [{ [`q.${id}`]: '5' }, { [`why.${id}`]: 'other' }]) {
          const response = await target.sendFields({ 'q.overall': '2', ...fields });
          const html = await expectFaults(response, ['question-unknown'], id.slice(0, 20));
          expect(readForm(html)['q.overall']).toEqual(['2']);
        }
        await expectFaults(
          await target.sendFields({ 'q.overall': '2', 'why.overall': id === '' ? ' ' : id }),
          ['chip-unknown'],
          id.slice(0, 20),
        );
        if (id === '') continue;
        const chosen = await target.sendFields({ 'q.overall': '2', kind: id, field: id });
        await expectFaults(chosen, ['option-unknown'], id.slice(0, 20));
      }
    });
  });

  it('names every fault at once and gives back everything else with a fresh token', async () => {
    const target = await createTarget();
    await expectNothingKept(target, async () => {
      const comment = `${SECRET} ${'ạ'.repeat(1_000)}`;
      const forged = `${target.token.slice(0, -1)}${target.token.endsWith('A') ? 'B' : 'A'}`;
      const response = await target.sendFields({
        t: forged,
        'q.i25': '7',
        'q.i28': '2',
        'why.i28': ['asked-more-papers', 'no-such-reason'],
        'q.i99': '5',
        'q.i34': ['1', '2'],
        kind: 'robot',
        field: 'land',
        comment,
      });
      const html = await expectFaults(
        response,
        [
          ...['token-forged', 'overall-missing', 'level-invalid', 'level-repeated'],
          ...['question-unknown', 'chip-unknown', 'option-unknown', 'comment-too-long'],
        ],
        'all at once',
      );
      const form = readForm(html);
      expect(form).toMatchObject({ 'q.i28': ['2'], field: ['land'], comment: [comment] });
      expect(form.t?.[0]).not.toBe(forged);
      expect(form.t?.[0]).not.toBe(target.token);
      expect(response.headers.get('cache-control')).toBe('no-store');
    });
  });

  it('is refused with a comment of more than 1 000 characters, and counted with one of 1 000', async () => {
    const target = await createTarget();
    await expectNothingKept(target, async () => {
      for (const comment of ['a'.repeat(1_001), 'ộ'.normalize('NFD').repeat(1_001), '😀'.repeat(1_001)]) {
        const html = await expectFaults(
          await target.sendFields({ 'q.overall': '5', comment }),
          ['comment-too-long'],
          comment.slice(0, 4),
        );
        expect(readForm(html).comment).toEqual([comment]);
      }
    });
    for (const letter of ['a', 'ộ'.normalize('NFD'), '😀']) {
      const response = await target.testApp.submit(target.counter.code, {
        'q.overall': '5',
        comment: ` ${letter.repeat(1_000)} `,
      });
      expect(response.status, letter).toBe(303);
    }
    const stored = await target.testApp.context.db.selectFrom('comment_box').select('text').execute();
    expect(stored.map(({ text }) => Array.from(text).length)).toEqual([1_000, 1_000, 1_000]);
  });
});

describe('a form token', () => {
  it('that is missing, altered, from elsewhere or out of its time is refused with every answer kept', async () => {
    const target = await createTarget();
    const { testApp, counter, other, token } = target;
    const { tokenKey, random } = testApp.context;
    const at = (offsetMs: number) => new Date(Date.parse(START) + offsetMs);
    const day = 86_400_000;
    const tokens: [string, string, string][] = [
      ['none', '', 'token-missing'],
      ['of another counter', issueToken(tokenKey, other.code, at(0), random), 'token-forged'],
      ['of another installation', issueToken(randomBytes(32), counter.code, at(0), random), 'token-forged'],
      [
        'older than seven days',
        issueToken(tokenKey, counter.code, at(-7 * day - 1), random),
        'token-expired',
      ],
      ['of a year ago', issueToken(tokenKey, counter.code, at(-365 * day), random), 'token-expired'],
      ['with a space behind it', `${token} `, 'token-forged'],
      ['in capitals', token.toUpperCase(), 'token-forged'],
      ['with NUL behind it', `${token}\u0000`, 'token-forged'],
      ['twice in one', token + token, 'token-forged'],
      ['of the length of a page', 'x'.repeat(20_000), 'token-forged'],
    ];
    for (let index = 0; index < token.length; index += 1) {
      const letter = token[index] === 'a' ? 'b' : 'a';
      const altered = token.slice(0, index) + letter + token.slice(index + 1);
      tokens.push([`altered at ${index}`, altered, 'token-forged']);
      tokens.push([`cut at ${index}`, token.slice(0, index), index === 0 ? 'token-missing' : 'token-forged']);
    }
    await expectNothingKept(target, async () => {
      for (const [name, t, code] of tokens) {
        const fields = { t, 'q.overall': '3', 'q.i31': 'na', comment: SECRET };
        const html = await expectFaults(await target.sendFields(fields), [code], name);
        expect(readForm(html), name).toMatchObject({
          'q.overall': ['3'],
          'q.i31': ['na'],
          comment: [SECRET],
        });
      }
      const response = await target.send(`s=${SURVEY}&q.overall=5`);
      await expectFaults(response, ['token-missing'], 'no field at all');
    });
  });

  it.each([2, 15, 40, 400])('of %i days to come, after the clock was set back, counts once', async (days) => {
    const target = await createTarget();
    const { tokenKey, random, db } = target.testApp.context;
    const ahead = new Date(Date.parse(START) + days * 86_400_000);
    const t = issueToken(tokenKey, target.counter.code, ahead, random);
    for (let time = 0; time < 2; time += 1) {
      const answer = await target.sendFields({ t, 'q.overall': '4' });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/cam-on?gui=1']);
    }
    expect(await db.selectFrom('ballot_box').select('set_aside').execute()).toEqual([{ set_aside: null }]);
  });

  it('that comes again gets the same thanks and is counted once, whatever it says the second time', async () => {
    const target = await createTarget();
    const answers = [
      await target.sendFields({ 'q.overall': '5' }),
      await target.sendFields({ 'q.overall': '5' }),
      await target.sendFields({ 'q.overall': '1', comment: SECRET }),
    ];
    for (const answer of answers) {
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/cam-on?gui=1']);
    }
    const dump = await dumpTables(target.testApp.context.db);
    expect([dump.ballot_box?.length, dump.spent_tokens?.length, dump.comment_box?.length]).toEqual([1, 1, 0]);
    expect(dump.ballot_box?.[0]).toContain('{\\"overall\\":5}');
  });
});

describe('a form of no survey or no counter', () => {
  it('is refused for surveys that are unknown, drafts or badly written', async () => {
    const target = await createTarget();
    await expectNothingKept(target, async () => {
      for (const s of [
        ...['', 'mot-cua-ngan', 'mot-cua-ngan/', 'mot-cua-ngan/3', 'mot-cua-ngan/4', 'mot-cua-ngan/01'],
        ...[
          'mot-cua-ngan/1/1',
          ' mot-cua-ngan/1',
          'MOT-CUA-NGAN/1',
          'mot-cua-ngan/1\u0000',
          '../mot-cua-ngan/1',
        ],
        ...['__proto__/1', 'constructor/1', 'x'.repeat(10_000), '/', 'mot-cua-ngan/9999999999'],
      ]) {
        const html = await expectFaults(
          await target.sendFields({ s, 'q.overall': '5', comment: SECRET }),
          ['survey-unknown'],
          s.slice(0, 30),
        );
        // The returned page has the survey in force, so that submitting it again counts.
        expect(readForm(html)).toMatchObject({ s: [SURVEY], 'q.overall': ['5'], comment: [SECRET] });
      }
    });
  });

  it('is not found at counters that do not exist, whatever it holds', async () => {
    const target = await createTarget();
    const codes = [
      'aaaaa',
      '22222',
      'k',
      'kkkkkk',
      '0o1il',
      '%00',
      '%E0%A4%A',
      '..%2f',
      '__proto__',
      'x'.repeat(5_000),
    ];
    await expectNothingKept(target, async () => {
      for (const code of codes) {
        const body = `t=${target.token}&s=${SURVEY}&q.overall=5`;
        expect((await target.send(body, {}, `/k/${code}`)).status, code.slice(0, 20)).toBe(404);
        expect((await target.testApp.get(`/k/${code}`)).status, code.slice(0, 20)).toBe(404);
        expect((await target.testApp.get(`/?ma=${code}`)).status, code.slice(0, 20)).toBe(422);
      }
    });
  });

  it('of a counter that has closed is refused without a token of its own', async () => {
    const target = await createTarget();
    const { testApp, counter } = target;
    await testApp.context.db
      .updateTable('counters')
      .set({ is_open: 0 })
      .where('code', '=', counter.code)
      .execute();
    await expectNothingKept(target, async () => {
      const response = await testApp.post(target.path, { s: SURVEY, 'q.overall': '5' });
      expect(response.status).toBe(422);
      expect(await response.text()).not.toContain('<form id="survey"');
    });
    expect((await target.sendFields({ 'q.overall': '5' })).status).toBe(303);
  });
});

describe('a body', () => {
  /** A valid ballot of a given size, padded with an unknown field. */
  const ofLength = (target: Target, bytes: number): string => {
    const body = `t=${target.token}&s=${SURVEY}&q.overall=5&comment=${SECRET}&x=`;
    return body + 'x'.repeat(bytes - body.length);
  };

  it('of 24 000 bytes or more is refused, whether or not it says its length', async () => {
    const target = await createTarget();
    const stream = (text: string) =>
      new ReadableStream({
        start(controller) {
          for (let at = 0; at < text.length; at += 1_000) {
            controller.enqueue(new TextEncoder().encode(text.slice(at, at + 1_000)));
          }
          controller.close();
        },
      });
    await expectNothingKept(target, async () => {
      for (const bytes of [24_000, 24_001, 24_576, 30_000, 1_000_000]) {
        const body = ofLength(target, bytes);
        const answers = [
          await target.send(body, { 'Content-Length': String(bytes) }),
          await target.send(body),
          await target.testApp.request(target.path, {
            method: 'POST',
            headers: { 'Content-Type': FORM_TYPE },
            body: stream(body),
            duplex: 'half',
          } as RequestInit),
          await target.send(body, { 'Transfer-Encoding': 'chunked', 'Content-Length': '10' }),
        ];
        expect(
          answers.map(({ status }) => status),
          String(bytes),
        ).toEqual([413, 413, 413, 413]);
      }
    });
    expect((await target.send(ofLength(target, 23_999))).status).toBe(303);
  });

  it('of another type than a form is refused, and so is one without a type', async () => {
    const target = await createTarget();
    const fields = { t: target.token, s: SURVEY, 'q.overall': '5', comment: SECRET };
    const body = new URLSearchParams(fields).toString();
    const multipart = new FormData();
    for (const [name, value] of Object.entries(fields)) multipart.append(name, value);
    await expectNothingKept(target, async () => {
      for (const type of [
        ...['application/json', 'text/plain', 'text/html', 'application/octet-stream', 'multipart/form-data'],
        ...[
          'application/x-www-form-urlencodedx',
          'x-application/x-www-form-urlencoded',
          'application/*',
          '*/*',
        ],
        ...[
          'application/x-www-form-urlencoded, text/plain',
          'application/xml; application/x-www-form-urlencoded',
        ],
      ]) {
        expect((await target.send(body, { 'Content-Type': type })).status, type).toBe(415);
      }
      expect((await target.send(JSON.stringify(fields), { 'Content-Type': 'application/json' })).status).toBe(
        415,
      );
      const bare = { method: 'POST', body: new TextEncoder().encode(body) };
      expect((await target.testApp.request(target.path, bare)).status).toBe(415);
      expect((await target.testApp.request(target.path, { method: 'POST', body: multipart })).status).toBe(
        415,
      );
      expect((await target.testApp.request(target.path, { method: 'POST' })).status).toBe(415);
    });
  });

  it('that is empty or no text at all is refused like an empty form', async () => {
    const target = await createTarget();
    await expectNothingKept(target, async () => {
      const bodies: BodyInit[] = [
        '',
        '&',
        '=',
        '%',
        '%%%=%zz',
        '&&&===&&&',
        'q.overall',
        `q.overall=%35%`,
        'q.overall=%ED%A0%80',
        '%ED%A0%80=5',
        new Uint8Array([0xff, 0xfe, 0x00, 0x35]),
        new Uint8Array([0xc3, 0x28, 0x3d, 0xed, 0xa0, 0x80]),
        '\u0000'.repeat(1_000),
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>',
        `{"q.overall":"5","t":"${target.token}"}`,
      ];
      for (const body of bodies) {
        await expectFaults(await target.send(body), ['token-missing'], String(body).slice(0, 30));
      }
    });
  });
});

describe('an address', () => {
  it('with a malformed or unknown period, week, counter or cursor is an error of the asker', async () => {
    const target = await createTarget();
    const client = await createApiClient(target.testApp);
    const session = await signIn(target.testApp);
    const periods = [
      ...[
        'x',
        '2024-W00',
        '2024-W54',
        '2023-W53',
        '2024-w05',
        '2024-W5',
        '2024-13',
        '2024-Q5',
        '2024-H3',
        '2024-9M',
      ],
      ...[
        'BC-2024-W05',
        'bc-2024',
        'BC-2024-Q0',
        '1999',
        '3000',
        '24',
        '2024-01-01',
        '2024-01-29..2024-02-04',
      ],
      ...['2024-01-01..', '..', '2024-01-01...2024-01-02'],
      ...[' 2024', '2024 ', '2024%00', '２０２４', '2024-W05;drop table ballots', "' or 1=1 --", '__proto__'],
      ...['-2024', '2024.0', '2e3', 'x'.repeat(8_000)],
    ];
    await expectNothingKept(target, async () => {
      for (const period of periods) {
        const ky = period.includes('%') ? period : encodeURIComponent(period);
        const label = period.slice(0, 40);
        for (const path of [`/ket-qua?ky=${ky}`, `/ket-qua.json?ky=${ky}`]) {
          expect((await target.testApp.get(path)).status, label).toBe(404);
        }
        for (const path of [`/lanh-dao?ky=${ky}`, `/can-bo?tuan=${ky}`, `/can-bo?quay=${ky}`]) {
          expect((await target.testApp.get(path, { Cookie: session })).status, label).toBe(404);
        }
        expect((await client.get(`/api/v1/reports?period=${ky}`)).status, label).toBe(400);
        expect([400, 404], label).toContain((await client.get(`/api/v1/reports/dong-son/${ky}`)).status);
        const cursor = await client.get(`/api/v1/reports?period=2024-W05&cursor=${ky}`);
        expect(cursor.status, label).toBe(400);
      }
      // Periods that exist, but are not public.
      for (const ky of ['2024-01', '2024-Q1', '2024', 'BC-2024-01', 'BC-2024-H1']) {
        expect((await target.testApp.get(`/ket-qua?ky=${ky}`)).status, ky).toBe(404);
        expect((await target.testApp.get(`/ket-qua.json?ky=${ky}`)).status, ky).toBe(404);
      }
    });
  });

  it('with a host that is not ours is refused for everything but the probes', async () => {
    const target = await createTarget();
    await expectNothingKept(target, async () => {
      for (const host of [
        ...[
          'evil.example',
          'localhost.evil.example',
          'evil.example:8080',
          'localhost:8080:8080',
          'localhost/',
          '',
        ],
        ...[
          'localhost@evil.example',
          'xn--localhost',
          '[::1',
          '::1',
          '127.0.0.1.evil.example',
          'localhost%00',
          '😀',
        ],
      ]) {
        if (/[^\u0020-\u00ff]/.test(host)) continue;
        const body = `t=${target.token}&s=${SURVEY}&q.overall=5`;
        expect((await target.send(body, { Host: host })).status, host).toBe(421);
        expect((await target.testApp.get('/ket-qua', { Host: host })).status, host).toBe(421);
        expect((await target.testApp.get('/healthz', { Host: host })).status, host).toBe(200);
      }
    });
  });
});

/** Forms are passed to intake directly, because a whole request is slow: it also renders a page. */
const FORMS = 80_000;
const REQUESTS = 20_000;
const CHUNK = 2_000;

describe('a hundred thousand generated bad inputs', () => {
  it('are all found faulty at intake, each for what is wrong with it', async () => {
    const target = await createTarget();
    const { context } = target.testApp;
    const survey = context.surveys.find('mot-cua-ngan', 2);
    if (!survey) throw new Error('there is no short survey');
    const random = createSeededRandom('bad forms');
    await expectNothingKept(target, async () => {
      for (let index = 0; index < FORMS; index += 1) {
        const { fields, codes } = generateBadForm(random, survey, target.token);
        const result = await submitResponse(context, target.counter, fields);
        const found = result.kind === 'faulty' ? result.faults.map(({ code }) => code) : [result.kind];
        if (codes.every((code) => found.includes(code))) continue;
        expect.fail(`form ${index}: ${JSON.stringify([...fields])}: expected ${codes}, found ${found}`);
      }
    });
  }, 240_000);

  it('are all answered as mistakes of the sender, in every part of a request', async () => {
    const target = await createTarget();
    const survey = target.testApp.context.surveys.find('mot-cua-ngan', 2);
    if (!survey) throw new Error('there is no short survey');
    const random = createSeededRandom('bad requests');
    const { key } = await createApiClient(target.testApp);
    const aim = { ...target, authorization: `Bearer ${key}` };
    const seen = new Map<number, number>();
    for (let start = 0; start < REQUESTS; start += CHUNK) {
      // The test clock does not advance, so the rate limit of the key would never reset.
      target.testApp.context.keyRates.clear();
      await expectNothingKept(target, async () => {
        for (let index = start; index < start + CHUNK; index += 1) {
          const { path, init, expected } = generateBadRequest(random, survey, aim);
          const response = await target.testApp.request(path, init);
          const text = await response.text();
          seen.set(response.status, (seen.get(response.status) ?? 0) + 1);
          const isFine =
            expected.includes(response.status) && text !== '' && !response.headers.has('set-cookie');
          if (!isFine) expect.fail(`request ${index}: ${path} ${JSON.stringify(init)}: ${response.status}`);
        }
      });
    }
    for (const status of [400, 401, 404, 413, 415, 421, 422]) {
      expect(seen.get(status) ?? 0, `answers ${status}`).toBeGreaterThan(100);
    }
  }, 240_000);

  it('do not make answers that are much larger or slower than a page', async () => {
    const target = await createTarget();
    const names = Array.from({ length: 4_000 }, (_, index) => `q.${index.toString(36)}=`);
    const body = `t=${target.token}&s=${SURVEY}&${names.join('&')}`.slice(0, 23_999);
    await expectNothingKept(target, async () => {
      const response = await target.send(body);
      const html = await expectFaults(response, ['overall-missing', 'question-unknown'], 'a flood of fields');
      expect(html.length).toBeLessThan(120_000);
    });
  });
});

/** Session cookie of a person who may read the leader's page and the staff's pages. */
async function signIn(testApp: TestApp): Promise<string> {
  const { cookies } = await signInAs(testApp, { role: 'leader' });
  return `hl_staff=${cookies.get('hl_staff')}`;
}

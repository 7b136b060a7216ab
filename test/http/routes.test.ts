import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../server/app.ts';
import { runDailyWork } from '../../server/daily-work.ts';
import { type Listening, listen } from '../../server/http/listen.ts';
import { PERMISSIONS } from '../../server/staff/permissions.ts';
import { ROLES } from '../../server/staff/role.ts';
import { createApiClient } from '../helpers/api-client.ts';
import { captureLog } from '../helpers/captured-log.ts';
import { sendRaw } from '../helpers/raw-request.ts';
import { addPerson, openBrowser, PASSWORD, signInAs } from '../helpers/staff-client.ts';
import { dumpTables } from '../helpers/table-dump.ts';
import { createTestApp, hiddenField, type TestApp } from '../helpers/test-app.ts';

/** A URL of a mounted route with its parameters replaced; the ids of persons and phones do not exist. */
const addressOf = (testApp: TestApp, path: string): string =>
  path
    .replace(/:file\{[^}]*\}/, `${testApp.counters[0]?.code}.png`)
    .replace(':counter', testApp.counters[0]?.code ?? '')
    .replace(':unit', 'dong-son')
    .replace(':period', '2024-W05')
    .replace(':phone', 'f'.repeat(32))
    .replace('/:id/:version', '/mot-cua-ngan/1')
    .replace(':id', 'f'.repeat(32));

const mountedPaths = (testApp: TestApp): string[] => [
  ...new Set(PERMISSIONS.map(({ path }) => addressOf(testApp, path))),
];

/** All pages with different content, and every kind of error page. */
const PAGES = [
  ...[
    '/',
    '/?ma=zzzzz',
    '/?lang=en',
    '/cam-on',
    '/cam-on?gui=1',
    '/cam-on?gui=1&lang=en',
    '/rieng-tu',
    '/ket-qua',
    '/ket-qua?lang=en',
  ],
  ...[
    '/ket-qua?ky=2024-W05',
    '/ket-qua?ky=2024-W99',
    '/k/zzzzz',
    '/not/there',
    '/dang-nhap',
    '/dang-nhap/ma',
  ],
  ...['/tai-khoan', '/lanh-dao', '/lanh-dao?ky=2024', '/can-bo', '/can-bo?tuan=2024-W05', '/can-bo?tuan=x'],
  ...['/can-bo/ma-qr', '/can-bo/ma-qr?kho=a5', '/quan-tri', '/quan-tri/nhat-ky', '/quan-tri/nguoi-dung'],
];

const sourcesOf = (html: string, tag: 'style' | 'script'): string[] =>
  [...html.matchAll(new RegExp(`<${tag}(?: type="module")?>([\\s\\S]*?)</${tag}>`, 'g'))].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );

const directive = (policy: string, name: string): string[] =>
  policy
    .split(';')
    .map((part) => part.trim().split(' '))
    .find(([first]) => first === name)
    ?.slice(1) ?? [];

/** Checks required and forbidden headers and content of a response. */
async function expectSafe(response: Response, label: string): Promise<string> {
  const { headers } = response;
  const text = await response.text();
  if (response.status === 304) {
    expect(headers.has('content-security-policy'), label).toBe(false);
    return text;
  }
  expect(headers.get('x-content-type-options'), label).toBe('nosniff');
  expect(headers.get('referrer-policy'), label).toBe('same-origin');
  expect(headers.has('x-powered-by'), label).toBe(false);
  expect(headers.has('server'), label).toBe(false);
  const policy = headers.get('content-security-policy') ?? '';
  expect(directive(policy, 'default-src'), label).toEqual(["'none'"]);
  expect(directive(policy, 'frame-ancestors'), label).toEqual(["'none'"]);
  expect(policy, label).not.toMatch(/unsafe|\*|https?:/);
  if (!(headers.get('content-type') ?? '').startsWith('text/html') || text === '') return text;
  for (const tag of ['style', 'script'] as const) {
    const sources = sourcesOf(text, tag);
    expect(directive(policy, `${tag}-src`), label).toEqual(sources.length > 0 ? sources : ["'none'"]);
  }
  expect(directive(policy, 'base-uri'), label).toEqual(["'none'"]);
  expect(directive(policy, 'form-action'), label).toEqual(["'self'"]);
  // Nothing that the CSP would block, and nothing that would be fetched from another host.
  expect(text, label).not.toMatch(
    /<(?:script(?! type="module">)|style)\s|\son\w+="|\sstyle="|<(iframe|object|embed|base)\b/,
  );
  expect(text, label).not.toMatch(/<(link|img|script)\b[^>]*\b(src|href)="(?!data:|\/)/);
  expect(text, label).not.toMatch(/@import|url\((?!["']?(?:data:|#))/);
  return text;
}

describe('every mounted route', () => {
  it('answers every method without failing, for every visitor', async () => {
    const { log, lines } = captureLog();
    const testApp = await createTestApp({ log });
    const cookies = [''];
    for (const role of ROLES) {
      const browser = await signInAs(testApp, { role });
      cookies.push([...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    }
    const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'BREW'];
    for (const path of mountedPaths(testApp)) {
      for (const method of methods) {
        for (const cookie of cookies) {
          // Signing out would end the sessions here; it is tested with the sessions.
          if (method === 'POST' && path.endsWith('dang-xuat')) continue;
          const headers = { Origin: 'http://localhost', ...(cookie === '' ? {} : { Cookie: cookie }) };
          const response = await testApp.request(path, { method, headers });
          const label = `${method} ${path}: ${response.status}`;
          expect(response.status, label).toBeLessThan(500);
          const text = await expectSafe(response, label);
          if (method === 'HEAD') expect(text, label).toBe('');
          if (!['GET', 'HEAD', 'POST'].includes(method)) expect([404, 405], label).toContain(response.status);
        }
      }
    }
    expect(lines.filter((line) => line.includes('"level":50'))).toEqual([]);
  });

  it('of the office redirects to the sign-in page without a session, and the JSON requires a key', async () => {
    const testApp = await createTestApp();
    for (const { method, path, area, visitors } of PERMISSIONS) {
      const address = addressOf(testApp, path);
      const isPublic = ['/api/v1/', '/api/v1/openapi.json', '/api/v1/surveys/:id/:version'].includes(path);
      if (area === 'program' && !isPublic) {
        const response = await testApp.get(address);
        expect([response.status, response.headers.get('www-authenticate')], address).toEqual([401, 'Bearer']);
        expect(response.headers.get('content-type')).toBe('application/problem+json');
      }
      if (area !== 'office' || visitors.includes('none')) continue;
      const response =
        method === 'GET' ? await testApp.get(`${address}?x=1`) : await testApp.post(address, {});
      const back = method === 'GET' ? `?tiep=${encodeURIComponent(`${address}?x=1`)}` : '';
      expect([response.status, response.headers.get('location')], `${method} ${address}`).toEqual([
        303,
        `/dang-nhap${back}`,
      ]);
    }
  });

  it('of citizens takes forms from anywhere; one of the office refuses those of other sites', async () => {
    const testApp = await createTestApp();
    const path = `/k/${testApp.counters[0]?.code}`;
    for (const headers of [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
    ]) {
      const token = hiddenField(await (await testApp.get(path)).text(), 't');
      const sent = await testApp.request(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
        body: `t=${token}&s=mot-cua-ngan/1&q.overall=4`,
      });
      expect(sent.status).toBe(303);
      for (const { method, path: office, area } of PERMISSIONS) {
        if (method !== 'POST' || area !== 'office') continue;
        const refused = await testApp.request(addressOf(testApp, office), {
          method: 'POST',
          headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
          body: 'name=x',
        });
        expect(refused.status, `${office} ${JSON.stringify(headers)}`).toBe(403);
        expect(await expectSafe(refused, office)).not.toBe('');
      }
    }
  });
});

describe('every page', () => {
  it('has a policy that names its own style and script byte for byte, and loads nothing', async () => {
    const testApp = await createTestApp();
    const browsers = [openBrowser(testApp)];
    for (const role of ROLES) browsers.push(await signInAs(testApp, { role }));
    let pages = 0;
    for (const browser of browsers) {
      for (const path of [
        ...PAGES,
        `/k/${testApp.counters[0]?.code}`,
        `/k/${testApp.counters[4]?.code}?lang=en`,
      ]) {
        const text = await expectSafe(await browser.get(path), path);
        if (text.startsWith('<!doctype html>')) pages += 1;
      }
    }
    expect(pages).toBeGreaterThan(100);
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const path = `/k/${testApp.counters[0]?.code}`;
    const errors: [number, RequestInit, string][] = [
      [413, { method: 'POST', headers: form, body: 'x'.repeat(30_000) }, path],
      [415, { method: 'POST', body: '{}' }, path],
      [421, { headers: { Host: 'evil.example' } }, path],
      [422, { method: 'POST', headers: form, body: 'q.overall=9' }, path],
      [422, { method: 'POST', headers: { ...form, Origin: 'http://localhost' }, body: '' }, '/dang-nhap'],
    ];
    for (const [status, init, at] of errors) {
      const response = await testApp.request(at, init);
      expect(response.status).toBe(status);
      expect(await expectSafe(response, String(status))).toMatch(/^<!doctype html>/);
    }
  });

  it('that has not changed is not sent again, and keeps the policy that the browser has of it', async () => {
    const testApp = await createTestApp();
    const leader = await signInAs(testApp, { role: 'leader' });
    for (const path of ['/lanh-dao', '/can-bo', '/ket-qua', '/ket-qua.json']) {
      const first = await leader.get(path);
      const tag = first.headers.get('etag') ?? '';
      expect(tag, path).not.toBe('');
      const second = await leader.get(path, { 'If-None-Match': tag });
      expect([second.status, await expectSafe(second, path)], path).toEqual([304, '']);
    }
    // Pages that differ between people are never in a shared cache.
    expect((await leader.get('/lanh-dao')).headers.get('cache-control')).toMatch(/private/);
  });

  it('with a form of its own, or about one person, is kept by no browser', async () => {
    const testApp = await createTestApp();
    const path = `/k/${testApp.counters[0]?.code}`;
    expect((await testApp.get(path)).headers.get('cache-control')).toBe('no-store');
    expect((await testApp.post(path, {})).headers.get('cache-control')).toBe('no-store');
    expect((await testApp.get('/k/zzzzz')).headers.get('cache-control')).toBe('no-store');
    expect((await testApp.get('/dang-nhap')).headers.get('cache-control')).toBe('no-store');
    expect((await testApp.get('/not/there')).headers.get('cache-control')).toBe('no-store');
  });

  it('shows only the id of an unexpected failure, which is in the log without the address', async () => {
    const { log, lines } = captureLog();
    const testApp = await createTestApp({ log });
    const path = `/k/${testApp.counters[0]?.code}`;
    const token = hiddenField(await (await testApp.get(path)).text(), 't');
    await testApp.context.db.destroy();
    const failed = await testApp.post(path, {
      t: token,
      s: 'mot-cua-ngan/1',
      'q.overall': '5',
      comment: 'bí mật',
    });
    expect(failed.status).toBe(500);
    const text = await expectSafe(failed, '500');
    const id = /<b>([0-9a-f]{8})<\/b>/.exec(text)?.[1] ?? 'none';
    expect(text).not.toMatch(/driver|destroyed|Kysely|sqlite|\.ts\b/i);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(id);
    expect(lines[0]).not.toMatch(/bí mật|overall|\/k\//);
    expect((await testApp.get('/healthz')).status).toBe(200);
    expect((await testApp.get('/readyz')).status).toBe(503);
  });
});

describe('looking', () => {
  it('writes nothing on GET or HEAD, on any route, for any visitor', async () => {
    const testApp = await createTestApp();
    await testApp.storeMany(Array.from({ length: 40 }, () => ({ overall: 4, comment: 'x' })));
    testApp.setTime('2024-02-12T00:06:00+07:00');
    await runDailyWork(testApp.context);
    testApp.setTime('2024-02-12T09:00:00+07:00');
    const client = await createApiClient(testApp);
    const browsers = [openBrowser(testApp)];
    for (const role of ROLES) browsers.push(await signInAs(testApp, { role }));
    const before = await dumpTables(testApp.context.db);
    for (const path of [...PAGES, ...mountedPaths(testApp)]) {
      for (const browser of browsers) await browser.get(path);
      await testApp.request(path, { method: 'HEAD' });
      if (path.startsWith('/api/'))
        expect((await client.get(`${path}?period=2024-W05`)).status, path).toBe(200);
    }
    // Link previews and crawlers of messengers.
    const preview = {
      'User-Agent': 'facebookexternalhit/1.1',
      Purpose: 'prefetch',
      'Sec-Purpose': 'prefetch',
    };
    await testApp.get(`/k/${testApp.counters[0]?.code}`, preview);
    expect(await dumpTables(testApp.context.db)).toEqual(before);
  });
});

describe('signing in', () => {
  it('leads to a path on this server, whatever address is asked for', async () => {
    const testApp = await createTestApp();
    const { name } = await addPerson(testApp, { role: 'leader' });
    const browser = openBrowser(testApp);
    const shard = fc.constantFrom(
      ...[
        '/',
        '//',
        '\\',
        '/\\',
        '.',
        '..',
        '/..',
        '/.',
        '@',
        ':',
        '?',
        '#',
        ';',
        '%2f',
        '%5c',
        '%00',
        '%0d%0a',
        '\t',
      ],
      ...[
        '\n',
        '\r',
        ' ',
        '\u0000',
        '\u00a0',
        '／',
        '。',
        'evil.example',
        'http:',
        'https://',
        'javascript:',
        'data:',
      ],
      ...['lanh-dao', 'localhost', 'own.invalid', '[::1]', 'x', 'http://own.invalid'],
    );
    const address = fc.array(shard, { minLength: 1, maxLength: 7 }).map((shards) => shards.join(''));
    const slashed = address.map((text) => `/${text}`);
    await fc.assert(
      fc.asyncProperty(fc.oneof(address, slashed, fc.webUrl()), async (next) => {
        const response = await browser.post('/dang-nhap', { name, password: PASSWORD, next });
        const location = response.headers.get('location') ?? '';
        expect(response.status).toBe(303);
        for (const base of ['http://localhost/dang-nhap', 'https://khaosat.example/dang-nhap']) {
          expect(new URL(location, base).origin, `${next} → ${location}`).toBe(new URL(base).origin);
        }
        expect(location).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
        const shown = await (await browser.get(`/dang-nhap?tiep=${encodeURIComponent(next)}`)).text();
        const kept = /<input type="hidden" name="next"(?: value="([^"]*)")?/.exec(shown);
        expect(kept, next).not.toBeNull();
        expect(kept?.[1] ?? '', next).toMatch(/^(\/(?![/\\]).*)?$/);
      }),
      { numRuns: 400, seed: 20240129 },
    );
  });
});

describe('the server on its port', () => {
  let testApp: TestApp;
  let server: Listening;
  beforeAll(async () => {
    testApp = await createTestApp();
    server = await listen(() => createApp(testApp.context), '127.0.0.1', 0);
  });
  afterAll(() => server.stop());

  const write = (line: string, headers: readonly string[], body: string, host: string): string =>
    [`${line} HTTP/1.1`, `Host: ${host}`, 'Connection: close', ...headers, '', body].join('\r\n');
  const request = (line: string, headers: readonly string[] = [], body = '', host = 'localhost') =>
    sendRaw(server.port, write(line, headers, body, host));
  const cut = (line: string, headers: readonly string[] = [], body = '', host = 'localhost') =>
    sendRaw(server.port, write(line, headers, body, host), true);

  it('sends the survey in at most 12 000 bytes, headers included, and needs no second request', async () => {
    for (const [index, survey] of ['mot-cua-ngan', 'mot-cua-day-du'].entries()) {
      const code = testApp.counters[index]?.code ?? '';
      await testApp.context.db
        .updateTable('counter_surveys')
        .set({ survey_id: survey })
        .where('counter_code', '=', code)
        .execute();
      for (const lang of ['', '?lang=en']) {
        const answer = await request(`GET /k/${code}${lang}`, ['Accept-Encoding: gzip, deflate, br']);
        expect(answer.status).toBe(200);
        expect(answer.headers.get('content-encoding')).toBe('gzip');
        expect(answer.headers.get('cache-control')).toBe('no-store');
        expect(answer.bytes.length, survey + lang).toBeLessThanOrEqual(12_000);
      }
    }
  });

  it('leaves no line in the log when a phone loses its line while it sends', async () => {
    const { log, lines } = captureLog();
    const logged = await createTestApp({ log });
    const own = await listen(() => createApp(logged.context), '127.0.0.1', 0);
    const form = 'Content-Type: application/x-www-form-urlencoded';
    for (const size of ['Content-Length: 500', 'Transfer-Encoding: chunked']) {
      const phone = connect(own.port, '127.0.0.1');
      const body = size.startsWith('Content') ? 'q.overall=5' : 'b\r\nq.overall=5\r\n';
      const path = `/k/${logged.counters[0]?.code}`;
      phone.write(write(`POST ${path}`, [form, size], body, 'localhost'));
      await new Promise((resolve) => setTimeout(resolve, 200));
      phone.destroy();
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    await own.stop();
    expect(lines).toEqual([]);
  });

  it('answers only to its own names, and to probes by any', async () => {
    for (const host of ['evil.example', `localhost.evil.example:${server.port}`, '127.0.0.1.nip.io']) {
      expect((await request('GET /ket-qua', [], '', host)).status, host).toBe(421);
      expect((await request('GET /healthz', [], '', host)).status, host).toBe(200);
      expect((await request('GET /readyz', [], '', host)).status, host).toBe(200);
    }
    for (const host of ['localhost', `localhost:${server.port}`, '127.0.0.1', 'LOCALHOST', '[::1]:80']) {
      expect((await request('GET /ket-qua', [], '', host)).status, host).toBe(200);
    }
    expect((await request('GET http://evil.example/ket-qua')).status).toBeLessThan(500);
  });

  it('refuses malformed requests without failing, and goes on serving', async () => {
    const code = testApp.counters[0]?.code;
    const form = 'Content-Type: application/x-www-form-urlencoded';
    const post = `POST /k/${code}`;
    const bad: [string, Promise<{ status: number }>][] = [
      ['no request at all', sendRaw(server.port, '\u0000\u0001\u0002\r\n\r\n', true)],
      ['TLS on a plain port', sendRaw(server.port, Buffer.from('160301020001000100', 'hex'), true)],
      ['an unknown version', sendRaw(server.port, 'GET / HTTP/9.9\r\n\r\n', true)],
      ['no host', sendRaw(server.port, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', true)],
      ['two hosts', request('GET /', ['Host: evil.example'])],
      ['a host that is none', request('GET /ket-qua', [], '', 'a b')],
      ['a path that is none', request('GET //')],
      ['a path of 20 000 letters', request(`GET /${'x'.repeat(20_000)}`)],
      ['a header of 100 000 letters', request('GET /', [`X: ${'x'.repeat(100_000)}`])],
      [
        '5 000 headers',
        request(
          'GET /',
          Array.from({ length: 5_000 }, (_, index) => `X${index}: y`),
        ),
      ],
      ['CONNECT', cut('CONNECT localhost:443')],
      ['TRACE', request('TRACE /')],
      ['a length that is no number', request(post, [form, 'Content-Length: five'], 'x')],
      ['a negative length', request(post, [form, 'Content-Length: -5'], 'x')],
      ['two lengths', request(post, [form, 'Content-Length: 5', 'Content-Length: 6'], 'abcdef')],
      ['less than was announced', cut(post, [form, 'Content-Length: 500'], 'q.overall=5')],
      ['more than was announced', request(post, [form, 'Content-Length: 5'], 'q.overall=5')],
      ['a broken chunk', request(post, [form, 'Transfer-Encoding: chunked'], 'zz\r\nx\r\n0\r\n\r\n')],
      [
        'an endless chunk',
        request(post, [form, 'Transfer-Encoding: chunked'], `9c40\r\n${'x'.repeat(40_000)}`),
      ],
      [
        'length and chunks',
        request(post, [form, 'Content-Length: 5', 'Transfer-Encoding: chunked'], '0\r\n\r\n'),
      ],
      ['100 000 bytes', request(post, [form, 'Content-Length: 100000'], 'x'.repeat(100_000))],
      ['an expectation', request(post, [form, 'Expect: 200-maybe', 'Content-Length: 1'], 'x')],
    ];
    const before = await dumpTables(testApp.context.db);
    for (const [name, answer] of bad) {
      const { status } = await answer;
      // Node closes the connection on a CONNECT request without a response.
      if (name === 'CONNECT') expect(status).toBe(0);
      else expect(Math.floor(status / 100), name).toBe(4);
    }
    expect(await dumpTables(testApp.context.db)).toEqual(before);
    expect((await request('GET /healthz')).status).toBe(200);
  });

  it('counts a chunked ballot without Content-Length', async () => {
    const path = `/k/${testApp.counters[0]?.code}`;
    const page = await (await fetch(`http://127.0.0.1:${server.port}${path}`)).text();
    const body = `t=${hiddenField(page, 't')}&s=${encodeURIComponent(hiddenField(page, 's'))}&q.overall=4`;
    const chunks = (body.match(/.{1,9}/g) ?? []).map((part) => `${part.length.toString(16)}\r\n${part}\r\n`);
    const answer = await request(
      `POST ${path}`,
      ['Content-Type: application/x-www-form-urlencoded', 'Transfer-Encoding: chunked'],
      `${chunks.join('')}0\r\n\r\n`,
    );
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/cam-on?gui=1']);
  });
});

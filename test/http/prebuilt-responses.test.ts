import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inTransaction } from '../../server/storage/transaction.ts';
import { updateCounter } from '../../server/unit/counter.store.ts';
import { createTestApp, hiddenField, type TestApp } from '../helpers/test-app.ts';

// Prebuilt responses, sent with exactly the headers that they were built with.

const GZIP = { 'Accept-Encoding': 'gzip' };
const headersOf = (response: Response): Record<string, string> => Object.fromEntries(response.headers);

async function unzip(response: Response): Promise<string> {
  expect(response.headers.get('content-encoding')).toBe('gzip');
  return gunzipSync(Buffer.from(await response.arrayBuffer())).toString();
}

const pathOf = ({ counters }: TestApp): string => `/k/${counters[0]!.code}`;

describe('the survey page that was compressed once', () => {
  it('has the headers of the uncompressed page, and its encoding', async () => {
    const testApp = await createTestApp();
    for (const path of [pathOf(testApp), `${pathOf(testApp)}?lang=en`]) {
      const plain = await testApp.get(path);
      const zipped = await testApp.get(path, GZIP);
      // `Vary` only concerns caches, and no cache may store this page.
      const { vary: _, ...common } = headersOf(plain);
      expect(headersOf(zipped)).toEqual({ ...common, 'content-encoding': 'gzip' });
      expect(headersOf(zipped)).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
      });
      const [a, b] = [await plain.text(), await unzip(zipped)];
      expect(b.replace(hiddenField(b, 't'), '')).toBe(a.replace(hiddenField(a, 't'), ''));
      expect(hiddenField(b, 't')).not.toBe(hiddenField(a, 't'));
    }
  });

  it('is sent only to browsers that accept it', async () => {
    const testApp = await createTestApp();
    for (const said of ['identity', 'gzip;q=0', 'br']) {
      const answer = await testApp.get(pathOf(testApp), { 'Accept-Encoding': said });
      expect([said, answer.headers.get('content-encoding')]).toEqual([said, null]);
      expect(await answer.text()).toContain('<html');
    }
  });

  it('shows changes at once', async () => {
    const testApp = await createTestApp();
    const { db } = testApp.context;
    const { code } = testApp.counters[0]!;
    const page = async () => unzip(await testApp.get(pathOf(testApp), GZIP));
    await inTransaction(db, (trx) => updateCounter(trx, code, { name: 'Quầy vừa đổi tên', field: null }));
    expect(await page()).toContain('Quầy vừa đổi tên');
    await inTransaction(db, (trx) => updateCounter(trx, code, { is_open: false }));
    const closed = await testApp.get(pathOf(testApp));
    expect(closed.headers.get('cache-control')).toBe('no-store');
    expect(await closed.text()).not.toContain('name="q.overall"');
  });
});

describe('the response to an accepted form', () => {
  it('leads to the thanks, with the mark of the phone and the strictest policy', async () => {
    const testApp = await createTestApp();
    for (const [query, thanks] of [
      ['', '/cam-on?gui=1'],
      ['?lang=en', '/cam-on?gui=1&lang=en'],
    ] as const) {
      const html = await (await testApp.get(pathOf(testApp))).text();
      const fields = { t: hiddenField(html, 't'), s: hiddenField(html, 's'), 'q.overall': '4' };
      const answer = await testApp.post(`${pathOf(testApp)}${query}`, fields);
      expect(answer.status).toBe(303);
      const { 'set-cookie': cookie, ...others } = headersOf(answer);
      expect(others).toEqual({
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none';frame-ancestors 'none'",
        location: thanks,
        'referrer-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
      });
      expect(cookie).toMatch(
        /^hl_d=\d{4}-\d\d-\d\d\.[\da-f-]{40}\.[\w-]{22}; Max-Age=\d+; Path=\/k; HttpOnly; SameSite=Lax$/,
      );
      expect(await answer.text()).toBe('');
    }
  });
});

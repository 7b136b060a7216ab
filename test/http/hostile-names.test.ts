import { describe, expect, it } from 'vitest';
import { PERMISSIONS } from '../../server/staff/permissions.ts';
import type { Role } from '../../server/staff/role.ts';
import { signInAs } from '../helpers/staff-client.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

// Input that tries to change a page, header or log: markup, a quote that ends an attribute, line breaks, characters
// that reverse the text direction or are invisible.
const hostile = (word: string): string =>
  `${word}"'><img src=x onerror=alert(1)><script>alert(1)</script>\r\nSet-Cookie: a=b\u2028\u202e\u2066\u200b=1+1`;
/** The text as stored: one line of visible characters. */
const kept = (word: string): string =>
  `${word}"'><img src=x onerror=alert(1)><script>alert(1)</script> Set-Cookie: a=b =1+1`;
const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

async function fillWithHostileNames(testApp: TestApp): Promise<void> {
  const { post } = await signInAs(testApp, { role: 'administrator' });
  const done = async (path: string, fields: Record<string, string>, status = 303) => {
    const response = await post(path, fields);
    expect([path, response.status]).toEqual([path, status]);
  };
  const phone = { official_code: '', contact_phone: '' };
  await done('/quan-tri/don-vi', { name: hostile('Xã'), receiver: hostile('Nơi'), ...phone });
  await done('/quan-tri/quay', { name: hostile('Quầy'), channel: 'poster', field: '' });
  const [first, second] = testApp.counters;
  await done(`/quan-tri/quay/${first!.code}/thong-tin`, { name: hostile('Đất'), field: '' });
  await done(`/quan-tri/quay/${second!.code}/gop`, { into: first!.code, confirm: 'yes' });
  const survey = { survey: 'mot-cua-ngan/1', since: '05/02/2024', counter: first!.code, confirm: 'yes' };
  await post('/quan-tri/phieu', survey);
  await done('/quan-tri/khoa-api', { name: hostile('Khóa'), units: 'own', expires: '' }, 200);
  const person = { name: 'mot.nguoi', full_name: hostile('Ông'), role: 'staff', counters: 'all' };
  expect([200, 422]).toContain((await post('/quan-tri/nguoi-dung', person)).status);
}

describe('hostile names', () => {
  it('are words on every page of everybody, in one line, and nothing else', async () => {
    const testApp = await createTestApp();
    await fillWithHostileNames(testApp);
    const counter = testApp.counters[0]!.code;
    const paths = [
      ...new Set(
        PERMISSIONS.filter(({ method, path }) => method === 'GET' && !path.includes('{')).map(({ path }) =>
          path.replace(':counter', counter).replace(':rule', 'burst'),
        ),
      ),
    ].filter((path) => !path.includes(':'));
    const shown = new Set<string>();
    for (const role of [
      'staff',
      'leader',
      'supervisor',
      'administrator',
    ] as const satisfies readonly Role[]) {
      const browser = await signInAs(testApp, { role });
      for (const path of [...paths, `/k/${testApp.counters[1]!.code}`]) {
        const response = await browser.get(path);
        const text = await response.text();
        expect([path, response.headers.getSetCookie().join()]).not.toContain('a=b');
        // JSON contains them unescaped, but is never rendered as a page.
        const isPage = /^text\/html/.test(response.headers.get('content-type') ?? '');
        expect([path, isPage && /<img src=x|<script>alert/.test(text)]).toEqual([path, false]);
        expect([path, response.headers.get('x-content-type-options')]).toEqual([path, 'nosniff']);
        expect([path, /[\u200b\u202a-\u202e\u2066-\u2069]/.test(text)]).toEqual([path, false]);
        for (const word of ['Xã', 'Nơi', 'Quầy', 'Đất', 'Khóa', 'Ông']) {
          if (text.includes(escapeHtml(kept(word)))) shown.add(word);
        }
      }
    }
    // Makes sure that each hostile name was on some page.
    expect([...shown].sort()).toEqual(['Khóa', 'Nơi', 'Quầy', 'Xã', 'Đất', 'Ông'].sort());
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SURVEY_FILE_LIMIT_BYTES } from '../../server/settings/surveys.routes.tsx';
import { faultsOf, textOf } from '../helpers/page-facts.ts';
import { signInAs, type TestBrowser } from '../helpers/staff-client.ts';
import { dumpTables } from '../helpers/table-dump.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

const CHECK = '/quan-tri/phieu/kiem-tra';
const source = readFileSync('surveys/mot-cua-ngan/v2.json', 'utf8').replace('"version": 2', '"version": 3');

/** The page shows a survey but cannot submit anything. */
function expectInert(html: string): void {
  expect(faultsOf(html)).toEqual([]);
  expect(html).not.toMatch(/<form|<script|name="t"|type="submit"|formaction/);
  expect(html).toContain('<meta name="hailong" content="preview"');
  expect(html).toContain('name="q.overall"');
  expect(html).toMatch(/<button[^>]*id="send"[^>]*disabled/);
}

/** Uploads as multipart, like a browser. */
async function upload(
  testApp: TestApp,
  browser: TestBrowser,
  fields: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>,
): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, new Blob([value], { type: 'application/json' }), 'phieu.json');
  }
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = { Cookie: cookie, Origin: 'http://localhost' };
  return testApp.request(CHECK, { method: 'POST', headers, body: form });
}
const bytes = (text: string) => new Uint8Array(new TextEncoder().encode(text));

describe('a look at a survey', () => {
  it('shows what citizens see, in both languages, and can send nothing', async () => {
    const testApp = await createTestApp();
    const browser = await signInAs(testApp, { role: 'supervisor' });
    for (const survey of ['mot-cua-ngan/1', 'mot-cua-day-du/1']) {
      const address = `/quan-tri/phieu/xem?phieu=${encodeURIComponent(survey)}`;
      const response = await browser.get(address);
      expect(response.headers.get('Cache-Control')).toBe('no-store');
      const html = await response.text();
      expectInert(html);
      expect(textOf(html)).toContain('Bản xem thử: trang này không gửi phiếu đi đâu.');
      const english = await (await browser.get(`${address}&lang=en`)).text();
      expectInert(english);
      expect(textOf(english)).toContain('How did the commune serve you?');
    }
  });

  it('is of a survey that there is', async () => {
    const testApp = await createTestApp();
    const browser = await signInAs(testApp, { role: 'administrator' });
    for (const key of ['', 'mot-cua-ngan', 'mot-cua-ngan/9', '../../etc/passwd', '__proto__/1', '%00/1']) {
      expect((await browser.get(`/quan-tri/phieu/xem?phieu=${key}`)).status, key).toBe(404);
    }
  });
});

describe('the check of a survey file', () => {
  it('shows a valid file, uploaded or pasted, and stores nothing', async () => {
    const testApp = await createTestApp();
    const browser = await signInAs(testApp, { role: 'administrator' });
    const before = await dumpTables(testApp.context.db);
    const listed = testApp.context.surveys.list().length;
    for (const fields of [
      { text: source },
      { file: bytes(source), text: 'bỏ qua' },
      { file: bytes(`\ufeff${source}`) },
    ]) {
      const response = await upload(testApp, browser, fields);
      expect(response.status).toBe(200);
      const html = await response.text();
      expectInert(html);
      expect(textOf(html)).toContain('Tệp không có lỗi.');
    }
    expect(textOf(await (await upload(testApp, browser, { text: source, lang: 'en' })).text())).toContain(
      'Waiting seats and writing desks',
    );
    expect((await browser.post(CHECK, { text: source })).status).toBe(200);
    expect(testApp.context.surveys.list()).toHaveLength(listed);
    expect(await dumpTables(testApp.context.db)).toEqual(before);
  });

  it('names every fault with its place, and gives the text back', async () => {
    const testApp = await createTestApp();
    const browser = await signInAs(testApp, { role: 'administrator' });
    const text = source
      .replace('"official_item": 25', '"official_item": 28')
      .replace('"hint":', '"<b>hint":');
    const response = await upload(testApp, browser, { text });
    expect(response.status).toBe(422);
    const html = await response.text();
    // The uploaded text may contain "null".
    expect(faultsOf(html.replace(/<textarea[\s\S]*?<\/textarea>/, ''))).toEqual([]);
    const words = textOf(html);
    expect(words).toContain('questions[0].hint còn thiếu');
    expect(words).toContain('questions[1].id id “i25” phải đi với mục cùng số');
    expect(words).toContain('đã có câu hỏi khác mang số mục 28 của phiếu chính thức');
    expect(html).not.toContain('<b>hint');
    expect(html).toMatch(/<textarea[^>]*>\{\s*&quot;id&quot;: &quot;mot-cua-ngan/);
    const broken = textOf(await (await upload(testApp, browser, { file: bytes('{\n "id": }') })).text());
    expect(broken).toContain('dòng 2, cột 8 từ chỗ này tệp không đúng cú pháp JSON');
  });

  it('refuses what is no text, nothing at all, too much, and what is no form', async () => {
    const testApp = await createTestApp();
    const browser = await signInAs(testApp, { role: 'administrator' });
    const utf16 = new Uint8Array(Buffer.from(source, 'utf16le'));
    const notText = await upload(testApp, browser, { file: utf16 });
    expect(notText.status).toBe(422);
    expect(textOf(await notText.text())).toContain('không dùng mã UTF-8');
    for (const fields of [{}, { text: '' }, { file: bytes('') }]) {
      const empty = await upload(testApp, browser, fields);
      expect(empty.status).toBe(422);
      const html = await empty.text();
      expect(faultsOf(html)).toEqual([]);
      expect(textOf(html)).toContain('Vui lòng chọn một tệp hoặc dán nội dung tệp.');
    }
    const most = await upload(testApp, browser, { text: 'x'.repeat(SURVEY_FILE_LIMIT_BYTES - 1_000) });
    expect(most.status).toBe(422);
    expect(textOf(await most.text())).toContain('tệp dài quá 200.000 ký tự');
    const more = await upload(testApp, browser, { text: 'x'.repeat(SURVEY_FILE_LIMIT_BYTES) });
    expect(more.status).toBe(413);

    const headers = {
      Cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      Origin: 'http://localhost',
    };
    const send = async (type: string, body: string) =>
      (await testApp.request(CHECK, { method: 'POST', headers: { ...headers, 'Content-Type': type }, body }))
        .status;
    expect(await send('application/json', source)).toBe(415);
    expect(await send('multipart/form-data', 'x')).toBe(400);
    expect(await send('multipart/form-data; boundary=a', 'no boundary')).toBe(400);
    expect(await send('multipart/form-data; boundary=a', '--a\r\nContent-Disposition: form-data\r\n')).toBe(
      400,
    );
    const names = ['__proto__', 'constructor', 'text[__proto__]', 'text.__proto__.x'];
    const odd = new URLSearchParams(names.map((name) => [name, 'x'])).toString();
    expect(await send('application/x-www-form-urlencoded', odd)).toBe(422);
    expect(({} as { x?: string }).x).toBeUndefined();
  });
});

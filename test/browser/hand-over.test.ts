import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runDailyWork } from '../../server/daily-work.ts';
import { type Listening, listen } from '../../server/http/listen.ts';
import { hasChromium, launchChromium } from '../helpers/chromium.ts';
import { auditPage } from '../helpers/page-audit.ts';
import { signInAs, type TestBrowser } from '../helpers/staff-client.ts';
import { createTestApp } from '../helpers/test-app.ts';

// What a leader shares from the page, in a real browser under the page's own CSP. The app answers the browser's
// requests within the test process.

const PAGE = 'http://localhost/lanh-dao?ky=2024-W05';
/** What the page draws on a canvas, in order. */
type Drawn = { drawn: string[] };

describe.skipIf(!hasChromium())('what a leader passes on', () => {
  let browser: Browser;
  let leader: TestBrowser;
  let server: Listening;

  beforeAll(async () => {
    const testApp = await createTestApp();
    const levels = Array.from({ length: 40 }, (_, index) => (index < 37 ? 4 : 2) as 2 | 4);
    await testApp.storeMany(
      levels.map((overall) => ({ answers: { levels: { overall, i34: overall }, why: {} } })),
    );
    testApp.setTime('2024-02-10T00:06:00+07:00');
    await runDailyWork(testApp.context);
    leader = await signInAs(testApp, { role: 'leader' });
    server = await listen(() => testApp.app, '127.0.0.1', 0);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function withPage(
    options: BrowserContextOptions,
    use: (page: Page, context: BrowserContext) => Promise<void>,
    address = PAGE,
  ): Promise<void> {
    const context = await browser.newContext({ acceptDownloads: true, ...options });
    await context.route('**/*', async (route) => {
      const { pathname, search } = new URL(route.request().url());
      const response = await leader.get(pathname + search);
      const body = Buffer.from(await response.arrayBuffer());
      await route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body });
    });
    const page = await context.newPage();
    try {
      await page.goto(address);
      await use(page, context);
    } finally {
      await context.close();
    }
  }

  const copyButton = (page: Page) => page.locator('button[data-copy]');
  const lineOf = (page: Page) => page.locator('#report-line').innerText();
  const readClipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

  it('is the line, copied by one button, and said to be copied', async () => {
    await withPage({ permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
      const line = await lineOf(page);
      expect(line).toMatch(
        /: 37\/40 phiếu hài lòng \(92,5%\), trên mục tiêu 90%; chưa đủ cơ sở.* Mã đối chiếu \w{4}-\w{4}\.$/,
      );
      await copyButton(page).click();
      await page.getByText('Đã chép', { exact: true }).waitFor();
      expect(await readClipboard(page)).toBe(line);
    });
  });

  it('is copied over plain http too, where a page may not write to the clipboard by itself', async () => {
    await withPage(
      {},
      async (page, context) => {
        expect(await page.evaluate(() => [isSecureContext, 'clipboard' in navigator])).toEqual([
          false,
          false,
        ]);
        const line = await lineOf(page);
        await copyButton(page).click();
        await page.getByText('Đã chép', { exact: true }).waitFor();
        await context.grantPermissions(['clipboard-read', 'clipboard-write']);
        await page.goto(PAGE);
        expect(await readClipboard(page)).toBe(line);
      },
      PAGE.replace('localhost', 'may-chu.xa.example'),
    );
  });

  it('is chosen, and said not to be copied, where nothing lets it be', async () => {
    await withPage(
      {},
      async (page) => {
        await page.evaluate(() => {
          document.execCommand = () => false;
        });
        await copyButton(page).click();
        await page.getByText('Chưa chép được').waitFor();
        expect(await page.evaluate(() => getSelection()?.toString())).toBe(await lineOf(page));
      },
      PAGE.replace('localhost', 'may-chu.xa.example'),
    );
  });

  it('is the card as a picture with the words of the page, light whatever the screen', async () => {
    await withPage({ colorScheme: 'dark', viewport: { width: 360, height: 640 } }, async (page) => {
      await page.evaluate(() => {
        const drawn: string[] = [];
        (globalThis as unknown as Drawn).drawn = drawn;
        const { fillText } = CanvasRenderingContext2D.prototype;
        CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
          drawn.push(text);
          fillText.call(this, text, x, y);
        };
      });
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('button[data-picture]').click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/^Mức độ hài lòng - UBND xã Đông Sơn - .*\.png$/);
      await page.getByText('Đã lưu ảnh', { exact: true }).waitFor();
      const drawn = await page.evaluate(() => (globalThis as unknown as Drawn).drawn);
      // The page draws the card twice: the first time only to measure its height.
      const said = drawn.slice(drawn.length / 2).join(' ');
      const card = page.locator('.headline');
      const plain = async (selector: string) =>
        ((await card.locator(selector).first().textContent()) ?? '').replace(/\s+/g, ' ').trim();
      const parts = ['.figure strong', '.box', '.headline-said', '.where dd', '.account p'];
      for (const part of parts) expect(said).toContain(await plain(part));
      expect(said).toContain('UBND xã Đông Sơn Tuần 29/01–04/02/2024');
      expect(said).toMatch(
        /không phải chỉ số SIPAS, cũng không phải .*\(Bộ chỉ số 766\)\. Mã đối chiếu \w{4}-\w{4}\.$/,
      );
      const { width, height, data } = PNG.sync.read(readFileSync(await download.path()));
      expect(width).toBe(1_080);
      expect(height).toBeGreaterThan(700);
      const at = (x: number, y: number) => [...data.subarray(4 * (y * width + x), 4 * (y * width + x) + 4)];
      for (const y of [0, height - 1]) expect(at(width - 1, y)).toEqual([255, 255, 255, 255]);
      let dark = 0;
      for (let place = 0; place < data.length; place += 4) if ((data[place] ?? 255) < 100) dark += 1;
      expect(dark).toBeGreaterThan(10_000);
    });
  });

  it('can be chosen by hand where scripts are off, and the files are there', async () => {
    await withPage({ javaScriptEnabled: false }, async (page, context) => {
      expect(await page.locator('#report-line').isVisible()).toBe(true);
      expect(
        await page.locator('button[data-copy], button[data-picture]').locator('visible=true').count(),
      ).toBe(0);
      expect(await page.getByText('Muốn có ảnh: chụp màn hình').isVisible()).toBe(true);
      // Intercepted responses lose the header with the file name, so this request goes to the server's port.
      await context.unroute('**/*');
      const origin = `http://localhost:${server.port}`;
      await context.addCookies([...leader.cookies].map(([name, value]) => ({ name, value, url: origin })));
      await page.goto(PAGE.replace('http://localhost', origin));
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Word', exact: true }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(
        'Dự thảo báo cáo - UBND xã Đông Sơn - Tuần 29-01–04-02-2024.docx',
      );
    });
  });

  it('can still be passed on when the open page has taken over newer content', async () => {
    await withPage({ permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
      await page.evaluate(() => {
        const main = document.getElementById('content');
        const next = new DOMParser().parseFromString(main?.outerHTML ?? '', 'text/html');
        main?.replaceChildren(...(next.getElementById('content')?.childNodes ?? []));
      });
      await copyButton(page).click();
      await page.getByText('Đã chép', { exact: true }).waitFor();
      expect(await readClipboard(page)).toBe(await lineOf(page));
    });
  });

  it('is within the reach of keyboards and thumbs, and is not printed', async () => {
    await withPage({ bypassCSP: true }, async (page) => {
      expect(await auditPage(page)).toEqual([]);
      expect(await page.getByText('Muốn có ảnh: chụp màn hình').isVisible()).toBe(false);
      await copyButton(page).focus();
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Tải ảnh');
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('#report-line').isVisible()).toBe(false);
      expect(await page.locator('#files').isVisible()).toBe(false);
    });
  });
});

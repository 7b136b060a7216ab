import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Listening, listen } from '../../server/http/listen.ts';
import { makePasswordLink, renewFirstAdministratorLink } from '../../server/staff/make-link.ts';
import { hasChromium, launchChromium } from '../helpers/chromium.ts';
import { addPerson, PASSWORD } from '../helpers/staff-client.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const PHONE = { width: 360, height: 640 };
const DESK = { width: 1280, height: 800 };

describe.skipIf(!hasChromium())('accounts in a browser', () => {
  let browser: Browser;
  let testApp: TestApp;
  let server: Listening;
  let origin: string;

  beforeAll(async () => {
    testApp = await createTestApp();
    server = await listen(() => testApp.app, '127.0.0.1', 0);
    origin = `http://127.0.0.1:${server.port}`;
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const open = (options = {}): Promise<BrowserContext> =>
    browser.newContext({ locale: 'vi-VN', baseURL: origin, viewport: DESK, ...options });

  /** What is wrong with the page as it stands, on a phone and on a desk. */
  async function findFaults(page: Page): Promise<string[]> {
    const faults: string[] = [];
    const policed: string[] = [];
    for (const size of [PHONE, DESK]) {
      await page.setViewportSize(size);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) faults.push(`${page.url()} is ${wide} px too wide at ${size.width}`);
      const small = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('button, input:not([type=hidden]), .button, .choice')]
          .filter((element) => element.offsetParent !== null && !element.closest('.choice input'))
          .filter((element) => !element.matches('.choice input') && element.offsetHeight < 44)
          .map((element) => element.outerHTML.slice(0, 80)),
      );
      for (const target of small) faults.push(`${page.url()} at ${size.width}: too small: ${target}`);
      // Through the debugger, because the page's own policy lets no script in.
      const violations = await page.evaluate(
        async ({ source, tags }) => {
          if (!('axe' in window)) new Function(source)();
          const { axe } = window as unknown as {
            axe: {
              run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
            };
          };
          const result = await axe.run({ runOnly: tags });
          return result.violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
          );
        },
        { source: axeSource, tags: WCAG },
      );
      policed.push(...violations.map((violation) => `${page.url()} at ${size.width}: ${violation}`));
    }
    return [...faults, ...policed];
  }

  const linkedPages = async (page: Page): Promise<string[]> =>
    page.locator('.nav-wide a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));

  /** The address that the page shows, on this server's own port. */
  async function shownAddress(page: Page): Promise<string> {
    const text = (await page.locator('.address').textContent()) ?? '';
    return `${origin}${new URL(text).pathname}${new URL(text).hash}`;
  }

  it('from the first address to three people, a remembered phone, and signing out everywhere', async () => {
    const faults: string[] = [];
    const code = await renewFirstAdministratorLink(testApp.context);
    const desk = await open({ bypassCSP: true });
    const admin = await desk.newPage();
    const requested: string[] = [];
    admin.on('request', (request) => requested.push(request.url()));

    await admin.goto(`/dang-nhap#ma=${code}`);
    await admin.waitForSelector('h1:has-text("Tạo người quản trị đầu tiên")');
    expect(admin.url()).toBe(`${origin}/dang-nhap/ma`);
    expect(requested.filter((url) => new URL(url).search.includes(code!))).toEqual([]);
    faults.push(...(await findFaults(admin)));
    await admin.getByLabel('Họ và tên').fill('Người quản trị');
    await admin.getByLabel('Tên đăng nhập').fill('quan-ly');
    const password = admin.getByLabel('Mật khẩu mới');
    await password.fill('ngắn quá');
    await admin.getByRole('button', { name: 'Hiện mật khẩu' }).click();
    expect(await password.getAttribute('type')).toBe('text');
    await admin.getByRole('button', { name: 'Lưu và đăng nhập' }).click();
    await admin.waitForSelector('[role=alert]');
    faults.push(...(await findFaults(admin)));
    expect(await admin.getByLabel('Tên đăng nhập').inputValue()).toBe('quan-ly');
    await admin.getByLabel('Mật khẩu mới').fill(PASSWORD);
    await admin.getByRole('button', { name: 'Lưu và đăng nhập' }).click();
    await admin.waitForURL('**/quan-tri');
    faults.push(...(await findFaults(admin)));

    await admin.getByRole('link', { name: 'Người dùng' }).click();
    faults.push(...(await findFaults(admin)));
    await admin.getByRole('button', { name: 'Thêm và lấy địa chỉ' }).click();
    await admin.waitForSelector('[role=alert]');
    faults.push(...(await findFaults(admin)));

    const contexts: Record<string, BrowserContext> = {};
    const seen: Record<string, string[]> = {};
    for (const [role, name] of [
      ['Cán bộ', 'mot-cua'],
      ['Lãnh đạo', 'chu-tich'],
      ['Giám sát', 'giam-sat'],
    ] as const) {
      await admin.goto('/quan-tri/nguoi-dung');
      await admin.getByLabel('Họ và tên').fill(role);
      await admin.getByLabel('Tên đăng nhập').fill(name);
      await admin.getByRole('radio', { name: role }).check();
      if (name === 'mot-cua') {
        await admin.getByRole('radio', { name: 'Chỉ các quầy' }).check();
        await admin.getByRole('checkbox', { name: testApp.counters[0]!.name }).check();
      }
      await admin.getByRole('button', { name: 'Thêm và lấy địa chỉ' }).click();
      await admin.waitForSelector('.address');
      faults.push(...(await findFaults(admin)));
      const context = await open();
      contexts[name] = context;
      const page = await context.newPage();
      await page.goto(await shownAddress(admin));
      await page.getByLabel('Mật khẩu mới').fill(`${PASSWORD} ${name.length} đôi`);
      await page.getByRole('button', { name: 'Lưu và đăng nhập' }).click();
      await page.waitForSelector('.nav-wide');
      seen[name] = await linkedPages(page);
      for (const path of ['/lanh-dao', '/can-bo', '/quan-tri', '/quan-tri/nhat-ky']) {
        const status = (await page.request.get(path, { maxRedirects: 0 })).status();
        expect(status, `${name} ${path}`).toBe(
          seen[name].some((href) => path === href || (href === '/quan-tri' && path.startsWith(href)))
            ? 200
            : 403,
        );
      }
    }
    expect(seen).toEqual({
      'mot-cua': ['/can-bo', '/can-bo/gop-y', '/can-bo/giao-dich', '/can-bo/ma-qr', '/ket-qua', '/tai-khoan'],
      'chu-tich': [
        '/lanh-dao',
        '/can-bo',
        '/can-bo/gop-y',
        '/can-bo/giao-dich',
        '/can-bo/ma-qr',
        '/ket-qua',
        '/tai-khoan',
      ],
      'giam-sat': [
        '/lanh-dao',
        '/can-bo',
        '/can-bo/gop-y',
        '/can-bo/giao-dich',
        '/can-bo/ma-qr',
        '/quan-tri',
        '/ket-qua',
        '/tai-khoan',
      ],
    });

    // A leader's phone, remembered by the code that the administrator shows, and revoked.
    await admin.goto('/quan-tri/nguoi-dung');
    await admin.getByRole('link', { name: 'chu-tich' }).click();
    faults.push(...(await findFaults(admin)));
    await admin.getByRole('button', { name: 'Hiện mã để ghi nhớ điện thoại' }).click();
    await admin.waitForSelector('.qr svg');
    faults.push(...(await findFaults(admin)));
    const pocket = await open({ viewport: PHONE, bypassCSP: true });
    const phone = await pocket.newPage();
    await phone.goto(await shownAddress(admin));
    await phone.waitForSelector('h1:has-text("Ghi nhớ điện thoại này")');
    faults.push(...(await findFaults(phone)));
    await phone.getByRole('button', { name: 'Ghi nhớ điện thoại này' }).click();
    await phone.waitForURL('**/lanh-dao');
    faults.push(...(await findFaults(phone)));
    await admin.getByRole('link', { name: 'Xong' }).click();
    faults.push(...(await findFaults(admin)));
    await admin.getByRole('button', { name: 'Thu hồi' }).click();
    await admin.waitForSelector('h1:has-text("Xin xác nhận")');
    faults.push(...(await findFaults(admin)));
    await phone.reload();
    expect(new URL(phone.url()).pathname).toBe('/lanh-dao');
    await admin.getByRole('button', { name: 'Thu hồi' }).click();
    await admin.waitForSelector('text=Chưa ghi nhớ điện thoại nào');
    await phone.reload();
    expect(new URL(phone.url()).pathname).toBe('/dang-nhap');
    faults.push(...(await findFaults(phone)));

    // Signing out everywhere ends the other session.
    const leader = await contexts['chu-tich']!.newPage();
    await leader.goto('/tai-khoan');
    const home = await (await open()).newPage();
    await home.goto('/dang-nhap');
    await home.getByLabel('Tên đăng nhập').fill('chu-tich');
    await home.getByLabel('Mật khẩu').fill(`${PASSWORD} 8 đôi`);
    await home.keyboard.press('Enter');
    await home.waitForURL('**/lanh-dao');
    await leader.getByRole('button', { name: 'Đăng xuất ở mọi nơi' }).click();
    await leader.getByRole('button', { name: 'Đăng xuất ở mọi nơi' }).click();
    await leader.waitForURL('**/dang-nhap');
    await home.reload();
    expect(new URL(home.url()).pathname).toBe('/dang-nhap');

    await admin.goto('/tai-khoan');
    faults.push(...(await findFaults(admin)));
    await admin.goto('/quan-tri/nhat-ky');
    await admin.waitForSelector('text=Thu hồi một điện thoại của chu-tich');
    faults.push(...(await findFaults(admin)));
    expect(faults).toEqual([]);
  }, 180_000);

  it('a code is pasted where scripts are off, and its address opens the page all the same', async () => {
    const user = await addPerson(testApp, { role: 'leader', name: 'khong-script' });
    const context = await open({ javaScriptEnabled: false });
    const page = await context.newPage();
    const code = await makePasswordLink(testApp.context, user, user);
    await page.goto(`/dang-nhap#ma=${code}`);
    expect(await page.getByRole('button', { name: 'Hiện mật khẩu' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Tôi có mã dùng một lần' }).click();
    await page.getByLabel('Mã dùng một lần').fill(code);
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.getByLabel('Mật khẩu mới').fill('mây trắng bay qua đồi');
    await page.getByRole('button', { name: 'Lưu và đăng nhập' }).click();
    expect(new URL(page.url()).pathname).toBe('/lanh-dao');
    await context.close();
  });

  it('a page that is open already takes a pasted address', async () => {
    const context = await open();
    const page = await context.newPage();
    await page.goto('/dang-nhap');
    await page.evaluate(() => {
      location.hash = `#ma=${'A'.repeat(43)}`;
    });
    await page.waitForSelector('text=Mã này không dùng được');
    expect(page.url()).toBe(`${origin}/dang-nhap/ma`);
    await page.goBack();
    expect(page.url()).not.toContain('ma=');
    await context.close();
  });
});

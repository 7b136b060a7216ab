import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Listening, listen } from '../../server/http/listen.ts';
import { makePasswordLink, renewFirstAdministratorLink } from '../../server/staff/make-link.ts';
import { hasChromium, launchChromium } from '../helpers/chromium.ts';
import { auditPage } from '../helpers/page-audit.ts';
import { follow, signInOn } from '../helpers/page-steps.ts';
import { addPerson, PASSWORD } from '../helpers/staff-client.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

const PHONE = { width: 360, height: 640 };
const DESK = { width: 1280, height: 800 };

describe.skipIf(!hasChromium())('accounts in a browser', () => {
  let browser: Browser;
  let testApp: TestApp;
  let server: Listening;
  let origin: string;

  beforeAll(async () => {
    testApp = await createTestApp({ isOfficial: false });
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

  const linkedPages = async (page: Page): Promise<string[]> =>
    page.locator('.nav-wide a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));

  /** The one-time URL shown on the page, with the port of this server. */
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
    faults.push(...(await auditPage(admin)));
    await admin.getByLabel('Họ và tên').fill('Người quản trị');
    await admin.getByLabel('Tên đăng nhập').fill('quan-ly');
    const password = admin.getByLabel('Mật khẩu mới');
    await password.fill('ngắn quá');
    await admin.getByRole('button', { name: 'Hiện mật khẩu' }).click();
    expect(await password.getAttribute('type')).toBe('text');
    await follow(admin.getByRole('button', { name: 'Lưu và đăng nhập' }));
    await admin.waitForSelector('[role=alert]');
    faults.push(...(await auditPage(admin)));
    expect(await admin.getByLabel('Tên đăng nhập').inputValue()).toBe('quan-ly');
    await admin.getByLabel('Mật khẩu mới').fill(PASSWORD);
    await follow(admin.getByRole('button', { name: 'Lưu và đăng nhập' }));
    await admin.waitForURL('**/quan-tri/thiet-lap');
    faults.push(...(await auditPage(admin)));
    await follow(admin.getByRole('link', { name: 'Để sau' }));
    faults.push(...(await auditPage(admin)));

    await follow(admin.getByRole('link', { name: 'Người dùng' }));
    faults.push(...(await auditPage(admin)));
    await follow(admin.getByRole('button', { name: 'Thêm và lấy địa chỉ' }));
    await admin.waitForSelector('[role=alert]');
    faults.push(...(await auditPage(admin)));

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
      const roles = admin.getByRole('group', { name: 'Vai trò', exact: true });
      await roles.getByRole('checkbox', { name: role }).check();
      if (name === 'mot-cua') {
        await admin.getByRole('radio', { name: 'Chỉ các quầy' }).check();
        await admin.getByRole('checkbox', { name: testApp.counters[0]!.name }).check();
      }
      await follow(admin.getByRole('button', { name: 'Thêm và lấy địa chỉ' }));
      await admin.waitForSelector('.address');
      faults.push(...(await auditPage(admin)));
      const context = await open();
      contexts[name] = context;
      const page = await context.newPage();
      await page.goto(await shownAddress(admin));
      await page.getByLabel('Mật khẩu mới').fill(`${PASSWORD} ${name.length} đôi`);
      await follow(page.getByRole('button', { name: 'Lưu và đăng nhập' }));
      await page.waitForSelector('.nav-wide');
      seen[name] = await linkedPages(page);
      for (const path of ['/lanh-dao', '/can-bo', '/quan-tri', '/quan-tri/nhat-ky']) {
        const status = (await page.request.get(path, { maxRedirects: 0, maxRetries: 1 })).status();
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

    // A leader's phone is remembered through the administrator's code, then revoked.
    await admin.goto('/quan-tri/nguoi-dung');
    await follow(admin.getByRole('link', { name: 'chu-tich' }));
    faults.push(...(await auditPage(admin)));
    await follow(admin.getByRole('button', { name: 'Hiện mã để ghi nhớ điện thoại' }));
    await admin.waitForSelector('.qr svg');
    faults.push(...(await auditPage(admin)));
    const pocket = await open({ viewport: PHONE, bypassCSP: true });
    const phone = await pocket.newPage();
    await phone.goto(await shownAddress(admin));
    await phone.waitForSelector('h1:has-text("Ghi nhớ điện thoại này")');
    faults.push(...(await auditPage(phone)));
    await follow(phone.getByRole('button', { name: 'Ghi nhớ điện thoại này' }));
    await phone.waitForURL('**/lanh-dao');
    faults.push(...(await auditPage(phone)));
    await follow(admin.getByRole('link', { name: 'Xong' }));
    faults.push(...(await auditPage(admin)));
    await follow(admin.getByRole('button', { name: 'Thu hồi' }));
    await admin.waitForSelector('h1:has-text("Xác nhận")');
    faults.push(...(await auditPage(admin)));
    await phone.reload();
    expect(new URL(phone.url()).pathname).toBe('/lanh-dao');
    await follow(admin.getByRole('button', { name: 'Thu hồi' }));
    await admin.waitForSelector('text=Chưa ghi nhớ điện thoại nào');
    await phone.reload();
    expect(new URL(phone.url()).pathname).toBe('/dang-nhap');
    faults.push(...(await auditPage(phone)));

    const leader = await contexts['chu-tich']!.newPage();
    await leader.goto('/tai-khoan');
    const home = await (await open()).newPage();
    await signInOn(home, 'chu-tich', `${PASSWORD} 8 đôi`);
    await home.waitForURL('**/tai-khoan?*');
    await home.waitForSelector('text=quan-ly đã tạo mã ghi nhớ một điện thoại');
    await follow(home.getByRole('button', { name: 'Đã biết' }));
    expect(new URL(home.url()).pathname).toBe('/lanh-dao');
    await follow(leader.getByRole('button', { name: 'Đăng xuất ở mọi nơi' }));
    await follow(leader.getByRole('button', { name: 'Đăng xuất ở mọi nơi' }));
    await leader.waitForURL('**/dang-nhap');
    await home.reload();
    expect(new URL(home.url()).pathname).toBe('/dang-nhap');

    await admin.goto('/tai-khoan');
    faults.push(...(await auditPage(admin)));
    await admin.goto('/quan-tri/nhat-ky');
    await admin.waitForSelector('text=Thu hồi một điện thoại của chu-tich');
    faults.push(...(await auditPage(admin)));
    expect(faults).toEqual([]);
  }, 180_000);

  it('a code is pasted where scripts are off, and its address opens the page all the same', async () => {
    const user = await addPerson(testApp, { role: 'leader', name: 'khong-script' });
    const context = await open({ javaScriptEnabled: false });
    const page = await context.newPage();
    const code = await makePasswordLink(testApp.context, user, user);
    await page.goto(`/dang-nhap#ma=${code}`);
    expect(await page.getByRole('button', { name: 'Hiện mật khẩu' }).count()).toBe(0);
    await follow(page.getByRole('link', { name: 'Tôi có mã dùng một lần' }));
    await page.getByLabel('Mã dùng một lần').fill(code);
    await follow(page.getByRole('button', { name: 'Tiếp tục' }));
    await page.getByLabel('Mật khẩu mới').fill('mây trắng bay qua đồi');
    await follow(page.getByRole('button', { name: 'Lưu và đăng nhập' }));
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

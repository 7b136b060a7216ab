import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addDays, type Day, dayOf } from '../../server/lib/day.ts';
import { PERMISSIONS, type Visitor } from '../../server/staff/permissions.ts';
import { formatDay } from '../../web/formatting/dates.ts';
import { hasChromium, launchChromium } from '../helpers/chromium.ts';
import { follow } from '../helpers/page-steps.ts';
import { decodeQr } from '../helpers/qr-decoder.ts';
import { type ServerProcess, startServer } from '../helpers/server-process.ts';
import { makeFolder } from '../helpers/temporary-folder.ts';

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 640 };
const ADMINISTRATOR = { name: 'quan-ly', password: 'cây cầu tre lắc lẻo' };
const RENAMED = ['Quầy 1: Hộ tịch – chứng thực', 'Quầy 2: Đất đai – xây dựng'] as const;

/** Three people, and the pages in the navigation of each. */
const PEOPLE = [
  {
    role: 'staff',
    roleName: 'Cán bộ',
    name: 'mot-cua',
    password: 'chuối xanh ngoài vườn',
    start: '/can-bo',
    pages: ['Theo tuần', 'Góp ý', 'Lượt giao dịch', 'Mã QR tại quầy', 'Kết quả công khai', 'Tài khoản'],
  },
  {
    role: 'leader',
    roleName: 'Lãnh đạo',
    name: 'chu-tich',
    password: 'mái ngói phơi sương',
    start: '/lanh-dao',
    pages: [
      'Lãnh đạo',
      'Theo tuần',
      'Góp ý',
      'Lượt giao dịch',
      'Mã QR tại quầy',
      'Kết quả công khai',
      'Tài khoản',
    ],
  },
  {
    role: 'supervisor',
    roleName: 'Giám sát',
    name: 'giam-sat',
    password: 'đò ngang bến vắng',
    start: '/lanh-dao',
    pages: [
      'Lãnh đạo',
      'Theo tuần',
      'Góp ý',
      'Lượt giao dịch',
      'Mã QR tại quầy',
      'Quản trị',
      'Kết quả công khai',
      'Tài khoản',
    ],
  },
] as const;
type Person = (typeof PEOPLE)[number];

/** Office pages whose URL contains no counter and no person. */
const OFFICE_PAGES = PERMISSIONS.filter(
  ({ method, area, path }) => method === 'GET' && area === 'office' && !path.includes(':'),
);

describe.skipIf(!hasChromium()).each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
  'an office from its first start (JavaScript: $javaScriptEnabled)',
  ({ javaScriptEnabled }) => {
    let server: ServerProcess;
    let browser: Browser;
    let admin: Page;
    /** Signed-in page by user name. */
    const pages = new Map<string, Page>();
    /** Counter codes in the order of pages: the first two are renamed, the third is closed. */
    let codes: readonly string[];
    let since: Day;
    const complaints: string[] = [];
    const settings = { DATA_DIR: '' };

    beforeAll(async () => {
      settings.DATA_DIR = makeFolder('office');
      server = await startServer(settings);
      codes = server.counterCodes;
      since = addDays(dayOf(new Date()), 7);
      browser = await launchChromium();
      admin = await openPage();
    });
    afterAll(async () => {
      await browser?.close();
      await server?.stop();
    });
    afterEach(() => {
      expect(complaints.splice(0)).toEqual([]);
    });

    /** A separate browser context that records violations of the page's policy (CSP). */
    async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
      const context: BrowserContext = await browser.newContext({
        locale: 'vi-VN',
        viewport: DESK,
        javaScriptEnabled,
        ...options,
      });
      context.setDefaultTimeout(15_000);
      context.on('weberror', (error) => complaints.push(error.error().message));
      context.on('console', (message) => {
        if (/Content.Security.Policy/i.test(message.text())) complaints.push(message.text());
      });
      return context.newPage();
    }
    const at = (path: string) => `http://localhost:${server.port}${path}`;
    const pathOf = (page: Page) => new URL(page.url()).pathname;
    const press = (page: Page, name: string) => follow(page.getByRole('button', { name, exact: true }));
    const go = (page: Page, name: string) => follow(page.getByRole('link', { name, exact: true }).first());
    const text = async (page: Page) => (await page.locator('main').innerText()).replace(/\s+/g, ' ');

    /** Opens a one-time URL; without script its code is pasted. */
    async function openAddress(page: Page, address: string): Promise<void> {
      await page.goto(address);
      if (javaScriptEnabled) return page.waitForURL('**/dang-nhap/ma');
      await go(page, 'Tôi có mã dùng một lần');
      await page.getByLabel('Mã dùng một lần').fill(address);
      await press(page, 'Tiếp tục');
    }
    async function signIn(page: Page, { name, password }: { name: string; password: string }) {
      await page.goto(at('/dang-nhap'));
      await page.getByLabel('Tên đăng nhập').fill(name);
      await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
      await press(page, 'Đăng nhập');
    }
    const navigation = (page: Page) => page.locator('.nav-wide a').allTextContents();
    const shownAddress = async (page: Page) => (await page.locator('.address').innerText()).trim();
    // Retried once, because the kept-alive connection may be closing (after five seconds).
    const statusOf = async (page: Page, path: string) =>
      (await page.request.get(at(path), { maxRedirects: 0, maxRetries: 1 })).status();

    it('leads from the address that it left to an administrator, and nobody else through it', async () => {
      const address = readFileSync(server.firstAdministratorFile ?? '', 'utf8').trim();
      await openAddress(admin, address);
      await admin.getByLabel('Họ và tên').fill('Người quản trị');
      await admin.getByLabel('Tên đăng nhập').fill(ADMINISTRATOR.name);
      await admin.getByLabel('Mật khẩu mới').fill(ADMINISTRATOR.password);
      await press(admin, 'Lưu và đăng nhập');
      await admin.waitForURL('**/quan-tri/thiet-lap');
      expect(await navigation(admin)).toEqual([
        'Mã QR tại quầy',
        'Quản trị',
        'Kết quả công khai',
        'Tài khoản',
      ]);

      const late = await openPage();
      await openAddress(late, address);
      await late.getByText('Mã này không dùng được').first().waitFor();
      await late.context().close();
    });

    it('asks first what the office is, and then shows what is left to do', async () => {
      await admin.getByRole('radio', { name: 'phường' }).check();
      await admin.getByLabel('Tên đơn vị').fill('UBND phường An Cựu');
      await admin.getByLabel('Số điện thoại liên hệ').fill('0234 000 000');
      await press(admin, 'Lưu');
      await admin.waitForURL('**/quan-tri?xong=1');
      expect(await text(admin)).toContain('Còn thiếu 3 điều kiện');
      const done = await admin.locator('.todo .is-done').allInnerTexts();
      expect(done.join(' ')).toContain('UBND phường An Cựu (phường)');
    });

    it('renames two counters, and a citizen and the poster say so', async () => {
      for (const [index, name] of RENAMED.entries()) {
        await go(admin, 'Quản trị');
        await go(admin, 'Quầy');
        await follow(admin.getByRole('table', { name: 'Quầy đang mở' }).getByRole('link').nth(index));
        expect(pathOf(admin)).toBe(`/quan-tri/quay/${codes[index]}`);
        await admin.getByLabel('Tên quầy').fill(name);
        await press(admin, 'Lưu');
        await admin.getByText('Đã lưu.').waitFor();
        expect(await admin.locator('h1').innerText()).toBe(name);
      }
      const citizen = await openPage({ viewport: PHONE });
      for (const [index, name] of RENAMED.entries()) {
        await citizen.goto(server.surveyAddresses[index] ?? '');
        expect(await citizen.locator('body').innerText()).toContain(name);
      }
      await citizen.context().close();
      await go(admin, 'Mã QR tại quầy');
      for (const name of RENAMED) expect(await text(admin)).toContain(name);
    });

    it('closes a counter, which sends citizens on to the one that was named', async () => {
      await go(admin, 'Quản trị');
      await go(admin, 'Quầy');
      await follow(admin.getByRole('table', { name: 'Quầy đang mở' }).getByRole('link').nth(2));
      const name = await admin.locator('h1').innerText();
      await admin.getByLabel('Chỉ người dân sang quầy').selectOption({ label: RENAMED[1] });
      await press(admin, 'Đóng quầy…');
      expect(await text(admin)).toContain(`Đóng quầy “${name}”`);
      expect(await statusOf(admin, `/k/${codes[2]}`)).toBe(200);
      await press(admin, 'Đóng quầy');
      await admin.getByRole('button', { name: 'Mở lại quầy' }).waitFor();

      const citizen = await openPage({ viewport: PHONE });
      await citizen.goto(server.surveyAddresses[2] ?? '');
      expect(await citizen.locator('form').count()).toBe(0);
      await follow(citizen.getByRole('link', { name: RENAMED[1] }));
      expect(pathOf(citizen)).toBe(`/k/${codes[1]}`);
      await citizen.locator('[id="q.overall-5"]').check();
      await follow(citizen.locator('#send'));
      await citizen.waitForURL('**/cam-on?gui=1');
      await citizen.context().close();
    });

    it('plans a target from a day on, after asking once', async () => {
      await go(admin, 'Quản trị');
      await go(admin, 'Mục tiêu và số phiếu tối thiểu');
      await admin.getByLabel('Mục tiêu mới (%)').fill('85,5');
      await admin.locator('#target_percent-since').fill(since);
      await press(admin, 'Đổi mục tiêu…');
      expect(await text(admin)).toContain(`Từ ${formatDay(since, 'vi')} mục tiêu đổi từ 90% thành 85,5%.`);
      await press(admin, 'Đổi và công khai');
      await admin.waitForURL('**/quan-tri/muc-tieu');
      const planned = admin.getByRole('row').filter({ hasText: formatDay(since, 'vi') });
      expect(await planned.innerText()).toMatch(/85,5%\s+sẽ áp dụng/);
    });

    it('tells everybody of the target with its day', async () => {
      const citizen = await openPage({ viewport: PHONE });
      await citizen.goto(at('/ket-qua'));
      await citizen.locator('summary', { hasText: 'Cách tính và mọi quy tắc' }).click();
      const events = await citizen.locator('section[aria-labelledby="events"]').innerText();
      expect(events).toContain(`từ ${formatDay(since, 'vi')} mục tiêu đổi từ 90% thành 85,5%`);
      // Renaming and changing counters during the trial is not published.
      expect(events.match(/Ngày \d/g)).toHaveLength(1);
      await citizen.context().close();
    });

    it.each(PEOPLE)(
      'adds $name, who sets a password, signs in and sees only what is theirs',
      async (person) => {
        await go(admin, 'Quản trị');
        await go(admin, 'Người dùng');
        await admin.getByLabel('Họ và tên').fill(person.roleName);
        await admin.getByLabel('Tên đăng nhập').fill(person.name);
        const roles = admin.getByRole('group', { name: 'Vai trò', exact: true });
        await roles.getByRole('checkbox', { name: person.roleName }).check();
        if (person.role === 'staff') {
          await admin.getByRole('radio', { name: 'Chỉ các quầy' }).check();
          await admin.getByRole('checkbox', { name: RENAMED[0] }).check();
        }
        await press(admin, 'Thêm và lấy địa chỉ');
        const address = await shownAddress(admin);

        const page = await openPage();
        pages.set(person.name, page);
        await openAddress(page, address);
        await page.getByLabel('Mật khẩu mới').fill(person.password);
        await press(page, 'Lưu và đăng nhập');
        await page.waitForURL(`**${person.start}`);
        await press(page, 'Đăng xuất');
        await signIn(page, person);
        await page.waitForURL(`**${person.start}`);
        expect(await navigation(page)).toEqual(person.pages);
        await expectOnlyTheirs(page, person);
      },
    );

    /** Requests every office page and expects 403 for those the person may not open. */
    async function expectOnlyTheirs(page: Page, { role }: Person): Promise<void> {
      const visitor: Visitor = role;
      for (const { path, visitors } of OFFICE_PAGES) {
        // Without a survey there is nothing to preview, so a permitted page may respond 404.
        const isTheirs = (await statusOf(page, path)) !== 403;
        expect(isTheirs, `${role} ${path}`).toBe(visitors.includes(visitor));
      }
      await page.goto(at('/can-bo/ma-qr'));
      const posters = await page.locator('.poster').count();
      // One of the four poster counters is closed; the counter for online dossiers has only a link.
      expect(posters).toBe(role === 'staff' ? 1 : 3);
      await page.goto(at('/can-bo'));
      const week = (await page.locator('main').textContent()) ?? '';
      expect(week).toContain(RENAMED[0]);
      expect(week.includes(RENAMED[1])).toBe(role !== 'staff');
    }

    it("remembers a leader's phone by the code on the screen, and forgets it when it is revoked", async () => {
      await go(admin, 'Quản trị');
      await go(admin, 'Người dùng');
      await go(admin, 'chu-tich');
      await press(admin, 'Hiện mã để ghi nhớ điện thoại');
      const address = decodeQr(await admin.locator('.qr svg').screenshot());
      expect(address).toBe(await shownAddress(admin));

      const phone = await openPage({ viewport: PHONE });
      await openAddress(phone, address);
      await press(phone, 'Ghi nhớ điện thoại này');
      await phone.waitForURL('**/lanh-dao');
      expect(await statusOf(phone, '/can-bo')).toBe(200);
      for (const path of ['/quan-tri', '/tai-khoan']) expect(await statusOf(phone, path)).not.toBe(200);

      await go(admin, 'Xong, về trang của người này');
      await press(admin, 'Thu hồi…');
      await phone.reload();
      expect(pathOf(phone)).toBe('/lanh-dao');
      await press(admin, 'Thu hồi');
      await admin.getByText('Chưa ghi nhớ điện thoại nào').waitFor();
      await phone.reload();
      expect(pathOf(phone)).toBe('/dang-nhap');
      // The leader's session on the office PC is not affected.
      expect(await statusOf(pages.get('chu-tich') as Page, '/lanh-dao')).toBe(200);
      await phone.context().close();
    });

    it('ends the other session of a person who signs out everywhere, and no one else’s', async () => {
      const desk = pages.get('chu-tich') as Page;
      const home = await openPage();
      await signIn(home, PEOPLE[1]);
      await press(home, 'Đã biết');
      await home.waitForURL('**/lanh-dao');
      await desk.goto(at('/lanh-dao'));
      await go(desk, 'Tài khoản');
      await press(desk, 'Đăng xuất ở mọi nơi…');
      await home.reload();
      expect(pathOf(home)).toBe('/lanh-dao');
      await press(desk, 'Đăng xuất ở mọi nơi');
      await desk.waitForURL('**/dang-nhap');
      await home.reload();
      expect(pathOf(home)).toBe('/dang-nhap');
      expect(await statusOf(pages.get('giam-sat') as Page, '/lanh-dao')).toBe(200);
      expect(await statusOf(admin, '/quan-tri')).toBe(200);
    });

    it('has all of it in the log and after a restart', async () => {
      const log = async (page: Page) => {
        await page.goto(at('/quan-tri/nhat-ky'));
        return text(page);
      };
      const sentences = [
        ...RENAMED.map((name) => `thành “${name}”`),
        `chỉ sang quầy “${RENAMED[1]}”`,
        'mục tiêu đổi từ 90% thành 85,5%',
        ...PEOPLE.map(({ name }) => `Thêm ${name}, vai trò`),
        'Ghi nhớ một điện thoại của chu-tich',
        'Thu hồi một điện thoại của chu-tich',
        'Đăng xuất chu-tich ở mọi nơi',
      ];
      for (const sentence of sentences) expect(await log(admin)).toContain(sentence);

      expect(await server.stop()).toMatchObject({ code: 0 });
      server = await startServer(settings);
      expect(server.firstAdministratorFile).toBeNull();
      expect(server.counterCodes).not.toContain(codes[2]);
      for (const sentence of sentences) expect(await log(admin)).toContain(sentence);
    });
  },
  60_000,
);

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Listening, listen } from '../../server/http/listen.ts';
import { hasChromium, launchChromium } from '../helpers/chromium.ts';
import { auditPage } from '../helpers/page-audit.ts';
import { enter, follow, signInOn } from '../helpers/page-steps.ts';
import { addPerson } from '../helpers/staff-client.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

/** The longest allowed name, with words that cannot be broken. */
const LONG_NAME =
  'Quầy 6: Lao động – thương binh – xã hội/người-có-công/bảo-trợ-xã-hội/bảo-hiểm-y-tế, việc làm, trẻ em và bình đẳng';

describe.skipIf(!hasChromium())('the settings of the unit in a browser', () => {
  let browser: Browser;
  let testApp: TestApp;
  let server: Listening;
  let origin: string;

  beforeAll(async () => {
    testApp = await createTestApp();
    await addPerson(testApp, { role: 'administrator', name: 'quan-ly' });
    await addPerson(testApp, { role: 'supervisor', name: 'giam-sat' });
    server = await listen(() => testApp.app, '127.0.0.1', 0);
    origin = `http://127.0.0.1:${server.port}`;
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function openAs(name: string, options = {}): Promise<Page> {
    const context = await browser.newContext({
      locale: 'vi-VN',
      baseURL: origin,
      bypassCSP: true,
      ...options,
    });
    const page = await context.newPage();
    await signInOn(page, name);
    await page.waitForURL((url) => url.pathname !== '/dang-nhap');
    return page;
  }

  it('from the unit to a merged counter and a day off, and no state of a page is at fault', async () => {
    const faults: string[] = [];
    const audit = async (page: Page) => faults.push(...(await auditPage(page)));
    const admin = await openAs('quan-ly');
    const [first, second, third] = testApp.counters.map(({ name }) => name) as [string, string, string];

    await audit(admin);
    await follow(admin.getByRole('link', { name: 'Đơn vị' }));
    await audit(admin);
    await admin.getByLabel('Tên đơn vị').fill('');
    await admin.getByLabel('Số điện thoại liên hệ').fill('gọi bác bảo vệ');
    await follow(admin.getByRole('button', { name: 'Lưu' }));
    await admin.waitForSelector('[role=alert]');
    await audit(admin);
    // The fault links to its field, and the field refers to its fault.
    await admin.getByRole('alert').getByRole('link', { name: 'Số điện thoại chỉ gồm' }).click();
    expect(await admin.evaluate(() => document.activeElement?.id || location.hash.slice(1))).toBe(
      'field-contact_phone',
    );
    expect(await admin.getByLabel('Số điện thoại liên hệ').inputValue()).toBe('gọi bác bảo vệ');
    await admin.getByLabel('Tên đơn vị').fill('UBND phường Đông Sơn');
    await admin.getByLabel('Số điện thoại liên hệ').fill('1022');
    // Using the keyboard only.
    await enter(admin);
    await admin.waitForSelector('[role=status]');
    await audit(admin);

    await admin.goto('/quan-tri/quay');
    await audit(admin);
    await follow(admin.getByRole('button', { name: 'Thêm quầy' }));
    await admin.waitForSelector('[role=alert]');
    await audit(admin);
    await admin.getByLabel('Tên quầy').fill(LONG_NAME);
    await admin.getByLabel('Lĩnh vực của quầy').selectOption({ index: 2 });
    await follow(admin.getByRole('button', { name: 'Thêm quầy' }));
    await admin.waitForSelector(`h1:has-text("${LONG_NAME}")`);
    await audit(admin);
    await follow(admin.getByRole('button', { name: 'Đưa lên trên' }));
    await admin.waitForSelector('text=đứng thứ 5 trong 6');

    const code = testApp.counters[1]!.code;
    await admin.goto(`/quan-tri/quay/${code}`);
    await follow(admin.getByRole('button', { name: 'Gộp quầy…' }));
    await admin.waitForSelector('[role=alert]');
    await audit(admin);
    await admin.getByLabel('Gộp vào quầy', { exact: true }).selectOption({ label: LONG_NAME });
    await follow(admin.getByRole('button', { name: 'Gộp quầy…' }));
    await admin.waitForSelector('h1:has-text("Xác nhận")');
    expect(await admin.textContent('main')).toContain(`Gộp quầy “${second}” vào quầy “${LONG_NAME}”`);
    await audit(admin);
    await follow(admin.getByRole('button', { name: 'Gộp quầy' }));
    await admin.waitForSelector('text=không mở lại được');
    await audit(admin);

    await admin.goto(`/quan-tri/quay/${testApp.counters[2]!.code}`);
    await admin.getByLabel('Chỉ người dân sang quầy').selectOption({ label: first });
    await follow(admin.getByRole('button', { name: 'Đóng quầy…' }));
    await admin.waitForSelector('h1:has-text("Xác nhận")');
    await audit(admin);
    await follow(admin.getByRole('button', { name: 'Đóng quầy' }));
    await admin.getByRole('button', { name: 'Mở lại quầy' }).waitFor();
    await audit(admin);
    await admin.goto('/quan-tri/quay');
    expect(
      await admin.getByRole('table', { name: 'Quầy đã đóng' }).getByRole('link').allTextContents(),
    ).toEqual([second, third]);
    await audit(admin);

    await admin.goto('/quan-tri/gio-mo-cua');
    await audit(admin);
    await admin.getByLabel('Thứ Bảy, sáng, từ').fill('7h30');
    await admin.getByLabel('Ngày nghỉ', { exact: true }).fill('Tết');
    await follow(admin.getByRole('button', { name: 'Lưu giờ mở cửa' }));
    await admin.waitForSelector('[role=alert]');
    await audit(admin);
    await admin.getByLabel('Thứ Bảy, sáng, đến').fill('11h30');
    await admin.getByLabel('Ngày nghỉ', { exact: true }).fill('08/02/2024 - 14/02/2024');
    await admin.getByLabel('Áp dụng từ ngày').fill('2024-02-05');
    await follow(admin.getByRole('button', { name: 'Lưu giờ mở cửa' }));
    await follow(admin.getByRole('link', { name: 'từ ngày 05/02/2024' }));
    expect(await admin.getByLabel('Thứ Bảy, sáng, đến').inputValue()).toBe('11:30');
    await audit(admin);
    await admin.goto('/quan-tri/nhat-ky');
    await audit(admin);

    const supervisor = await openAs('giam-sat');
    for (const path of ['don-vi', 'quay', `quay/${code}`, 'gio-mo-cua']) {
      await supervisor.goto(`/quan-tri/${path}`);
      expect(await supervisor.locator('main form').count()).toBe(0);
      await audit(supervisor);
    }

    // The URL of an old poster has a link to a form that is accepted.
    const context = await browser.newContext({ baseURL: origin, javaScriptEnabled: false });
    const citizen = await context.newPage();
    await citizen.goto(`/k/${code}`);
    await follow(citizen.getByRole('link', { name: LONG_NAME }));
    await citizen.locator('input[name="q.overall"][value="5"]').check({ force: true });
    await follow(citizen.locator('#send'));
    expect(new URL(citizen.url()).pathname).toBe('/cam-on');
    const looked = await (await browser.newContext({ baseURL: origin, bypassCSP: true })).newPage();
    for (const path of [`/k/${code}`, `/k/${testApp.counters[2]!.code}?lang=en`, '/ket-qua']) {
      await looked.goto(path);
      await audit(looked);
    }
    expect(faults).toEqual([]);
  }, 180_000);
});

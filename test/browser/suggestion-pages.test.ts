import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runDailyWork } from '../../server/daily-work.ts';
import { type Listening, listen } from '../../server/http/listen.ts';
import { hasChromium, launchChromium } from '../helpers/chromium.ts';
import { auditPage } from '../helpers/page-audit.ts';
import { addPerson, PASSWORD } from '../helpers/staff-client.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

const SETTING = '/quan-tri/o-goi-y';
const TICK = 'Có người gợi ý tôi chọn câu trả lời';

/** Where pictures are put for whoever wants to look at them; none unless it is set. */
const PICTURES = process.env.SUGGESTION_PICTURES ?? '';

describe.skipIf(!hasChromium())('the tick that somebody suggested the answers, in a browser', () => {
  let browser: Browser;
  let testApp: TestApp;
  let server: Listening;

  beforeAll(async () => {
    testApp = await createTestApp();
    await addPerson(testApp, { role: 'administrator', name: 'quan-ly' });
    await addPerson(testApp, { role: 'leader', name: 'chu-tich' });
    server = await listen(() => testApp.app, '127.0.0.1', 0);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function open(options = {}): Promise<Page> {
    const baseURL = `http://127.0.0.1:${server.port}`;
    const context = await browser.newContext({ locale: 'vi-VN', baseURL, bypassCSP: true, ...options });
    return context.newPage();
  }

  async function openAs(name: string): Promise<Page> {
    const page = await open();
    await page.goto('/dang-nhap');
    await page.getByLabel('Tên đăng nhập').fill(name);
    await page.getByLabel('Mật khẩu').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname !== '/dang-nhap');
    return page;
  }

  async function picture(page: Page, name: string): Promise<void> {
    if (PICTURES === '') return;
    mkdirSync(PICTURES, { recursive: true });
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.screenshot({ path: `${PICTURES}/${name}-${width}.png`, fullPage: true });
    }
  }

  it('is switched on, ticked with the keyboard, counted, and printed beside the seal', async () => {
    const faults: string[] = [];
    const audit = async (page: Page, name: string) => {
      faults.push(...(await auditPage(page)));
      await picture(page, name);
    };
    const admin = await openAs('quan-ly');
    await admin.goto('/quan-tri');
    await admin.getByRole('link', { name: 'Ô “Có người gợi ý”' }).click();
    await audit(admin, 'setting-empty');
    await admin.getByLabel('Áp dụng từ ngày').fill('hôm nay');
    await admin.keyboard.press('Enter');
    await admin.waitForSelector('[role=alert]');
    await audit(admin, 'setting-fault');
    await admin.getByLabel('Áp dụng từ ngày').fill('29/01/2024');
    await admin.keyboard.press('Enter');
    await admin.waitForSelector('text=Từ 29/01/2024, cuối phiếu có ô này.');
    await audit(admin, 'setting-confirm');
    await admin.getByRole('button', { name: 'Đổi' }).click();
    await admin.waitForURL((url) => url.pathname === SETTING);
    await audit(admin, 'setting-on');

    const citizen = await open({ javaScriptEnabled: true });
    await citizen.goto(`/k/${testApp.counters[0]!.code}`);
    const box = citizen.getByLabel(TICK);
    expect(await box.isChecked()).toBe(false);
    // A row as high as a thumb, the words being part of what is hit.
    expect((await citizen.locator('.tick label').boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await audit(citizen, 'survey');
    await citizen.getByLabel('Hài lòng', { exact: true }).first().check();
    await box.focus();
    await citizen.keyboard.press('Space');
    expect(await box.isChecked()).toBe(true);
    await citizen.getByRole('button', { name: 'Gửi phiếu' }).click();
    await citizen.waitForURL((url) => url.pathname === '/cam-on');
    for (let person = 0; person < 34; person += 1) {
      const tick = person < 4 ? { suggested: '1' } : {};
      await testApp.submit(testApp.counters[0]!.code, { 'q.overall': '5', ...tick });
    }

    testApp.setTime('2024-01-30T00:06:00+07:00');
    await runDailyWork(testApp.context);
    const reader = await openAs('chu-tich');
    await reader.goto('/lanh-dao?ky=BC-2024-Q1');
    const sentence = reader.getByText('Trong 35 phiếu có ô này, 5 phiếu đánh dấu');
    expect(await sentence.isVisible()).toBe(true);
    await audit(reader, 'leader');
    await reader.emulateMedia({ media: 'print' });
    expect(await sentence.isVisible()).toBe(true);
    const seal = reader.locator('strong.seal');
    expect([await seal.isVisible(), await seal.textContent()]).toEqual([
      true,
      expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/),
    ]);
    await reader.emulateMedia({ media: 'screen' });
    await reader.goto('/can-bo?tuan=2024-W05');
    await reader.getByText('Phiếu có người gợi ý câu trả lời').click();
    await audit(reader, 'week');
    await reader.goto('/ket-qua?ky=BC-2024-Q1');
    await audit(reader, 'results');
    await reader.goto('/ket-qua?ky=BC-2024-Q1&lang=en');
    expect(await reader.getByText('Of 35 ballots that had the box, 5 ticked').isVisible()).toBe(true);
    expect(faults).toEqual([]);
  });
});

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Listening, listen } from '../../server/http/listen.ts';
import { DEVICE_COOKIE } from '../../server/trust/device-cookies.ts';
import { hasChromium, launchChromium } from '../helpers/chromium.ts';
import { auditPage } from '../helpers/page-audit.ts';
import { follow, signInOn } from '../helpers/page-steps.ts';
import { addPerson } from '../helpers/staff-client.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

/** Folder for screenshots; unset: none. */
const pictures = process.env.TEST_PICTURES;

describe.skipIf(!hasChromium())('rules that set aside, in a browser', () => {
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

  async function findFaults(page: Page, name: string): Promise<string[]> {
    const faults = await auditPage(page);
    for (const width of pictures ? [360, 1280] : []) {
      await page.setViewportSize({ width, height: 800 });
      await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true });
    }
    return faults;
  }

  it('an administrator switches one off without script: list, form, fault, question, list', async () => {
    const { name } = await addPerson(testApp, { role: 'administrator' });
    // `bypassCSP` lets the accessibility audit run its script.
    const context = await browser.newContext({ locale: 'vi-VN', baseURL: origin, bypassCSP: true });
    const page = await context.newPage();
    const faults: string[] = [];
    await signInOn(page, name);
    await page.waitForURL('**/quan-tri');
    await follow(page.getByRole('link', { name: 'Quy tắc không tính phiếu' }));
    await page.waitForURL('**/quan-tri/quy-tac');
    faults.push(...(await findFaults(page, 'rules')));
    await follow(page.getByRole('link', { name: 'Thay đổi quy tắc “Một máy gửi nhiều phiếu trong ngày”' }));
    faults.push(...(await findFaults(page, 'rule')));
    await page.getByLabel('Số phiếu của một máy').fill('nhiều');
    await follow(page.getByRole('button', { name: 'Tiếp tục' }));
    await page.waitForSelector('[role=alert]');
    faults.push(...(await findFaults(page, 'rule-fault')));
    expect(await page.getByLabel('Số phiếu của một máy').inputValue()).toBe('nhiều');
    await page.getByLabel('Số phiếu của một máy').fill('1');
    await follow(page.getByRole('button', { name: 'Tiếp tục' }));
    await page.waitForSelector('h1:has-text("Xác nhận")');
    faults.push(...(await findFaults(page, 'rule-confirm')));
    await follow(page.getByRole('button', { name: 'Lưu thay đổi' }));
    await page.waitForURL('**/quan-tri/quy-tac/repeat-device');
    faults.push(...(await findFaults(page, 'rule-changed')));
    await follow(page.getByRole('button', { name: 'Rút lại…' }));
    await page.waitForSelector('h1:has-text("Xác nhận")');
    faults.push(...(await findFaults(page, 'rule-withdrawal')));
    await follow(page.getByRole('link', { name: 'Không, quay lại' }));
    await follow(page.getByRole('link', { name: 'Tất cả quy tắc' }));
    await page.waitForURL('**/quan-tri/quy-tac');
    await page.waitForSelector('text=Từ ngày 30/01/2024');
    faults.push(...(await findFaults(page, 'rules-changed')));
    await page.goto('/ket-qua');
    faults.push(...(await findFaults(page, 'results')));
    await page.goto('/rieng-tu');
    faults.push(...(await findFaults(page, 'privacy')));
    expect(faults).toEqual([]);
    await context.close();
  }, 180_000);

  it.each([true, false])(
    'a phone sends three ballots, all are thanked for, the third is set aside (script: %s)',
    async (javaScriptEnabled) => {
      const before = await countAside();
      const context = await browser.newContext({ locale: 'vi-VN', baseURL: origin, javaScriptEnabled });
      const page = await context.newPage();
      for (const index of [0, 1, 2]) {
        await page.goto(`/k/${testApp.counters[index]!.code}`);
        expect((await context.cookies()).filter(({ name }) => name === DEVICE_COOKIE)).toHaveLength(
          index === 0 ? 0 : 1,
        );
        await page.locator('input[name="q.overall"][value="5"]').check({ force: true });
        await follow(page.locator('#send'));
        await page.waitForURL('**/cam-on?gui=1');
        await page.waitForSelector('h1:has-text("Đã nhận phiếu")');
      }
      expect((await countAside()) - before).toBe(1);
      await context.close();
    },
    60_000,
  );

  async function countAside(): Promise<number> {
    const rows = await testApp.context.db.selectFrom('ballot_box').select('set_aside').execute();
    return rows.filter(({ set_aside }) => set_aside === 'repeat-device').length;
  }
});

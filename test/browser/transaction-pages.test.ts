import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Listening, listen } from '../../server/http/listen.ts';
import { hasChromium, launchChromium } from '../helpers/chromium.ts';
import { BROKEN_EXPORTS, GOOD_EXPORTS } from '../helpers/one-stop-exports.ts';
import { auditPage } from '../helpers/page-audit.ts';
import { enter, follow, signInOn } from '../helpers/page-steps.ts';
import { addPerson, PASSWORD } from '../helpers/staff-client.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

describe.skipIf(!hasChromium())('transactions in a browser', () => {
  let browser: Browser;
  let testApp: TestApp;
  let server: Listening;

  beforeAll(async () => {
    testApp = await createTestApp();
    testApp.setTime('2024-02-05T16:00:00+07:00');
    server = await listen(() => testApp.app, '127.0.0.1', 0);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function signIn(role: 'staff' | 'leader', options: object = {}): Promise<Page> {
    const { name } = await addPerson(testApp, { role });
    const context: BrowserContext = await browser.newContext({
      locale: 'vi-VN',
      baseURL: `http://127.0.0.1:${server.port}`,
      ...options,
    });
    const page = await context.newPage();
    await signInOn(page, name, PASSWORD, '/can-bo/giao-dich');
    expect(new URL(page.url()).pathname).toBe('/can-bo/giao-dich');
    return page;
  }

  const choose = async (page: Page, bytes: Uint8Array) => {
    await page.goto('/can-bo/giao-dich');
    await page.getByLabel('Tệp', { exact: true }).setInputFiles({
      name: 'xuat.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(bytes),
    });
    await follow(page.getByRole('button', { name: 'Xem trước' }));
    await page.waitForSelector('h1:has-text("Xem trước tệp")');
  };

  it('every state of the pages keeps to WCAG, fits a phone and can be tapped', async () => {
    const faults: string[] = [];
    const look = async (page: Page) => faults.push(...(await auditPage(page)));
    const page = await signIn('staff', { bypassCSP: true });
    await look(page);
    await follow(page.getByRole('link', { name: 'Tuần trước' }));
    await page.waitForURL('**tuan=2024-W05**');
    await page
      .getByRole('textbox', { name: /29\/01\/2024/ })
      .first()
      .fill('mười');
    await follow(page.getByRole('button', { name: 'Lưu các số của tuần này' }));
    await page.waitForSelector('[role=alert]');
    await look(page);
    await page
      .getByRole('textbox', { name: /29\/01\/2024/ })
      .first()
      .fill('10');
    await follow(page.getByRole('button', { name: 'Lưu các số của tuần này' }));
    await page.waitForSelector('text=Đã lưu 1 số.');
    await page
      .getByRole('textbox', { name: /29\/01\/2024/ })
      .first()
      .fill('12');
    await enter(page);
    await page.waitForSelector('text=10 → 12');
    await page.getByLabel('Tuần hoặc tháng').selectOption('2024-W05');
    await page.getByLabel('Của', { exact: true }).selectOption({ index: 2 });
    await page.getByLabel('Số lượt giao dịch').fill('60');
    await follow(page.getByRole('button', { name: 'Lưu số này' }));
    await page.waitForSelector('text=Các số của nhiều ngày đã nhập');
    await look(page);
    await follow(page.getByRole('button', { name: 'Bỏ…' }));
    await page.waitForSelector('h1:has-text("Xin xác nhận")');
    await look(page);
    await follow(page.getByRole('button', { name: 'Bỏ số này' }));
    await page.waitForSelector('text=60 → bỏ');

    await choose(page, BROKEN_EXPORTS.find(({ name }) => name.includes('numbers that are none'))!.bytes);
    await page.waitForSelector('[role=alert]');
    await look(page);
    const several = GOOD_EXPORTS.find(({ name }) => name.includes('a field that is no counter'))!;
    await choose(page, several.bytes);
    await look(page);
    await follow(page.getByRole('button', { name: 'Xem trước với các quầy đã chọn' }));
    await page.waitForSelector('.fault');
    await look(page);
    await page.getByLabel('Bảo trợ xã hội').selectOption({ index: 3 });
    await follow(page.getByRole('button', { name: 'Xem trước với các quầy đã chọn' }));
    await page.getByRole('button', { name: /^Lưu \d+ số$/ }).waitFor();
    await look(page);
    await follow(page.getByRole('button', { name: /^Lưu \d+ số$/ }));
    await page.waitForSelector('.done');

    const leader = await signIn('leader', { bypassCSP: true });
    await look(leader);
    await leader.goto('/lanh-dao?ky=2024-W05');
    await leader.getByRole('link', { name: 'Mở trang Lượt giao dịch' }).waitFor();
    await look(leader);
    expect(faults).toEqual([]);
  }, 120_000);

  it('work without script', async () => {
    const page = await signIn('staff', { javaScriptEnabled: false });
    await page.goto('/can-bo/giao-dich?tuan=2024-W05&theo=quay');
    await page.getByRole('checkbox').first().check();
    await follow(page.getByRole('button', { name: 'Ghi 0 lượt' }));
    expect(await page.locator('.done').textContent()).toContain('Đã lưu');
    await choose(page, GOOD_EXPORTS[8]!.bytes);
    expect(await page.locator('main').textContent()).toContain('Đã đọc theo dòng');
  });
});

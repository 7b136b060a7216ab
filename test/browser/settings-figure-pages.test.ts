import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Listening, listen } from '../../server/http/listen.ts';
import { hasChromium, launchChromium } from '../helpers/chromium.ts';
import { auditPage } from '../helpers/page-audit.ts';
import { enter, follow, goOn, signInOn } from '../helpers/page-steps.ts';
import { addPerson } from '../helpers/staff-client.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

describe.skipIf(!hasChromium())('settings that shape the figure, in a browser', () => {
  let browser: Browser;
  let testApp: TestApp;
  let server: Listening;
  let context: BrowserContext;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    testApp = await createTestApp();
    server = await listen(() => testApp.app, '127.0.0.1', 0);
    browser = await launchChromium();
    const baseURL = `http://127.0.0.1:${server.port}`;
    // The page's own policy (CSP) would block the audit's script.
    context = await browser.newContext({ locale: 'vi-VN', baseURL, bypassCSP: true });
    page = await context.newPage();
    await addPerson(testApp, { role: 'administrator', name: 'quan-ly' });
    await signInOn(page, 'quan-ly');
    await page.waitForURL('**/quan-tri');
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function look(name: string): Promise<void> {
    faults.push(...(await auditPage(page)).map((fault) => `${name}: ${fault}`));
  }
  const press = (name: string) => follow(page.getByRole('button', { name }).first());

  it('the target, by keyboard alone: faults, the question, what is planned, its withdrawal', async () => {
    await page.goto('/quan-tri');
    await goOn(page, () => page.getByRole('link', { name: 'Mục tiêu và số phiếu tối thiểu' }).press('Enter'));
    await page.waitForURL('**/quan-tri/muc-tieu');
    await look('targets');
    await page.getByLabel('Mục tiêu mới (%)').fill('120');
    await enter(page);
    await page.waitForSelector('[role=alert]');
    await look('targets with faults');
    await page.getByRole('link', { name: 'Mục tiêu cần là một số' }).press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('target_percent-value');
    expect(await page.getByLabel('Mục tiêu mới (%)').inputValue()).toBe('120');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('85,5');
    await page.locator('#target_percent-since').fill('2024-02-05');
    await enter(page);
    await page.waitForSelector('text=mục tiêu đổi từ 90% thành 85,5%');
    await look('the question about a target');
    await goOn(page, () => page.getByRole('button', { name: 'Đổi và công khai' }).press('Enter'));
    await page.waitForSelector('text=sẽ áp dụng');
    await look('a planned target');
    await press('Rút lại');
    await look('the question about a withdrawal');
    await press('Rút lại và công khai');
    await page.waitForURL('**/quan-tri/muc-tieu');
    expect(faults).toEqual([]);
  }, 120_000);

  it('surveys: chosen, asked about, planned, looked at, a file checked', async () => {
    await page.goto('/quan-tri/phieu');
    await look('surveys');
    await press('Đổi mẫu phiếu…');
    await look('surveys with faults');
    await page.getByLabel('Mẫu phiếu', { exact: true }).selectOption('mot-cua-day-du/2');
    await page.getByLabel('Ở quầy').selectOption({ label: testApp.counters[1]!.name });
    await page.getByLabel('Dùng từ ngày').fill('2024-02-05');
    await press('Đổi mẫu phiếu…');
    await look('the question about a survey');
    await press('Đổi và công khai');
    await page.waitForSelector('text=05/02/2024');
    await look('a planned survey');

    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.method()));
    await follow(page.getByRole('link', { name: 'Xem thử' }).first());
    await look('a look at a survey');
    await page.locator('label[for="q.overall-2"]').click();
    await page.locator('input[name="why.overall"][value="long-wait"]').check();
    await page.locator('#q\\.overall-2').focus();
    await page.keyboard.press('Enter');
    await page.locator('#comment').fill('x');
    expect(await page.locator('#send').isDisabled()).toBe(true);
    await page.locator('#send').click({ force: true });
    expect(requests).toEqual(['GET']);

    await page.goto('/quan-tri/phieu');
    await page.getByLabel('Hoặc dán nội dung').fill('{"id": "a", "title": 5}');
    await press('Kiểm tra');
    await page.waitForSelector('[role=alert]');
    await look('a faulty file');
    await page.getByLabel('Hoặc dán nội dung').fill('');
    await page.getByLabel('Tệp phiếu', { exact: true }).setInputFiles({
      name: 'v2.json',
      mimeType: 'application/json',
      buffer: Buffer.from(
        readFileSync('surveys/mot-cua-ngan/v2.json', 'utf8').replace('"version": 2', '"version": 3'),
      ),
    });
    await press('Kiểm tra');
    await page.waitForSelector('text=Tệp không có lỗi.');
    await look('a sound file');
    await follow(page.getByRole('link', { name: 'Về trang Mẫu phiếu' }));
    await page.waitForURL('**/quan-tri/phieu');
    expect(faults).toEqual([]);
  }, 120_000);

  it('keys: made, copied, revoked', async () => {
    await page.goto('/quan-tri/khoa-api');
    await look('keys');
    await press('Cấp khóa');
    await look('keys with faults');
    await page.getByLabel('Cấp cho ai').fill('Sở Nội vụ và các cơ quan chuyên môn khác của tỉnh');
    await press('Cấp khóa');
    await page.waitForSelector('#key');
    await look('a new key');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Chép khóa' }).click();
    await page.waitForSelector('button:has-text("Đã chép.")');
    const shown = await page.locator('#key').textContent();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
    await follow(page.getByRole('link', { name: 'Xong' }));
    await look('a list of keys');
    await press('Thu hồi');
    await look('the question about a key');
    await press('Thu hồi khóa');
    await page.waitForSelector('text=đã thu hồi ngày');
    await look('a revoked key');
    expect(faults).toEqual([]);
  }, 120_000);
});

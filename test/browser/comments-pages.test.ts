import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Listening, listen } from '../../server/http/listen.ts';
import { hasChromium, launchChromium } from '../helpers/chromium.ts';
import { ballotsOf, endDay, fillDay } from '../helpers/comment-days.ts';
import { auditPage } from '../helpers/page-audit.ts';
import { enter, follow, signInOn } from '../helpers/page-steps.ts';
import { addPerson } from '../helpers/staff-client.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

/** Ordinary and hostile comments. */
const WORDS = [
  'Đăng ký khai sinh cho cháu nhanh, đúng hẹn.\n\nCảm ơn xã.',
  'Gọi tôi •••, hoặc ••• nhé',
  `${'nghiêng'.repeat(60)} ${'︻'.repeat(200)}`,
  '\u202Eđảo ngược <b>đậm</b> https://evil.example/',
  `z${'\u0301'.repeat(600)}`,
  ...Array.from({ length: 18 }, (_, index) => `Ghế ngồi chờ còn thiếu, lần ${index}`),
];

describe.skipIf(!hasChromium())('comments in a browser', () => {
  let browser: Browser;
  let testApp: TestApp;
  let server: Listening;
  let origin: string;

  beforeAll(async () => {
    testApp = await createTestApp();
    await addPerson(testApp, { role: 'leader', name: 'chu-tich' });
    await addPerson(testApp, { role: 'supervisor', name: 'giam-sat' });
    await addPerson(testApp, { role: 'administrator', name: 'quan-ly' });
    server = await listen(() => testApp.app, '127.0.0.1', 0);
    origin = `http://127.0.0.1:${server.port}`;
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function openAs(name: string, options = {}): Promise<Page> {
    const context: BrowserContext = await browser.newContext({
      locale: 'vi-VN',
      baseURL: origin,
      bypassCSP: true,
      ...options,
    });
    const page = await context.newPage();
    await signInOn(page, name);
    await page.waitForSelector('.nav-wide', { state: 'attached' });
    return page;
  }

  it('are read, found and marked, and no state of the page is at fault', async () => {
    const faults: string[] = [];
    const empty = await openAs('chu-tich');
    await empty.goto('/can-bo/gop-y');
    await empty.waitForSelector('text=Chưa có góp ý nào để xem');
    faults.push(...(await auditPage(empty)));

    const code = testApp.counters[0]!.code;
    await fillDay(testApp, '2024-01-29', ballotsOf(code, 25, WORDS));
    await endDay(testApp, '2024-01-29');
    const leader = await openAs('chu-tich');
    await leader.goto('/can-bo/gop-y');
    expect(await leader.locator('.comment-card').count()).toBe(20);
    faults.push(...(await auditPage(leader)));
    await leader.goto('/can-bo/gop-y?trang=2');
    faults.push(...(await auditPage(leader)));

    await leader.goto('/can-bo/gop-y');
    const bar = leader.locator('#several');
    expect(await bar.isVisible()).toBe(false);
    await leader.getByRole('checkbox').first().check();
    await leader.getByRole('checkbox').nth(1).check();
    expect(await bar.isVisible()).toBe(true);
    // Scrolled to the end, the fixed row of actions covers no comment.
    await leader.setViewportSize({ width: 360, height: 640 });
    await leader.evaluate(() => scrollTo(0, document.body.scrollHeight));
    faults.push(...(await auditPage(leader)));
    await follow(bar.getByRole('button', { name: 'Đã đọc' }));
    await leader.waitForSelector('text=Đã chuyển 2 góp ý sang Đã đọc');
    faults.push(...(await auditPage(leader)));
    await follow(leader.getByRole('button', { name: 'Hoàn tác' }));
    await leader.waitForSelector('text=Đã chuyển 2 góp ý sang Chưa đọc');

    await leader.getByLabel('Từ cần tìm').fill('dang ky');
    await enter(leader);
    await leader.waitForURL('**tim=dang+ky**');
    expect(await leader.locator('.comment-card').count()).toBe(1);
    faults.push(...(await auditPage(leader)));
    // Using the keyboard only.
    await leader.getByRole('button', { name: 'Đã xử lý' }).focus();
    await enter(leader);
    await leader.waitForSelector('text=Đã chuyển 1 góp ý sang Đã xử lý');
    await leader.waitForSelector('text=Không tìm thấy góp ý nào');
    faults.push(...(await auditPage(leader)));

    // A comment cannot affect the page: no markup, no link, no diacritics stacked over its neighbours.
    await leader.goto('/can-bo/gop-y?tim=dam');
    expect(await leader.locator('.comment-text').innerText()).toContain('<b>đậm</b> https://evil.example/');
    expect(await leader.locator('.comment-card a, .comment-card b').count()).toBe(0);

    const supervisor = await openAs('giam-sat');
    await supervisor.goto('/can-bo/gop-y');
    expect(await supervisor.getByRole('button', { name: 'Đã đọc' }).count()).toBe(0);
    faults.push(...(await auditPage(supervisor)));
    expect(faults).toEqual([]);
  }, 120_000);

  it('are kept for a time that is chosen, asked about and shown without fault', async () => {
    const faults: string[] = [];
    const page = await openAs('quan-ly', { javaScriptEnabled: true });
    await page.goto('/quan-tri');
    await follow(page.getByRole('link', { name: 'Lưu giữ góp ý' }));
    faults.push(...(await auditPage(page)));
    await page.getByRole('radio', { name: '6 tháng', exact: true }).check();
    await follow(page.getByRole('button', { name: 'Lưu thời hạn' }));
    await page.waitForSelector('h1:has-text("Xác nhận")');
    faults.push(...(await auditPage(page)));
    await follow(page.getByRole('button', { name: 'Rút ngắn thời hạn' }));
    await page.waitForSelector('td:has-text("sẽ áp dụng")');
    faults.push(...(await auditPage(page)));
    const supervisor = await openAs('giam-sat');
    await supervisor.goto('/quan-tri/luu-giu');
    faults.push(...(await auditPage(supervisor)));
    expect(faults).toEqual([]);
  }, 120_000);
});

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_START, seedDemo } from '../../server/demo/seed-demo.ts';
import { startOfDay } from '../../server/lib/day.ts';
import { hasChromium, launchChromium } from '../helpers/chromium.ts';
import { signInAs, type TestBrowser } from '../helpers/staff-client.ts';
import { createTestApp } from '../helpers/test-app.ts';

const ADDRESS = 'http://localhost';

const countPages = (pdf: Buffer): number =>
  pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

/** Over a year of demo data, in a browser without script. */
describe.skipIf(!hasChromium())("the leader's page over the demo's year", () => {
  let browser: Browser;
  let leader: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    const testApp = await createTestApp({ now: startOfDay(DEMO_START).toISOString() });
    const { context } = testApp;
    const clock = { now: () => context.clock.now(), set: (to: Date) => testApp.setTime(to.toISOString()) };
    await seedDemo(context, clock);
    leader = await signInAs(testApp, { role: 'leader' });
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 360, height: 640 }, javaScriptEnabled: false });
    await page.route('**/*', async (route) => {
      const { pathname, search } = new URL(route.request().url());
      const response = await leader.get(pathname + search);
      const headers = Object.fromEntries(response.headers);
      await route.fulfill({ status: response.status, headers, body: await response.text() });
    });
  }, 60_000);
  afterAll(() => browser?.close());

  const open = (query = '') => page.goto(`${ADDRESS}/lanh-dao${query}`);

  it.each(['', '?ky=BC-2024', '?ky=BC-2024-Q3', '?ky=BC-2024-10'])(
    'prints on exactly one sheet of A4: %s',
    async (query) => {
      await open(query);
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false });
      expect(countPages(pdf)).toBe(1);
    },
  );

  it('answers what a leader asks with at most two clicks', async () => {
    await open();
    const card = page.locator('.verdict-first');
    // Are we at 90 %? Is that sure? What should we fix first?
    expect(await card.innerText()).toMatch(/ĐẠT mục tiêu[\s\S]*Nên sửa trước: Giấy tờ được yêu cầu nộp/);
    // Which counter fell?
    const counters = page.locator('section[aria-labelledby=counters]');
    expect(await counters.innerText()).toMatch(
      /So với kỳ trước:\s+Đất đai – xây dựng: giảm rõ 19,4 điểm\s+Quầy\s/,
    );
    // Print it.
    expect(await page.getByText('Ctrl + P').isVisible()).toBe(true);
    // What happened in the first quarter of the reporting calendar?
    await page.getByRole('link', { name: 'Xem kỳ khác' }).click();
    await page.getByRole('link', { name: 'Quý 1 15/12/2023–14/03/2024' }).click();
    expect(await page.locator('.page-period').innerText()).toBe(
      'Kỳ báo cáo quý 1/2024 (15/12/2023–14/03/2024)',
    );
    await open('?ky=BC-2024-Q3');
    expect(await counters.innerText()).toMatch(/So với kỳ trước:[\s\S]*Đất đai – xây dựng: giảm rõ/);
  });

  it('has the same figures in the line of the running period as in its card', async () => {
    await open();
    const share = /\((\d+,\d+%)\)/.exec(await page.locator('.verdict-said').innerText())?.[1];
    const line = await page.locator('.recent tbody tr').first().innerText();
    expect(line).toContain(`${share} của 332 phiếu`);
    await page.getByRole('link', { name: 'Từ đầu năm báo cáo' }).click();
    expect(page.url()).toBe(`${ADDRESS}/lanh-dao?ky=BC-2024`);
  });
});

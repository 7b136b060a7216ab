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

  const isOnScreen = async (selector: string) => {
    const box = await page.locator(selector).first().boundingBox();
    return box !== null && box.y >= 0 && box.y + box.height <= 640;
  };

  it('answers what a leader asks on the first screen of a phone', async () => {
    await open();
    for (const part of [
      '.figure',
      '.box',
      '.headline-said',
      '.headline-change',
      '.where dd:nth-of-type(1)',
      '.where dd:nth-of-type(2)',
    ]) {
      expect(await isOnScreen(part), part).toBe(true);
    }
    const card = await page.locator('.headline').innerText();
    expect(card).toMatch(
      /[\d,]+% hài lòng\s+(ĐẾN NAY: ĐẠT|ĐẾN NAY: CHƯA ĐẠT|(TRÊN|DƯỚI) MỤC TIÊU,\s*CHƯA CHẮC)/,
    );
    expect(card).toMatch(
      /Ở đâu\s+(Không quầy nào thấp rõ|[^\n]+(thấp rõ so với mục tiêu|dưới mục tiêu, chưa chắc))/,
    );
    expect(card).toMatch(/Cần sửa\s+\S/);
    await page.getByRole('link', { name: /^Quý I / }).click();
    expect(await page.locator('.page-head').innerText()).toMatch(/Quý I\/2024\s+15\/12\/2023–14\/03\/2024/);
  });

  it("shows the week's answer, questions and counters on the first screen of a PC", async () => {
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.goto(`${ADDRESS}/can-bo`);
    const parts = ['.headline', '.chart > .bars > li', '.counters tbody tr'];
    for (const part of parts) {
      for (const element of await page.locator(part).all()) {
        const box = await element.boundingBox();
        expect((box?.y ?? 768) + (box?.height ?? 0), part).toBeLessThanOrEqual(768);
      }
    }
    expect(await page.locator('.chart > .bars > li').count()).toBeGreaterThanOrEqual(5);
    expect(await page.locator('.counters tbody tr').count()).toBeGreaterThanOrEqual(3);
    await page.setViewportSize({ width: 360, height: 640 });
  });

  it('prints a week on exactly one sheet of A4', async () => {
    await page.goto(`${ADDRESS}/can-bo`);
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false });
    expect(countPages(pdf)).toBe(1);
  });

  it('adds up and has the figure of the card in the year, the line and the fold of counters', async () => {
    await open();
    const figure = (await page.locator('.figure strong').innerText()).replace(/\s/g, '');
    expect(await page.locator('.year a[aria-current]').innerText()).toContain(figure.slice(0, -1));
    expect(await page.locator('#report-line').textContent()).toContain(`(${figure})`);
    const numbers = (text: string) =>
      [...text.matchAll(/[\d.]+/g)].map(([n]) => Number(n.replaceAll('.', '')));
    const [left = '', right = ''] = (await page.locator('.account p').innerText()).split('=');
    const sum = (terms: number[]) => terms.reduce((total, n) => total + n, 0);
    expect(sum(numbers(left))).toBe(sum(numbers(right)));
  });
});

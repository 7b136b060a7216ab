import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Listening, listen } from '../../server/http/listen.ts';
import { hasChromium, launchChromium } from '../helpers/chromium.ts';
import { finishDays } from '../helpers/finished-days.ts';
import { decodeQr } from '../helpers/qr-decoder.ts';
import { addPerson, PASSWORD } from '../helpers/staff-client.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const PAGE = '/lanh-dao/niem-phong';

describe.skipIf(!hasChromium())('the days’ seals in a browser', () => {
  let browser: Browser;
  let testApp: TestApp;
  let server: Listening;

  beforeAll(async () => {
    testApp = await createTestApp();
    server = await listen(() => testApp.app, '127.0.0.1', 0);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  /** What axe finds on the page as it stands, and how much too wide it is. */
  async function findFaults(page: Page): Promise<string[]> {
    const faults: string[] = [];
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) faults.push(`${page.url()} is ${wide} px too wide at ${width}`);
      const violations = await page.evaluate(
        async ({ source, tags }) => {
          if (!('axe' in window)) new Function(source)();
          const { axe } = window as unknown as {
            axe: {
              run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
            };
          };
          const { violations } = await axe.run({ runOnly: tags });
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
        },
        { source: axeSource, tags: WCAG },
      );
      faults.push(...violations.map((violation) => `${page.url()} at ${width}: ${violation}`));
    }
    return faults;
  }

  it('are read from the code by a camera, and fit a phone', async () => {
    const supervisor = await addPerson(testApp, { role: 'supervisor' });
    const context = await browser.newContext({
      baseURL: `http://127.0.0.1:${server.port}`,
      bypassCSP: true,
      colorScheme: 'light',
    });
    const page = await context.newPage();
    const signIn = async () => {
      await page.goto('/dang-nhap');
      await page.getByLabel('Tên đăng nhập').fill(supervisor.name);
      await page.getByLabel('Mật khẩu').fill(PASSWORD);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/lanh-dao*');
    };
    await signIn();
    await page.goto(PAGE);
    const faults = await findFaults(page);

    testApp.setTime('2024-03-10T08:00:00+07:00');
    await finishDays(testApp.context);
    await signIn();
    await page.goto('/lanh-dao?ky=2024-W06');
    await page.getByRole('link', { name: 'Xem dấu của từng ngày' }).click();
    await page.waitForURL(`**${PAGE}`);
    faults.push(...(await findFaults(page)));
    await page.getByRole('link', { name: 'Xem dấu ngày 01/03/2024' }).click();
    await page.waitForSelector('h2:has-text("Ngày 01/03/2024")');
    const shown = await page.locator('.address').textContent();
    expect(shown).toMatch(/^dong-son 2024-03-01 [0-9a-f]{64}$/);
    expect(decodeQr(await page.locator('.qr').screenshot())).toBe(shown);
    await page.emulateMedia({ colorScheme: 'dark' });
    faults.push(...(await findFaults(page)));
    expect(decodeQr(await page.locator('.qr').screenshot())).toBe(shown);
    await page.goto('/ket-qua');
    faults.push(...(await findFaults(page)));
    expect(faults).toEqual([]);

    // On paper the leader's page has the letters, and no link.
    await page.goto('/lanh-dao?ky=2024-W06');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.note .seal').isVisible()).toBe(true);
    expect(await page.locator(`a[href="${PAGE}"]`).isVisible()).toBe(false);
    await context.close();
  }, 60_000);
});

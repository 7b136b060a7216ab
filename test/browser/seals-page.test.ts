import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Listening, listen } from '../../server/http/listen.ts';
import { hasChromium, launchChromium } from '../helpers/chromium.ts';
import { finishDays } from '../helpers/finished-days.ts';
import { auditPage } from '../helpers/page-audit.ts';
import { follow, signInOn } from '../helpers/page-steps.ts';
import { decodeQr } from '../helpers/qr-decoder.ts';
import { addPerson } from '../helpers/staff-client.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

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

  it('are read from the code by a camera, and fit a phone', async () => {
    const supervisor = await addPerson(testApp, { role: 'supervisor' });
    const context = await browser.newContext({
      baseURL: `http://127.0.0.1:${server.port}`,
      bypassCSP: true,
    });
    const page = await context.newPage();
    const signIn = async () => {
      await signInOn(page, supervisor.name);
      await page.waitForURL('**/lanh-dao*');
    };
    await signIn();
    await page.goto(PAGE);
    const faults = await auditPage(page);

    testApp.setTime('2024-03-10T08:00:00+07:00');
    await finishDays(testApp.context);
    await signIn();
    await page.goto('/lanh-dao?ky=2024-W06');
    await follow(page.getByRole('link', { name: 'Xem mã của từng ngày' }));
    await page.waitForURL(`**${PAGE}`);
    faults.push(...(await auditPage(page)));
    await follow(page.getByRole('link', { name: 'Xem mã ngày 01/03/2024' }));
    await page.waitForSelector('h2:has-text("Ngày 01/03/2024")');
    const shown = await page.locator('.address').textContent();
    expect(shown).toMatch(/^dong-son 2024-03-01 [0-9a-f]{64}$/);
    expect(decodeQr(await page.locator('.qr').screenshot())).toBe(shown);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(decodeQr(await page.locator('.qr').screenshot())).toBe(shown);
    faults.push(...(await auditPage(page)));
    await page.goto('/ket-qua');
    faults.push(...(await auditPage(page)));
    expect(faults).toEqual([]);

    // Printed, the leader's page has the letters and no link.
    await page.goto('/lanh-dao?ky=2024-W06');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.note .seal').isVisible()).toBe(true);
    expect(await page.locator(`a[href="${PAGE}"]`).isVisible()).toBe(false);
    await context.close();
  }, 60_000);
});

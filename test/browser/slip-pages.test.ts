import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Listening, listen } from '../../server/http/listen.ts';
import { createSeededRandom } from '../../server/lib/seeded-random.ts';
import { makeSlipCode } from '../../server/slip/slip-code.ts';
import { hasChromium, launchChromium } from '../helpers/chromium.ts';
import { auditPage } from '../helpers/page-audit.ts';
import { enter, follow, signInOn } from '../helpers/page-steps.ts';
import { decodeQr } from '../helpers/qr-decoder.ts';
import { addPerson } from '../helpers/staff-client.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

/** The longest allowed name, with words that cannot be broken. */
const LONG_NAME =
  'Quầy 6: Lao động – thương binh – xã hội/người-có-công/bảo-trợ-xã-hội/bảo-hiểm-y-tế, việc làm, trẻ em và bình đẳng';
const ADDRESS = 'https://khaosat-muc-do-hai-long.dongson.example.gov.vn';
const SLIPS = '/can-bo/ma-qr/phieu';

/** Folder for screenshots; unset: none. */
const PICTURES = process.env.SLIP_PICTURES ?? '';

describe.skipIf(!hasChromium())('one-time slips in a browser', () => {
  let browser: Browser;
  let testApp: TestApp;
  let server: Listening;
  let origin: string;

  beforeAll(async () => {
    testApp = await createTestApp({ environment: { PUBLIC_URL: ADDRESS } });
    await addPerson(testApp, { role: 'staff', name: 'can-bo-1' });
    await addPerson(testApp, { role: 'supervisor', name: 'giam-sat' });
    await testApp.context.db
      .updateTable('counters')
      .set({ name: LONG_NAME })
      .where('code', '=', testApp.counters[1]!.code)
      .execute();
    server = await listen(() => testApp.app, '127.0.0.1', 0);
    origin = `http://127.0.0.1:${server.port}`;
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function open(options = {}): Promise<Page> {
    const context = await browser.newContext({
      locale: 'vi-VN',
      baseURL: origin,
      bypassCSP: true,
      ...options,
    });
    return context.newPage();
  }

  async function openAs(name: string): Promise<Page> {
    const page = await open();
    await signInOn(page, name);
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

  const codesOn = (page: Page): Promise<string[]> => page.locator('.slip-code').allTextContents();

  async function printSheets(page: Page, sheets: string, counter?: string): Promise<void> {
    await page.goto(SLIPS);
    if (counter !== undefined) await page.getByLabel('Quầy', { exact: true }).selectOption(counter);
    await page.getByLabel('Số tờ giấy A4').fill(sheets);
    await follow(page.getByRole('button', { name: 'Tạo và mở trang in' }));
    await page.waitForSelector('.slip-sheet');
  }

  const pagesOf = (pdf: Buffer): number => (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;

  it('are printed ten on a page of A4, whole, and each code is read by a camera', async () => {
    const staff = await openAs('can-bo-1');
    await printSheets(staff, '3', testApp.counters[1]!.code);
    const codes = await codesOn(staff);
    expect(new Set(codes).size).toBe(30);
    const pdf = await staff.pdf({ preferCSSPageSize: true });
    expect(pagesOf(pdf)).toBe(3);
    await staff.emulateMedia({ media: 'print' });
    // 718 px are 190 mm: the width of A4 minus margins of 10 mm.
    await staff.setViewportSize({ width: 718, height: 1040 });
    const cut = await staff.evaluate(
      () =>
        [...document.querySelectorAll<HTMLElement>('.slip')].filter(
          (slip) => slip.scrollHeight > slip.clientHeight + 1 || slip.scrollWidth > slip.clientWidth + 1,
        ).length,
    );
    expect(cut).toBe(0);
    for (const at of [0, 9, 29]) {
      const read = decodeQr(await staff.locator('.slip-qr').nth(at).screenshot());
      expect(read).toBe(`${ADDRESS}/p/${codes[at]!.replaceAll('-', '')}`);
    }
    if (PICTURES !== '') await staff.screenshot({ path: `${PICTURES}/sheet-print.png` });
    await staff.emulateMedia({ media: 'screen' });
    await picture(staff, 'sheets');
    expect(await auditPage(staff)).toEqual([]);
  });

  it('have office pages that are at fault at no width, empty, full or with faults', async () => {
    const faults: string[] = [];
    const audit = async (page: Page) => faults.push(...(await auditPage(page)));
    const supervisor = await openAs('giam-sat');
    await supervisor.goto('/can-bo/ma-qr');
    await audit(supervisor);
    await follow(supervisor.getByRole('link', { name: 'Phiếu phát tay' }));
    await audit(supervisor);
    await supervisor.getByLabel('Số tờ giấy A4').fill('999');
    await enter(supervisor);
    await supervisor.waitForSelector('[role=alert]');
    await audit(supervisor);
    await supervisor.getByRole('alert').getByRole('link').click();
    expect(await supervisor.evaluate(() => location.hash)).toBe('#field-sheets');
    await supervisor.getByLabel('Số tờ giấy A4').fill('1');
    await enter(supervisor);
    await supervisor.waitForSelector('.slip-sheet');
    await audit(supervisor);
    await supervisor.goto(SLIPS);
    await audit(supervisor);
    await picture(supervisor, 'slips');
    expect(faults).toEqual([]);
  });

  it('lead a citizen from the code that is typed to the thanks, without a script too', async () => {
    const supervisor = await openAs('giam-sat');
    await printSheets(supervisor, '1');
    const [first, second, third] = await codesOn(supervisor);
    const faults: string[] = [];
    for (const [code, javaScriptEnabled] of [
      [first, true],
      [second, false],
    ] as const) {
      const phone = await open({ javaScriptEnabled, viewport: { width: 360, height: 640 } });
      await phone.goto('/');
      await phone.getByLabel('Gõ mã in dưới mã QR').fill(code!.toUpperCase());
      await enter(phone);
      await phone.waitForSelector('h1:has-text("ở quầy nào")');
      if (javaScriptEnabled) faults.push(...(await auditPage(phone)));
      if (javaScriptEnabled) await picture(phone, 'choose');
      await follow(phone.getByRole('link', { name: LONG_NAME }));
      await phone.locator('label[for], .level, label').first().waitFor();
      await phone.locator('input[name="q.overall"][value="5"]').check({ force: true });
      await follow(phone.locator('#send'));
      await phone.waitForURL('**/cam-on?gui=1');
      await phone.goto(`/p/${code}`);
      await phone.waitForSelector('h1:has-text("đã được dùng")');
    }
    const phone = await open({ viewport: { width: 360, height: 640 } });
    const unknown = makeSlipCode(createSeededRandom('nobody has it'));
    for (const path of [
      `/p/${first}`,
      `/p/${first}?lang=en`,
      `/p/${unknown}`,
      `/p/${unknown}?lang=en`,
      `/?ma=${first}x`,
    ]) {
      await phone.goto(path);
      faults.push(...(await auditPage(phone)));
    }
    await picture(phone, 'front');
    await phone.goto(`/p/${first}`);
    await picture(phone, 'used');
    testApp.setTime('2024-05-01T08:00:00+07:00');
    for (const path of [`/p/${third}`, `/p/${third}?lang=en`]) {
      await phone.goto(path);
      faults.push(...(await auditPage(phone)));
    }
    await picture(phone, 'expired');
    expect(faults).toEqual([]);
  });
});

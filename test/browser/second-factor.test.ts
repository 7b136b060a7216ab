import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Listening, listen } from '../../server/http/listen.ts';
import { codeAt } from '../../server/staff/second-factor.ts';
import { hasChromium, launchChromium } from '../helpers/chromium.ts';
import { auditPage } from '../helpers/page-audit.ts';
import { follow, signInOn } from '../helpers/page-steps.ts';
import { addPerson, PASSWORD } from '../helpers/staff-client.ts';
import { createTestApp, START, type TestApp } from '../helpers/test-app.ts';

describe.skipIf(!hasChromium())('the second factor in a browser', () => {
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

  const open = async (): Promise<Page> => {
    const baseURL = `http://127.0.0.1:${server.port}`;
    return (await browser.newContext({ locale: 'vi-VN', baseURL, bypassCSP: true })).newPage();
  };
  const secretOn = async (page: Page): Promise<string> =>
    ((await page.locator('.address').textContent()) ?? '').replaceAll(' ', '');
  const typeCode = async (page: Page, code: string, button: string): Promise<void> => {
    await page.getByLabel('Mã xác thực').fill(code);
    await follow(page.getByRole('button', { name: button }));
  };

  it('is set up by an administrator, demanded of leaders, and set up by one at the next sign-in', async () => {
    const faults: string[] = [];
    const { name } = await addPerson(testApp, { role: 'administrator' });
    const leader = await addPerson(testApp, { role: 'leader' });
    const admin = await open();
    await signInOn(admin, name);
    await admin.goto('/tai-khoan');
    await follow(admin.getByRole('link', { name: 'Xác thực hai bước: chưa bật' }));
    faults.push(...(await auditPage(admin)));
    await admin.getByLabel('Mật khẩu hiện tại').fill(PASSWORD);
    await follow(admin.getByRole('button', { name: 'Bật…' }));
    faults.push(...(await auditPage(admin)));
    await typeCode(admin, codeAt(await secretOn(admin), new Date(START)), 'Bật xác thực hai bước');
    expect(await admin.locator('.recovery li').count()).toBe(10);
    faults.push(...(await auditPage(admin)));
    await follow(admin.getByRole('link', { name: 'Đã cất, tiếp tục' }));
    expect(await admin.locator('main').textContent()).toContain('Còn 10 mã dự phòng');
    faults.push(...(await auditPage(admin)));
    await admin.goto('/quan-tri/nguoi-dung');
    await admin.locator('input[name=factor_role][value=leader]').check();
    await follow(admin.getByRole('button', { name: 'Lưu yêu cầu' }));
    faults.push(...(await auditPage(admin)));

    const page = await open();
    await page.goto('/can-bo');
    await page.getByLabel('Tên đăng nhập').fill(leader.name);
    await page.getByLabel('Mật khẩu').fill(PASSWORD);
    await follow(page.getByRole('button', { name: 'Đăng nhập' }));
    faults.push(...(await auditPage(page)));
    const secret = await secretOn(page);
    await typeCode(page, '000000', 'Bật xác thực hai bước');
    expect(await page.locator('[role=alert]').textContent()).toContain('Mã không đúng');
    faults.push(...(await auditPage(page)));
    await typeCode(page, codeAt(secret, new Date(START)), 'Bật xác thực hai bước');
    await follow(page.getByRole('link', { name: 'Đã cất, tiếp tục' }));
    expect(new URL(page.url()).pathname).toBe('/can-bo');

    const later = new Date(Date.parse(START) + 60_000);
    testApp.setTime(later.toISOString());
    await follow(page.getByRole('button', { name: 'Đăng xuất' }).first());
    await page.getByLabel('Tên đăng nhập').fill(leader.name);
    await page.getByLabel('Mật khẩu').fill(PASSWORD);
    await follow(page.getByRole('button', { name: 'Đăng nhập' }));
    faults.push(...(await auditPage(page)));
    await typeCode(page, codeAt(secret, later), 'Tiếp tục');
    expect(new URL(page.url()).pathname).toBe('/lanh-dao');
    expect(faults).toEqual([]);
  }, 60_000);
});

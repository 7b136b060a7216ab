import { Hono } from 'hono';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HttpEnvironment } from '../../server/http/environment.ts';
import { type Listening, listen } from '../../server/http/listen.ts';
import { hasChromium, launchChromium } from '../helpers/chromium.ts';
import { addPerson, PASSWORD } from '../helpers/staff-client.ts';
import { createTestApp, START, type TestApp } from '../helpers/test-app.ts';

/** A polling request and its response. */
interface Asked {
  readonly status: number;
  readonly bytes: number;
}

describe.skipIf(!hasChromium())('an open view', () => {
  let browser: Browser;
  let testApp: TestApp;
  let server: Listening;
  let context: BrowserContext;
  let isDown = false;
  const asked: Asked[] = [];

  beforeAll(async () => {
    testApp = await createTestApp();
    const front = new Hono<HttpEnvironment>().all('*', async (c) => {
      if (isDown) return c.text('Bad gateway', 502);
      const response = await testApp.app.fetch(c.req.raw, c.env);
      if (c.req.header('Hailong-Refresh') !== undefined) {
        const bytes = (await response.clone().arrayBuffer()).byteLength;
        asked.push({ status: response.status, bytes });
      }
      return response;
    });
    server = await listen(() => front, '127.0.0.1', 0);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  beforeEach(async () => {
    isDown = false;
    asked.length = 0;
    context = await browser.newContext({
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
      baseURL: `http://127.0.0.1:${server.port}`,
    });
    return () => context.close();
  });

  /** Opens the leader's page with a fake clock, which the test advances. */
  async function openLeader(): Promise<Page> {
    const { name } = await addPerson(testApp, { role: 'leader' });
    const page = await context.newPage();
    await page.clock.install({ time: START });
    await page.goto('/dang-nhap');
    await page.getByLabel('Tên đăng nhập').fill(name);
    await page.getByLabel('Mật khẩu').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/lanh-dao');
    return page;
  }
  const now = performance.now.bind(performance);
  let elapsed = 0;
  /** Stores ballots, and advances the clock until stored public results are recomputed. */
  const send = async (n: number) => {
    await testApp.storeMany(Array.from({ length: n }, () => ({ overall: 5, channel: 'poster' }) as const));
    elapsed += 10_000;
    vi.spyOn(performance, 'now').mockImplementation(() => now() + elapsed);
  };
  const nextTurn = async (page: Page, minutes = 1) => {
    const answer = page.waitForResponse((response) => response.request().resourceType() === 'fetch');
    await page.clock.fastForward(minutes * 60_000);
    await (await answer).finished();
  };
  const seenAt = async () =>
    (await testApp.context.db.selectFrom('sessions').select('seen_at').execute()).map(
      ({ seen_at }) => seen_at,
    );

  it('replaces changed figures without a reload, and says so', async () => {
    const page = await openLeader();
    await page.evaluate(() => {
      document.title = 'still the same page';
      for (const fold of document.querySelectorAll('main details')) (fold as HTMLDetailsElement).open = true;
    });
    const folds = await page.locator('main details').count();
    await nextTurn(page);
    expect(await page.locator('#fresh').textContent()).toBe('');
    await send(10);
    await nextTurn(page);
    await page.locator('.account', { hasText: 'Đã nhận 10 = 10 chờ' }).waitFor();
    expect(await page.locator('#fresh').textContent()).toBe('Số liệu vừa được cập nhật lúc 08:02.');
    expect(await page.title()).toBe('still the same page');
    expect(await page.locator('main details[open]').count()).toBeGreaterThanOrEqual(folds);
  });

  it('asks conditionally: where nothing is new, the answer is a 304 without a body', async () => {
    const page = await openLeader();
    await nextTurn(page);
    await nextTurn(page);
    expect(asked).toEqual([
      { status: 304, bytes: 0 },
      { status: 304, bytes: 0 },
    ]);
  });

  it('does not replace content while somebody chooses a period', async () => {
    const page = await context.newPage();
    await page.clock.install({ time: START });
    await page.goto('/ket-qua');
    await page.getByLabel('Kỳ', { exact: true }).focus();
    await send(5);
    await nextTurn(page, 5);
    await page.getByText('Đã có số liệu mới. Tải lại trang để xem.').waitFor();
    expect(
      await page.getByLabel('Kỳ', { exact: true }).evaluate((field) => field === document.activeElement),
    ).toBe(true);
    await page.locator('h1').click();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await nextTurn(page, 5);
    await page.getByText('Số liệu vừa được cập nhật lúc 08:10.').waitFor();
  });

  it('says of when its figures are while the server is away, and asks less and less often', async () => {
    const page = await openLeader();
    await nextTurn(page);
    isDown = true;
    await nextTurn(page);
    await page.getByText('Số liệu trên trang là của lúc 08:01.').waitFor();
    isDown = false;
    await page.clock.fastForward(60_000);
    expect(asked).toHaveLength(1);
    await nextTurn(page);
    await page.waitForFunction(() => document.getElementById('fresh')?.textContent === '');
    expect(asked).toHaveLength(2);
  });

  it('polling does not keep an abandoned session alive, and says that it is signed out', async () => {
    const page = await openLeader();
    const before = await seenAt();
    testApp.setTime('2024-01-29T15:59:00+07:00');
    await nextTurn(page);
    expect(await seenAt()).toEqual(before);
    testApp.setTime('2024-01-29T16:01:00+07:00');
    await nextTurn(page);
    await page.getByText('Đã hết phiên đăng nhập.').waitFor();
    const { length } = asked;
    await page.clock.fastForward(3_600_000);
    expect(asked).toHaveLength(length);
    testApp.setTime(START);
  });

  it('asks every five minutes on the public page, and not while nobody looks', async () => {
    const page = await context.newPage();
    await page.clock.install({ time: START });
    await page.goto('/ket-qua?lang=en');
    await page.clock.fastForward(4 * 60_000);
    expect(asked).toHaveLength(0);
    await send(5);
    await nextTurn(page);
    await page.getByText('The figures were updated at 08:05.').waitFor();
    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { configurable: true, value: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await page.clock.fastForward(3_600_000);
    expect(asked).toHaveLength(1);
    const answer = page.waitForResponse((response) => response.request().resourceType() === 'fetch');
    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { configurable: true, value: false });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await page.clock.fastForward(1);
    await answer;
    expect(asked).toHaveLength(2);
  });
});

import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Listening, listen } from '../../server/http/listen.ts';
import { CHROMIUM_ARGS, findChromium, hasChromium } from '../helpers/chromium.ts';
import { follow, signInOn } from '../helpers/page-steps.ts';
import { addPerson } from '../helpers/staff-client.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

const OFFICE_NAME = 'van-phong.test';
const VIEWS = ['/lanh-dao', '/can-bo', '/can-bo/gop-y', '/tai-khoan', '/lanh-dao/viec-da-sua'];

describe.skipIf(!hasChromium())('"Back" after signing out', () => {
  let browser: Browser;
  let testApp: TestApp;
  let server: Listening;

  beforeAll(async () => {
    testApp = await createTestApp({
      environment: { ALLOW_HTTP: 'on', PUBLIC_URL: `http://${OFFICE_NAME}` },
    });
    await addPerson(testApp, { role: 'leader', name: 'lanh-dao' });
    server = await listen(() => testApp.app, '127.0.0.1', 0);
    browser = await chromium.launch({
      executablePath: findChromium() ?? '',
      args: [...CHROMIUM_ARGS, `--host-resolver-rules=MAP ${OFFICE_NAME} 127.0.0.1`],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  // Over plain http browsers obey `Clear-Site-Data` only from hosts on the same machine.
  it.each(['127.0.0.1', OFFICE_NAME])(
    'shows the sign-in page instead of what was read at %s',
    async (host) => {
      const context = await browser.newContext({
        baseURL: `http://${host}:${server.port}`,
        locale: 'vi-VN',
        viewport: { width: 1280, height: 800 },
      });
      const page = await context.newPage();
      await signInOn(page, 'lanh-dao');
      for (const path of VIEWS) {
        const response = await page.goto(path);
        expect(response?.status(), path).toBe(200);
      }
      await page.goBack();
      expect(page.url()).toContain(VIEWS.at(-2));
      await page.goForward();
      await follow(page.locator('.nav-wide form[action="/dang-xuat"] button'));
      for (const path of VIEWS.toReversed()) {
        await page.goBack();
        expect(new URL(page.url()).pathname, path).toBe('/dang-nhap');
        expect(await page.locator('.nav-wide').count(), path).toBe(0);
      }
      await context.close();
    },
  );
});

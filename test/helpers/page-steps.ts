import type { Locator, Page } from 'playwright-core';
import { PASSWORD } from './staff-client.ts';

/**
 * Waits until the act has loaded a new document, even of the same URL: after a click alone a test might still
 * read the old page.
 */
export async function goOn(page: Page, act: () => Promise<unknown>): Promise<void> {
  await page.waitForLoadState('load');
  await Promise.all([page.waitForEvent('load'), act()]);
}

export const follow = (target: Locator): Promise<void> => goOn(target.page(), () => target.click());

export const enter = (page: Page): Promise<void> => goOn(page, () => page.keyboard.press('Enter'));

/** Signs a person in by keyboard. Ends on the path `next`, or on the first page of the person's role. */
export async function signInOn(page: Page, name: string, password = PASSWORD, next?: string): Promise<void> {
  await page.goto(next === undefined ? '/dang-nhap' : `/dang-nhap?tiep=${next}`);
  await page.getByLabel('Tên đăng nhập').fill(name);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await enter(page);
  if (new URL(page.url()).pathname === '/dang-nhap') throw new Error(`${name} was not let in`);
}

import type { Locator, Page } from 'playwright-core';
import { PASSWORD } from './staff-client.ts';

/**
 * Does what leads to another page, or to the same one anew, and waits until that one stands. A click alone
 * returns while the old page is still there, so that whatever is read next may be read from it.
 */
export async function goOn(page: Page, act: () => Promise<unknown>): Promise<void> {
  await page.waitForLoadState('load');
  await Promise.all([page.waitForEvent('load'), act()]);
}

/** Clicks on what leads to another page. */
export const follow = (target: Locator): Promise<void> => goOn(target.page(), () => target.click());

/** Sends the form in which the keyboard is, or follows the link. */
export const enter = (page: Page): Promise<void> => goOn(page, () => page.keyboard.press('Enter'));

/** Signs a person in by keyboard; the page then is the one that `next` names, or where their role begins. */
export async function signInOn(page: Page, name: string, password = PASSWORD, next?: string): Promise<void> {
  await page.goto(next === undefined ? '/dang-nhap' : `/dang-nhap?tiep=${next}`);
  await page.getByLabel('Tên đăng nhập').fill(name);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await enter(page);
  if (new URL(page.url()).pathname === '/dang-nhap') throw new Error(`${name} was not let in`);
}

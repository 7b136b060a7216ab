import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Listening, listen } from '../../server/http/listen.ts';
import { hasChromium, launchChromium } from '../helpers/chromium.ts';
import { BROKEN_EXPORTS, GOOD_EXPORTS } from '../helpers/one-stop-exports.ts';
import { auditPage } from '../helpers/page-audit.ts';
import { enter, follow, signInOn } from '../helpers/page-steps.ts';
import { addPerson, PASSWORD } from '../helpers/staff-client.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

describe.skipIf(!hasChromium())('transactions in a browser', () => {
  let browser: Browser;
  let testApp: TestApp;
  let server: Listening;

  beforeAll(async () => {
    testApp = await createTestApp();
    testApp.setTime('2024-02-05T16:00:00+07:00');
    server = await listen(() => testApp.app, '127.0.0.1', 0);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function signIn(role: 'staff' | 'leader', options: object = {}): Promise<Page> {
    const { name } = await addPerson(testApp, { role });
    const context: BrowserContext = await browser.newContext({
      locale: 'vi-VN',
      baseURL: `http://127.0.0.1:${server.port}`,
      ...options,
    });
    const page = await context.newPage();
    await signInOn(page, name, PASSWORD, '/can-bo/giao-dich');
    expect(new URL(page.url()).pathname).toBe('/can-bo/giao-dich');
    return page;
  }

  const choose = async (page: Page, bytes: Uint8Array) => {
    await page.goto('/can-bo/giao-dich');
    await page.getByLabel('Tệp', { exact: true }).setInputFiles({
      name: 'xuat.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(bytes),
    });
    await follow(page.getByRole('button', { name: 'Đọc tệp' }));
    await page.waitForSelector('h1:has-text("Đọc tệp")');
  };

  it('every state of the pages keeps to WCAG, fits a phone and can be tapped', async () => {
    const faults: string[] = [];
    const look = async (page: Page) => faults.push(...(await auditPage(page)));
    const page = await signIn('staff', { bypassCSP: true });
    await look(page);
    await follow(page.getByRole('link', { name: 'Tuần trước' }));
    await look(page);
    await follow(page.getByRole('link', { name: /^Nhập theo từng quầy/ }));
    await page.waitForURL('**tuan=2024-W05**');
    await page
      .getByRole('textbox', { name: /29\/01\/2024/ })
      .first()
      .fill('mười');
    await follow(page.getByRole('button', { name: 'Lưu các số của tuần này' }));
    await page.waitForSelector('[role=alert]');
    await look(page);
    await page
      .getByRole('textbox', { name: /29\/01\/2024/ })
      .first()
      .fill('10');
    await follow(page.getByRole('button', { name: 'Lưu các số của tuần này' }));
    await page.waitForSelector('text=Đã lưu 1 số.');
    await page
      .getByRole('textbox', { name: /29\/01\/2024/ })
      .first()
      .fill('12');
    await enter(page);
    await page.getByRole('heading', { name: 'Những số đã sửa' }).click();
    await page.waitForSelector('text=10 → 12');
    await page.getByRole('heading', { name: 'Một số cho cả tuần hoặc cả tháng' }).click();
    await page.getByLabel('Tuần hoặc tháng').selectOption('2024-W05');
    await page.getByLabel('Của', { exact: true }).selectOption({ index: 2 });
    await page.getByLabel('Số lượt giao dịch').fill('60');
    await follow(page.getByRole('button', { name: 'Lưu số này' }));
    await page.waitForSelector('text=Các số của nhiều ngày đã nhập');
    await look(page);
    await follow(page.getByRole('button', { name: 'Bỏ…' }));
    await page.waitForSelector('h1:has-text("Xác nhận")');
    await look(page);
    await follow(page.getByRole('button', { name: 'Bỏ số này' }));
    await page.getByRole('heading', { name: 'Những số đã sửa' }).click();
    await page.waitForSelector('text=60 → bỏ');

    await choose(page, BROKEN_EXPORTS.find(({ name }) => name === 'an old Excel file')!.bytes);
    await page.waitForSelector('[role=alert]');
    await look(page);
    // Three states of the page: nothing chosen, unreadable rows, unknown counter names.
    await choose(page, BROKEN_EXPORTS.find(({ name }) => name === 'days without numbers')!.bytes);
    await follow(page.getByRole('button', { name: 'Xem số theo ngày' }));
    await page.waitForSelector('[role=alert]');
    await look(page);
    await choose(page, BROKEN_EXPORTS.find(({ name }) => name === 'a number without a day')!.bytes);
    await follow(page.getByRole('button', { name: 'Xem số theo ngày' }));
    await page.waitForSelector('.bad');
    await look(page);
    // A state whose meaning is unknown, and a row of another shape than the rest.
    const doubtful =
      '1;H1;29/01/2024;Đã trả\n2;H2;30/01/2024;Đã rút\n3;H3;30/01/2024;Đã trả\n;H4;30/01/2024;Đã trả\n';
    await choose(page, new TextEncoder().encode(`STT;Mã hồ sơ;Ngày trả;Trạng thái\n${doubtful}`));
    await follow(page.getByRole('button', { name: 'Xem số theo ngày' }));
    await page.waitForSelector('text=Các tình trạng sau có tính không?');
    await page.getByLabel(/Vẫn tính|khác các dòng khác/).waitFor();
    await look(page);
    await choose(page, GOOD_EXPORTS.find(({ name }) => name.includes('a field that is no counter'))!.bytes);
    await look(page);
    await page.getByRole('radio', { name: /Có, theo cột Lĩnh vực/ }).check();
    await follow(page.getByRole('button', { name: 'Xem số theo ngày' }));
    await page.waitForSelector('text=Tên trong tệp là quầy nào?');
    await follow(page.getByRole('button', { name: 'Xem số với các quầy đã chọn' }));
    await page.waitForSelector('.fault');
    await look(page);
    for (const select of await page.locator('form.card select').all())
      await select.selectOption({ index: 3 });
    await follow(page.getByRole('button', { name: 'Xem số với các quầy đã chọn' }));
    await page.getByRole('button', { name: /^Lưu \d+ lượt$/ }).waitFor();
    await look(page);
    await follow(page.getByRole('button', { name: /^Lưu \d+ lượt$/ }));
    await page.waitForSelector('.done');
    await look(page);

    const leader = await signIn('leader', { bypassCSP: true });
    await look(leader);
    await leader.goto('/lanh-dao?ky=2024-W05');
    await leader.locator('summary', { hasText: 'Đáng tin đến mức nào' }).click();
    await leader.getByRole('link', { name: 'Mở trang Lượt giao dịch' }).waitFor();
    await look(leader);
    expect(faults).toEqual([]);
  }, 120_000);

  it('work without script', async () => {
    const page = await signIn('staff', { javaScriptEnabled: false });
    await page.goto('/can-bo/giao-dich?tuan=2024-W05&theo=quay');
    await page.getByRole('checkbox').first().check();
    await follow(page.getByRole('button', { name: 'Ghi 0 lượt' }));
    expect(await page.locator('.done').textContent()).toContain('Đã lưu');
    await choose(page, GOOD_EXPORTS[2]!.bytes);
    await follow(page.getByRole('button', { name: 'Xem số theo ngày' }));
    expect(await page.locator('main').textContent()).toContain('Mỗi dòng một số ở cột');
  });

  it('reads a month of 15 000 dossiers after two questions, and the next month without any', async () => {
    // In the other tests the office's first day is after this month.
    await testApp.context.db.updateTable('units').set({ opened_on: '2024-01-01' }).execute();
    const page = await signIn('staff');
    await choose(page, monthOfDossiers('2024-01', 15_000));
    await page.getByRole('radio', { name: /Ngày trả cho dân/ }).check();
    await page.getByRole('radio', { name: 'Không, tính toàn đơn vị' }).check();
    const asked = page.getByRole('button', { name: 'Xem số theo ngày' });
    // While the file is read, the form says so and cannot be submitted twice.
    await page.evaluate(() => {
      addEventListener('pagehide', () => {
        const form = document.querySelector('form[aria-busy="true"]');
        sessionStorage.setItem('busy', form === null ? 'no' : 'yes');
      });
    });
    await follow(asked);
    await page.waitForSelector('text=Sẽ lưu');
    expect(await page.evaluate(() => sessionStorage.getItem('busy'))).toBe('yes');
    const sum = (await page.locator('.say').textContent()) ?? '';
    expect(sum).toMatch(/15\.000 dòng = [\d.]+ lượt sẽ lưu \+ [\d.]+ dòng không tính/);
    const [, saved = '', left = ''] = /= ([\d.]+) lượt sẽ lưu \+ ([\d.]+)/.exec(sum) ?? [];
    const number = (text: string) => Number(text.replaceAll('.', ''));
    expect(number(saved) + number(left)).toBe(15_000);
    await follow(page.getByRole('button', { name: /^Lưu [\d.]+ lượt$/ }));
    await page.waitForSelector('.done');
    expect(await page.locator('.done').textContent()).toContain(`Đã lưu ${saved} lượt`);

    await choose(page, monthOfDossiers('2024-01', 200));
    await page.waitForSelector('text=Đọc như lần trước');
    await page.getByRole('button', { name: /^Lưu [\d.]+ lượt$/ }).waitFor();
  }, 120_000);
});

/** A month's list of dossiers, with a column of promised days that could be mistaken for the days of return. */
function monthOfDossiers(month: string, count: number): Uint8Array {
  const day = (n: number) => `${String(n).padStart(2, '0')}/${month.slice(5)}/${month.slice(0, 4)}`;
  const rows = Array.from({ length: count }, (_, n) => {
    const received = (n % 23) + 1;
    const returned = n % 11 === 0 ? '' : day(received + 2);
    return `${n + 1};${month}-${n};Lĩnh vực ${n % 9};${day(received)};${day(received + 5)};${returned}`;
  });
  const heading = 'STT;Mã hồ sơ;Lĩnh vực;Ngày tiếp nhận;Ngày trả theo phiếu;Ngày trả cho dân';
  return new TextEncoder().encode(`${heading}\n${rows.join('\n')}\n`);
}

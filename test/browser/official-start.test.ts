import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, launchChromium } from '../helpers/chromium.ts';
import { follow } from '../helpers/page-steps.ts';
import { runProgram, type ServerProcess, startServer } from '../helpers/server-process.ts';
import { makeFolder } from '../helpers/temporary-folder.ts';

// An office in a browser, from its first start through the trial to the first official ballot.

const MARKER = 'ghi chú của lần chạy thử';
const PASSWORDS = { administrator: 'cầu khỉ qua mương nhỏ', leader: 'mưa rào đầu tháng sáu' };

describe.skipIf(!hasChromium())('an office that tries first', () => {
  const settings = { DATA_DIR: makeFolder('trial') };
  const copy = join(makeFolder('copy'), 'trial-copy.sqlite');
  let server: ServerProcess;
  let browser: Browser;
  let admin: Page;
  /** Forms opened during the trial and submitted after it. */
  let waiting: Page;
  let slip: Page;

  const at = (path: string) => `http://localhost:${server.port}${path}`;
  const survey = () => at(`/k/${server.counterCodes[0]}`);
  const press = (page: Page, name: string) => follow(page.getByRole('button', { name, exact: true }));
  const textOf = async (page: Page) => (await page.locator('body').innerText()).replace(/\s+/g, ' ');
  const openPage = async () => (await browser.newContext({ locale: 'vi-VN' })).newPage();
  const received = async () => {
    const results = (await (await fetch(at('/ket-qua.json'))).json()) as { received_total: number };
    return results.received_total;
  };
  const answer = (page: Page, level: number) => page.locator(`[id="q.overall-${level}"]`).check();
  async function setPassword(page: Page, address: string, fields: Readonly<Record<string, string>>) {
    await page.goto(address);
    await page.waitForURL('**/dang-nhap/ma');
    for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
    await press(page, 'Lưu và đăng nhập');
  }

  beforeAll(async () => {
    server = await startServer(settings);
    browser = await launchChromium();
    admin = await openPage();
    await setPassword(admin, readFileSync(server.firstAdministratorFile ?? '', 'utf8').trim(), {
      'Họ và tên': 'Người quản trị',
      'Tên đăng nhập': 'quan-tri',
      'Mật khẩu mới': PASSWORDS.administrator,
    });
    await admin.getByRole('radio', { name: 'đặc khu' }).check();
    await admin.getByLabel('Tên đơn vị').fill('UBND đặc khu Cát Hải');
    await press(admin, 'Lưu');
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('shows the ballots of the trial at once, on pages that say what they are', async () => {
    const citizen = await openPage();
    await citizen.goto(survey());
    expect(await textOf(citizen)).toContain('CHẠY THỬ');
    await answer(citizen, 1);
    await citizen.locator('textarea[name="comment"]').evaluate((area, text) => {
      (area as HTMLTextAreaElement).value = text;
    }, MARKER);
    await follow(citizen.locator('#send'));
    expect(await textOf(citizen)).toContain('CHẠY THỬ');
    expect(await received()).toBe(1);
    await citizen.goto(at('/ket-qua'));
    expect(await textOf(citizen)).toMatch(/Đã nhận 1 = 1 tính/);

    waiting = await openPage();
    await waiting.goto(survey());
    await answer(waiting, 2);
    await admin.goto(at('/can-bo/ma-qr/phieu'));
    await admin.locator('select[name="counter"]').selectOption({ index: 1 });
    await admin.locator('input[name="sheets"]').fill('1');
    await follow(admin.locator('form:has(input[name="sheets"]) button[type="submit"]'));
    const code = await admin.locator('.slip-code').first().innerText();
    slip = await openPage();
    await slip.goto(at(`/p/${code}`));
    await answer(slip, 2);
    expect(await runProgram('cli/hailong', ['backup', copy], settings)).toMatchObject({ code: 0 });
  });

  it('is not allowed to start while three things are missing', async () => {
    await admin.goto(at('/quan-tri/bat-dau'));
    await press(admin, 'Chỉ dùng trong mạng nội bộ');
    expect(await textOf(admin)).toContain('Còn thiếu 3 điều kiện');
    expect(await admin.getByRole('button', { name: 'Xóa và bắt đầu chính thức' }).count()).toBe(0);
  });

  it('starts when they are there, and keeps nothing of the trial', async () => {
    await admin.goto(at('/quan-tri/thiet-lap'));
    await admin.getByLabel('Số điện thoại liên hệ').fill('0225 000 000');
    await admin.getByLabel('Tên, số và ngày của văn bản').fill('Kế hoạch số 12/KH-UBND');
    await press(admin, 'Lưu');
    await admin.goto(at('/quan-tri/nguoi-dung'));
    await admin.getByLabel('Họ và tên').fill('Chủ tịch');
    await admin.getByLabel('Tên đăng nhập').fill('chu-tich');
    await admin.locator('input[name=role][value=leader]').check();
    await press(admin, 'Thêm và lấy địa chỉ');
    const leader = await openPage();
    const address = (await admin.locator('.address').innerText()).trim();
    await setPassword(leader, address, { 'Mật khẩu mới': PASSWORDS.leader });

    await admin.goto(at('/quan-tri/bat-dau'));
    await admin.getByLabel('Gõ số phiếu sẽ xóa để xác nhận').fill('1');
    await press(admin, 'Xóa và bắt đầu chính thức');
    expect(await textOf(admin)).toContain('Đơn vị đã bắt đầu chính thức');

    const holders = readdirSync(settings.DATA_DIR, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => readFileSync(file).includes(Buffer.from(MARKER.normalize('NFC'))));
    expect(holders).toEqual([]);
    for (const path of [
      '/ket-qua',
      '/lanh-dao',
      '/can-bo',
      '/can-bo/gop-y',
      '/ket-qua.json',
      '/lanh-dao/so-lieu.csv',
    ]) {
      const shown = await (await leader.request.get(at(path))).text();
      expect(shown, path).not.toContain(MARKER);
      expect(shown, path).not.toContain('CHẠY THỬ');
    }
    expect(await received()).toBe(0);
  });

  it('thanks a waiting phone and a slip of the trial, and stores nothing', async () => {
    for (const page of [waiting, slip]) {
      await follow(page.locator('#send'));
      expect(new URL(page.url()).pathname).toBe('/cam-on');
    }
    expect(await received()).toBe(0);
  });

  it('refuses the copy of the trial, and takes the first official ballot', async () => {
    await server.stop();
    const restored = await runProgram('cli/hailong', ['restore', copy], settings);
    expect(restored.code).not.toBe(0);
    server = await startServer(settings);
    const citizen = await openPage();
    await citizen.goto(survey());
    expect(await textOf(citizen)).not.toContain('CHẠY THỬ');
    await answer(citizen, 5);
    await follow(citizen.locator('#send'));
    expect(await received()).toBe(1);
    const { report } = (await (await fetch(at('/ket-qua.json'))).json()) as {
      report: { trial_record: object };
    };
    expect(report.trial_record).toMatchObject({ erased: 1 });
  });
});

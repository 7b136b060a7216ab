import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Listening, listen } from '../../server/http/listen.ts';
import { makePhoneLink } from '../../server/staff/make-link.ts';
import type { Role } from '../../server/staff/role.ts';
import { hasChromium, launchChromium } from '../helpers/chromium.ts';
import { ballotsOf, endDay, fillDay } from '../helpers/comment-days.ts';
import { auditPage } from '../helpers/page-audit.ts';
import { findKeyboardFaults } from '../helpers/page-keyboard.ts';
import { addPerson, openBrowser, PASSWORD, signInAs, type TestBrowser } from '../helpers/staff-client.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

type Fields = Readonly<Record<string, string>>;
/** A page's path, with form fields to submit there; `{name}` is a placeholder for an id created earlier. */
type State = readonly [path: string, fields?: Fields];

/** The longest allowed name, with words that cannot be broken. */
const LONG_NAME =
  'Quầy 6: Lao động – thương binh – xã hội/người-có-công/bảo-trợ-xã-hội/bảo-hiểm-y-tế, việc làm, trẻ em và bình đẳng';
const LONG_SURVEY = { survey: 'mot-cua-day-du/1', counter: 'all' };

const ADMINISTRATOR: readonly State[] = [
  ['/quan-tri'],
  ['/quan-tri/don-vi?xong=1'],
  ['/quan-tri/don-vi', { contact_phone: 'gọi bác bảo vệ', official_code: 'mã' }],
  ['/quan-tri/quay'],
  ['/quan-tri/quay', { name: LONG_NAME }],
  ['/quan-tri/quay/{open}?xong=1'],
  ['/quan-tri/quay/{closed}'],
  ['/quan-tri/quay/{merged}'],
  ['/quan-tri/quay/{open}/thong-tin', { name: '', field: 'x' }],
  ['/quan-tri/quay/{open}/dong', { successor: '{closed}' }],
  ['/quan-tri/quay/{open}/dong', { successor: '{long}' }],
  ['/quan-tri/quay/{open}/gop', { into: '' }],
  ['/quan-tri/quay/{open}/gop', { into: '{long}' }],
  ['/quan-tri/gio-mo-cua?xong=1'],
  ['/quan-tri/gio-mo-cua?tu=2024-03-01'],
  ['/quan-tri/gio-mo-cua', { '1.morning.from': '7h', '1.morning.to': '6h', days_off: 'Tết', since: 'mai' }],
  ['/quan-tri/muc-tieu'],
  ['/quan-tri/muc-tieu', { setting: 'target_percent', value: '120', since: 'mai' }],
  ['/quan-tri/muc-tieu', { setting: 'minimum_n', value: '50', since: '01/03/2024' }],
  ['/quan-tri/muc-tieu/rut', { setting: 'target_percent', since: '2024-03-01' }],
  ['/quan-tri/sipas?xong=1'],
  ['/quan-tri/sipas', { setting: 'sipas', period: '23', percent: 'tám mươi', source: LONG_NAME }],
  ['/quan-tri/phieu'],
  ['/quan-tri/phieu', {}],
  ['/quan-tri/phieu', { ...LONG_SURVEY, since: '02/03/2024' }],
  ['/quan-tri/phieu/rut', { survey: 'mot-cua-day-du/1', since: '2024-03-01' }],
  ['/quan-tri/phieu/xem?phieu=mot-cua-day-du/1'],
  ['/quan-tri/quy-tac'],
  ['/quan-tri/quy-tac/foreign-form'],
  ['/quan-tri/quy-tac/repeat-device'],
  ['/quan-tri/quy-tac/burst', { state: '', threshold: 'x' }],
  ['/quan-tri/quy-tac/burst', { state: 'on', threshold: '3' }],
  ['/quan-tri/khoa-api'],
  ['/quan-tri/khoa-api', { expires: 'mai' }],
  ['/quan-tri/khoa-api', { name: LONG_NAME.slice(0, 60) }],
  ['/quan-tri/khoa-api/{key}/thu-hoi', {}],
  ['/quan-tri/luu-giu'],
  ['/quan-tri/luu-giu', {}],
  ['/quan-tri/luu-giu', { months: '6' }],
  ['/quan-tri/nhat-ky'],
  ['/quan-tri/truy-cap'],
  ['/quan-tri/truy-cap?loai=uploaded'],
  ['/quan-tri/nguoi-dung'],
  ['/quan-tri/nguoi-dung', { all_counters: 'no' }],
  ['/quan-tri/nguoi-dung', { full_name: 'Người mới', name: 'nguoi-moi', role: 'staff' }],
  ['/quan-tri/nguoi-dung/{leader}'],
  ['/quan-tri/nguoi-dung/{disabled}'],
  ['/quan-tri/nguoi-dung/{leader}/vai-tro', { all_counters: 'no', role: 'staff' }],
  ['/quan-tri/nguoi-dung/{leader}/duong-dan', {}],
  ['/quan-tri/nguoi-dung/{leader}/duong-dan', { confirm: 'yes' }],
  ['/quan-tri/nguoi-dung/hai-buoc', { factor_role: 'administrator' }],
  ['/quan-tri/nguoi-dung/{leader}/khoa', {}],
  ['/quan-tri/nguoi-dung/{leader}/dang-xuat', {}],
  ['/quan-tri/nguoi-dung/{leader}/dien-thoai', {}],
  ['/tai-khoan'],
  ['/tai-khoan/mat-khau', {}],
  ['/tai-khoan/dang-xuat', {}],
  ['/tai-khoan/hai-buoc'],
  ['/tai-khoan/hai-buoc', {}],
  ['/tai-khoan/hai-buoc', { act: 'on', current: PASSWORD }],
  ['/tai-khoan/hai-buoc/ma', { code: '000000' }],
  ['/can-bo/ma-qr'],
];
const STAFF: readonly State[] = [
  ['/can-bo'],
  ['/can-bo/giao-dich?tuan=2024-W05&theo=quay'],
  ['/can-bo/giao-dich?tuan=2024-W06&theo=ca-don-vi'],
  ['/can-bo/giao-dich/ngay', { tuan: '2024-W05', theo: 'ca-don-vi', seen: '1', 'n.2024-01-29.all': 'mười' }],
  ['/can-bo/giao-dich/tong', { ky: 'x', quay: 'x', n: 'x' }],
  ['/can-bo/giao-dich/khong', {}],
  ['/can-bo/giao-dich/bo/2024-02-05_2024-02-11_all', {}],
  ['/can-bo/gop-y'],
  ['/can-bo/ma-qr'],
  ['/tai-khoan'],
];
const SUPERVISOR: readonly State[] = [
  ['/lanh-dao'],
  ['/quan-tri/don-vi'],
  ['/quan-tri/quay/{closed}'],
  ['/quan-tri/quy-tac/burst'],
  ['/quan-tri/nguoi-dung/{leader}'],
  ['/can-bo/gop-y'],
];
const LEADER: readonly State[] = [
  ['/lanh-dao?ky=2024-W05'],
  ['/can-bo'],
  ['/can-bo?tuan=2024-W05&quay={closed}'],
  ['/can-bo/gop-y'],
  ['/can-bo/gop-y?trang-thai=da-xu-ly'],
  ['/can-bo/gop-y?tim=khong+co+gi'],
  ['/can-bo/gop-y', {}],
  ['/can-bo/giao-dich?tuan=2024-W05'],
  ['/lanh-dao/niem-phong'],
  ['/tai-khoan'],
];
const NOBODY: readonly State[] = [
  ['/'],
  ['/k/{closed}'],
  ['/k/{merged}?lang=en'],
  ['/ket-qua?ky=2024-W05'],
  ['/ket-qua?lang=en'],
  ['/rieng-tu'],
  ['/dang-nhap'],
  ['/dang-nhap', { name: '', password: '' }],
  ['/dang-nhap/ma'],
  ['/dang-nhap/ma', { code: 'x' }],
];

describe.skipIf(!hasChromium())('every state of the office’s pages', () => {
  let browser: Browser;
  let testApp: TestApp;
  let server: Listening;
  let origin: string;
  /** Values of the placeholders. */
  const made: Record<string, string> = {};

  beforeAll(async () => {
    testApp = await createTestApp();
    await fillOffice();
    server = await listen(() => testApp.app, '127.0.0.1', 0);
    origin = `http://127.0.0.1:${server.port}`;
    browser = await launchChromium();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  /** An office after two weeks of use, with one of everything that a page can show. */
  async function fillOffice(): Promise<void> {
    const [open, closed, merged] = testApp.counters.map(({ code }) => code) as [string, string, string];
    const comments = ['Ghế ngồi chờ còn thiếu', 'Cán bộ hướng dẫn rõ ràng', 'dài'.repeat(90)];
    await fillDay(testApp, '2024-01-29', [...ballotsOf(open, 40, comments), ...ballotsOf(closed, 12)]);
    await endDay(testApp, '2024-01-29');
    await endDay(testApp, '2024-02-11');
    testApp.setTime('2024-02-12T08:00:00+07:00');

    const admin = await signInAs(testApp, { role: 'administrator' });
    const change = async (path: string, fields: Fields) => {
      const { status } = await admin.post(path, { ...fields, confirm: 'yes' });
      expect([200, 303], path).toContain(status);
    };
    await change('/quan-tri/quay', { name: LONG_NAME, channel: 'poster', field: 'labour-social' });
    const { code } = await testApp.context.db
      .selectFrom('counters')
      .select('code')
      .where('name', '=', LONG_NAME)
      .executeTakeFirstOrThrow();
    await change(`/quan-tri/quay/${closed}/dong`, { successor: code });
    await change(`/quan-tri/quay/${merged}/gop`, { into: open });
    await change('/quan-tri/gio-mo-cua', {
      '1.morning.from': '7:30',
      '1.morning.to': '11:30',
      days_off: '30/04/2024 - 01/05/2024',
      since: '01/03/2024',
    });
    await change('/quan-tri/muc-tieu', { setting: 'target_percent', value: '85,5', since: '01/03/2024' });
    await change('/quan-tri/phieu', { ...LONG_SURVEY, since: '01/03/2024' });
    await change('/quan-tri/quy-tac/repeat-device', { state: 'on', threshold: '1' });
    await change('/quan-tri/khoa-api', { name: 'Sở Nội vụ và các cơ quan chuyên môn khác của tỉnh' });
    const key = await testApp.context.db.selectFrom('api_keys').select('id').executeTakeFirstOrThrow();

    const leader = await addPerson(testApp, { role: 'leader', name: 'chu-tich' });
    const disabled = await addPerson(testApp, { role: 'staff', is_active: false, counters: [open, closed] });
    const phone = openBrowser(testApp);
    await phone.post('/dang-nhap/dien-thoai', { code: await makePhoneLink(testApp.context, leader, leader) });
    const staff = await signInAs(testApp, { role: 'staff' });
    for (const n of ['240', '260'])
      await staff.post('/can-bo/giao-dich/tong', { ky: '2024-W05', quay: 'all', n });
    await staff.post('/can-bo/giao-dich/tong', { ky: '2024-W06', quay: 'all', n: '310' });
    await markOne(await signInAs(testApp, { role: 'leader' }));
    Object.assign(made, { open, closed, merged, long: code, key: key.id });
    Object.assign(made, { leader: leader.id, disabled: disabled.id });
  }

  async function markOne(reader: TestBrowser): Promise<void> {
    const html = await (await reader.get('/can-bo/gop-y')).text();
    const [, comment = ''] = /<li class="comment-card[^"]*" id="([^"]+)">/.exec(html) ?? [];
    expect((await reader.post('/can-bo/gop-y', { comment, state: 'da-xu-ly' })).status).toBe(303);
  }

  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => made[name] ?? `{${name}}`);

  async function openAs(role: Role | 'none'): Promise<Page> {
    // Bypasses the page's policy (CSP), which forbids the audit's script and the form of `goTo`.
    const context: BrowserContext = await browser.newContext({ locale: 'vi-VN', bypassCSP: true });
    if (role !== 'none') {
      const { cookies } = await signInAs(testApp, { role });
      await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: origin })));
    }
    return context.newPage();
  }

  /** Opens a page, or submits a form as the previous page would. */
  async function goTo(page: Page, [path, fields]: State): Promise<void> {
    if (fields === undefined) {
      const answer = await page.goto(origin + fill(path));
      expect(answer?.status(), path).toBe(200);
      return;
    }
    await page.goto(`${origin}/rieng-tu`);
    const [answer] = await Promise.all([
      page.waitForNavigation({ waitUntil: 'load' }),
      page.evaluate(
        ({ action, sent }) => {
          const form = document.createElement('form');
          form.method = 'post';
          form.action = action;
          for (const [name, value] of Object.entries(sent)) {
            const input = document.createElement('input');
            Object.assign(input, { type: 'hidden', name, value });
            form.append(input);
          }
          document.body.append(form);
          form.submit();
        },
        {
          action: origin + fill(path),
          sent: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, fill(value)])),
        },
      ),
    ]);
    // The response must be the page itself, with faults or a confirmation, and no redirect.
    expect([200, 422], path).toContain(answer?.status());
    expect(await answer?.request().redirectedFrom(), path).toBeNull();
  }

  it('lets a counter be added and closed by keyboard alone', async () => {
    const page = await openAs('administrator');
    const tabTo = async (selector: string) => {
      for (let press = 0; press < 60; press += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
      }
      throw new Error(`the tab key does not lead to ${selector}`);
    };
    await page.goto(`${origin}/quan-tri`);
    await tabTo('a[href="/quan-tri/quay"]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/quan-tri/quay');
    await tabTo('input[name="name"]');
    await page.keyboard.type('Quầy gõ bằng phím');
    await tabTo('select[name="field"]');
    await page.keyboard.press('ArrowDown');
    await tabTo('input[name="channel"]');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/quan-tri/quay/*');
    expect(await page.locator('h1').innerText()).toBe('Quầy gõ bằng phím');
    expect(await page.locator('select[name="field"]').inputValue()).not.toBe('');
    const added = new URL(page.url()).pathname;
    await tabTo(`form[action="${added}/dong"] button`);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Xác nhận' }).waitFor();
    await tabTo('main button');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Mở lại quầy' }).waitFor();
    const row = await testApp.context.db
      .selectFrom('counters')
      .select(['channel', 'is_open'])
      .where('name', '=', 'Quầy gõ bằng phím')
      .executeTakeFirst();
    expect(row).toEqual({ channel: 'poster', is_open: 0 });
  }, 60_000);

  it.each([
    ['administrator', ADMINISTRATOR],
    ['staff', STAFF],
    ['supervisor', SUPERVISOR],
    ['leader', LEADER],
    ['none', NOBODY],
  ] as const)(
    'of %s is without a fault, and can be walked through by keyboard',
    async (role, states) => {
      const page = await openAs(role);
      const faults: string[] = [];
      for (const state of states) {
        await goTo(page, state);
        faults.push(...(await auditPage(page)), ...(await findKeyboardFaults(page)));
      }
      expect(faults).toEqual([]);
    },
    240_000,
  );
});

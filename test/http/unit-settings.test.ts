import { describe, expect, it } from 'vitest';
import { closePeriods } from '../../server/reporting/close-periods.ts';
import { findClosedReport } from '../../server/reporting/closed-report.store.ts';
import { createApiClient } from '../helpers/api-client.ts';
import { finishDays } from '../helpers/finished-days.ts';
import { textOf } from '../helpers/page-facts.ts';
import { fieldValue } from '../helpers/page-form.ts';
import { signInAs, type TestBrowser } from '../helpers/staff-client.ts';
import { dumpTables } from '../helpers/table-dump.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

const UNIT = '/quan-tri/don-vi';
const HOURS = '/quan-tri/gio-mo-cua';
const FACTS = {
  kind: '',
  head_agency: '',
  places: '',
  area_code: '',
  procedures_receiver: '',
  name: 'UBND xã Đông Sơn',
  official_code: '',
  contact_phone: '',
  receiver: '',
};

async function pageText(browser: TestBrowser, path: string): Promise<string> {
  const response = await browser.get(path);
  expect(response.status, path).toBe(200);
  return textOf(await response.text());
}

const findUnit = (testApp: TestApp) =>
  testApp.context.db.selectFrom('units').selectAll().executeTakeFirstOrThrow();

/** Form fields of office hours from Monday to Friday. */
function hoursForm(change: Record<string, string> = {}): Record<string, string> {
  const fields: Record<string, string> = { since: '05/02/2024', days_off: '' };
  for (const weekday of [1, 2, 3, 4, 5]) {
    Object.assign(fields, {
      [`${weekday}.morning.from`]: '7:30',
      [`${weekday}.morning.to`]: '11:30',
      [`${weekday}.afternoon.from`]: '13:30',
      [`${weekday}.afternoon.to`]: '17:00',
    });
  }
  return { ...fields, ...change };
}

describe('the page of the unit', () => {
  it('changes its name in public, and code, phone and receiver in the log', async () => {
    const testApp = await createTestApp();
    const admin = await signInAs(testApp, { role: 'administrator' });
    const change = {
      name: 'UBND phường Đông Sơn',
      official_code: '000.00.15.H34',
      contact_phone: '0237 3123456',
      receiver: 'UBND tỉnh (Sở Nội vụ)',
    };
    const response = await admin.post(UNIT, change);
    expect(response.headers.get('location')).toBe(`${UNIT}?xong=1`);
    const page = await (await admin.get(`${UNIT}?xong=1`)).text();
    expect(textOf(page)).toContain('Đã lưu.');
    expect(textOf(page)).toContain('dong-son');
    for (const [field, value] of Object.entries(change)) expect(fieldValue(page, field)).toBe(value);
    expect(await findUnit(testApp)).toMatchObject({ code: 'dong-son', ...change });

    const survey = textOf(await (await testApp.get(`/k/${testApp.counters[0]!.code}`)).text());
    expect(survey).toContain('UBND phường Đông Sơn');
    expect(survey).toContain('0237 3123456');
    const results = textOf(await (await testApp.get('/ket-qua')).text());
    expect(results).toContain(
      'Ngày 29/01/2024: đơn vị đổi tên từ “UBND xã Đông Sơn” thành “UBND phường Đông Sơn”.',
    );
    expect(results).not.toContain('Sở Nội vụ');
    const log = await pageText(admin, '/quan-tri/nhat-ky');
    expect(log).toContain('Đổi mã định danh từ (để trống) thành 000.00.15.H34');
    expect(log).toContain('Đổi số điện thoại liên hệ từ (để trống) thành 0237 3123456');
    expect(log).toContain('Đổi nơi nhận báo cáo từ (để trống) thành UBND tỉnh (Sở Nội vụ)');

    await admin.post(UNIT, { ...change, contact_phone: '' });
    expect((await findUnit(testApp)).contact_phone).toBeNull();
    const again = await pageText(admin, '/quan-tri/nhat-ky');
    expect(again.match(/Đổi tên đơn vị/g)).toHaveLength(1);
    expect(again).toContain('thành (để trống)');
  });

  it('notes nothing where nothing changed', async () => {
    const testApp = await createTestApp();
    const admin = await signInAs(testApp, { role: 'administrator' });
    const before = await dumpTables(testApp.context.db);
    expect((await admin.post(UNIT, { ...FACTS, name: ` ${FACTS.name.normalize('NFD')} ` })).status).toBe(303);
    expect(await dumpTables(testApp.context.db)).toEqual(before);
  });

  it('reports all faults at once, keeps the input, and changes nothing', async () => {
    const testApp = await createTestApp();
    const admin = await signInAs(testApp, { role: 'administrator' });
    const before = await dumpTables(testApp.context.db);
    const typed = { name: '"><b>', official_code: 'mã', contact_phone: 'gọi <i>', receiver: '' };
    const response = await admin.post(UNIT, { ...typed, name: '' });
    expect(response.status).toBe(422);
    const html = await response.text();
    for (const sentence of ['Vui lòng điền tên đơn vị.', 'Mã định danh chỉ gồm', 'Số điện thoại chỉ gồm']) {
      expect(textOf(html).split(sentence).length - 1, sentence).toBe(2);
    }
    expect(html).toContain('value="gọi &lt;i');
    expect((await admin.post(UNIT, {})).status).toBe(422);
    expect(await dumpTables(testApp.context.db)).toEqual(before);
  });
});

describe('the page of the opening hours', () => {
  it('shows the default hours until others are set, and those in force afterwards', async () => {
    const testApp = await createTestApp();
    const admin = await signInAs(testApp, { role: 'administrator' });
    expect(await pageText(admin, HOURS)).toContain('Chưa khai lần nào');
    expect(fieldValue(await (await admin.get(HOURS)).text(), '1.morning.from')).toBe('07:30');

    const saturday = {
      '6.morning.from': '7h30',
      '6.morning.to': '11h',
      days_off: '08/02/2024 - 14/02/2024\n02/09/2024',
    };
    const response = await admin.post(HOURS, hoursForm(saturday));
    expect(response.headers.get('location')).toBe(`${HOURS}?xong=1`);
    const today = await (await admin.get(HOURS)).text();
    expect(fieldValue(today, '6.morning.from')).toBe('');
    expect(today).toContain(`href="${HOURS}?tu=2024-02-05"`);
    const coming = await (await admin.get(`${HOURS}?tu=2024-02-05`)).text();
    expect(fieldValue(coming, '6.morning.to')).toBe('11:00');
    expect(coming).toMatch(/id="field-since"[^>]*value="2024-02-05"/);
    expect(coming).toContain('08/02/2024 - 14/02/2024\n02/09/2024</textarea>');

    // A second change from the same day replaces the first, so that a mistake can be corrected.
    await admin.post(HOURS, hoursForm({ ...saturday, '6.morning.to': '10:45' }));
    testApp.setTime('2024-02-12T08:00:00+07:00');
    const later = await signInAs(testApp, { role: 'supervisor' });
    const page = await pageText(later, HOURS);
    expect(page).toContain('Giờ đang áp dụng có từ ngày 05/02/2024.');
    expect(page).toContain('07:30 – 10:45');
    expect(page).toContain('12/02/2024 - 14/02/2024');
    expect(page).not.toContain('08/02/2024');
    expect(textOf(await (await testApp.get('/ket-qua')).text())).toContain('Chưa có việc nào.');
  });

  it('reports all faults at once with their fields, keeps the input, and changes nothing', async () => {
    const testApp = await createTestApp();
    const admin = await signInAs(testApp, { role: 'administrator' });
    const before = await dumpTables(testApp.context.db);
    const response = await admin.post(
      HOURS,
      hoursForm({
        since: '28/01/2024',
        '1.morning.from': 'sớm',
        '7.afternoon.to': '17:00',
        days_off: '30/02/2024\n<b>',
      }),
    );
    expect(response.status).toBe(422);
    const html = await response.text();
    for (const sentence of [
      'Thứ Hai, sáng: Giờ chưa đúng.',
      'Chủ nhật, chiều: Vui lòng điền cả giờ mở và giờ đóng',
      'Dòng 1: Chưa đọc được ngày.',
      'Dòng 2: Chưa đọc được ngày.',
      'Giờ của những ngày đã qua không đổi được.',
    ]) {
      expect(textOf(html).split(sentence).length - 1, sentence).toBe(2);
    }
    expect(fieldValue(html, '1.morning.from')).toBe('sớm');
    expect(html).toContain('30/02/2024\n&lt;b');
    expect((await admin.post(HOURS, {})).status).toBe(422);
    expect(await dumpTables(testApp.context.db)).toEqual(before);
  });
});

describe('the pages of the settings', () => {
  const pagesOf = (testApp: TestApp) => [
    '/quan-tri',
    UNIT,
    HOURS,
    `${HOURS}?tu=2024-03-01`,
    '/quan-tri/quay',
    ...testApp.counters.map(({ code }) => `/quan-tri/quay/${code}?xong=1`),
  ];

  it('write nothing when they are read', async () => {
    const testApp = await createTestApp();
    const admin = await signInAs(testApp, { role: 'administrator' });
    const before = await dumpTables(testApp.context.db);
    for (const page of pagesOf(testApp)) expect((await admin.get(page)).status, page).toBe(200);
    expect(await dumpTables(testApp.context.db)).toEqual(before);
  });

  it('show a supervisor everything and not one form', async () => {
    const testApp = await createTestApp();
    const supervisor = await signInAs(testApp, { role: 'supervisor' });
    for (const page of pagesOf(testApp)) {
      const html = await (await supervisor.get(page)).text();
      const main = /<main.*<\/main>/s.exec(html)?.[0] ?? '';
      expect(main, page).not.toContain('<form');
      expect(main.includes('chỉ xem trang này'), page).toBe(page !== '/quan-tri');
    }
    expect(await pageText(supervisor, UNIT)).toContain('UBND xã Đông Sơn');
  });
});

describe('a closed period', () => {
  it('keeps its report to the byte whatever is set, and the running one has the new names', async () => {
    const testApp = await createTestApp();
    const { db, surveys, clock } = testApp.context;
    const client = await createApiClient(testApp);
    const [first, second, third] = testApp.counters.map(({ code }) => code) as [string, string, string];
    const times = (count: number, counter_code: string, overall: 4 | 2) =>
      Array.from({ length: count }, () => ({ counter_code, overall }));
    await testApp.storeMany([...times(40, first, 4), ...times(20, second, 2), ...times(10, third, 4)]);
    testApp.setTime('2024-02-10T08:00:00+07:00');
    await finishDays(testApp.context);
    await closePeriods(db, surveys, clock);
    const report = '/api/v1/reports/dong-son/2024-W05';
    const before = await (await client.get(report)).text();
    expect((await findClosedReport(db, 'dong-son', '2024-W05'))?.body).toBe(before);

    const admin = await signInAs(testApp, { role: 'administrator' });
    const quay = '/quan-tri/quay';
    const done = [
      await admin.post(UNIT, { ...FACTS, name: 'UBND phường mới', official_code: 'H1', receiver: 'Sở' }),
      await admin.post(`${quay}/${first}/thong-tin`, { name: 'Tên mới', field: 'labour-social' }),
      await admin.post(`${quay}/${first}/xuong`, {}),
      await admin.post(`${quay}/${second}/gop`, { into: first, confirm: 'yes' }),
      await admin.post(`${quay}/${third}/dong`, { successor: first, confirm: 'yes' }),
      await admin.post(quay, { name: 'Quầy thêm', channel: 'poster', field: '' }),
      await admin.post(HOURS, hoursForm({ since: '10/02/2024' })),
    ];
    expect(done.map(({ status }) => status)).toEqual(done.map(() => 303));

    expect(await (await client.get(report)).text()).toBe(before);
    expect((await findClosedReport(db, 'dong-son', '2024-W05'))?.body).toBe(before);
    const running = await client.getReport('dong-son/2024-W06');
    expect(running.unit).toMatchObject({ code: 'dong-son', official_code: 'H1', name: 'UBND phường mới' });
    expect(running.receiver).toBe('Sở');
    expect(running.counters.map(({ name }) => name)).toContain('Tên mới');
    const lines = textOf(await (await testApp.get('/ket-qua')).text());
    for (const line of [
      'đơn vị đổi tên',
      'đổi tên thành “Tên mới”',
      'gộp vào',
      'ngừng nhận phiếu',
      'mở thêm',
    ]) {
      expect(lines, line).toContain(line);
    }
  });
});

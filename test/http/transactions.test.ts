import { describe, expect, it } from 'vitest';
import { closePeriods } from '../../server/reporting/close-periods.ts';
import { insertDatedSetting } from '../../server/unit/dated-setting.store.ts';
import { DEFAULT_OPENING_HOURS } from '../../server/unit/opening-hours.ts';
import { finishDays } from '../helpers/finished-days.ts';
import { textOf } from '../helpers/page-facts.ts';
import { signInAs, type TestBrowser } from '../helpers/staff-client.ts';
import { dumpTables } from '../helpers/table-dump.ts';
import { createTestApp, hiddenField, type TestApp } from '../helpers/test-app.ts';

const PAGE = '/can-bo/giao-dich';
const WEEK = ['2024-01-29', '2024-01-30', '2024-01-31', '2024-02-01', '2024-02-02'] as const;

/** Submits the week's form with some fields changed. */
async function saveWeek(
  browser: TestBrowser,
  typed: Readonly<Record<string, string>>,
  week = '2024-W05',
  mode = 'quay',
): Promise<Response> {
  const html = await (await browser.get(`${PAGE}?tuan=${week}&theo=${mode}`)).text();
  return browser.post(`${PAGE}/ngay`, { tuan: week, theo: mode, seen: hiddenField(html, 'seen'), ...typed });
}

const unitDays = (n: number): Record<string, string> =>
  Object.fromEntries(WEEK.map((day) => [`n.${day}.all`, String(n)]));

/** Uploads a file like a browser without script. */
async function upload(
  testApp: TestApp,
  browser: TestBrowser,
  bytes: Uint8Array | string,
  name = 'xuat.csv',
): Promise<Response> {
  const body = new FormData();
  body.append('file', new File([bytes as BlobPart], name));
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return testApp.request(`${PAGE}/tep`, {
    method: 'POST',
    headers: { Cookie: cookie, Origin: 'http://localhost' },
    body,
  });
}

const closedLater = async (testApp: TestApp, iso: string) => {
  testApp.setTime(iso);
  await finishDays(testApp.context);
  await closePeriods(testApp.context.db, testApp.context.surveys, testApp.context.clock);
};

async function publicReport(testApp: TestApp, period = '2024-W05') {
  return (await (await testApp.get(`/ket-qua.json?ky=${period}`)).json()) as {
    report: {
      transactions: { n: number | null; source: string | null };
      response_rate_percent: number | null;
      ballots: { counted: number };
    };
    events: { kind: string }[];
  };
}

const unescapeHtml = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** The numbers in force, by day. */
async function publicNumbers(testApp: TestApp): Promise<string[]> {
  const rows = await testApp.context.db
    .selectFrom('transaction_entries')
    .selectAll()
    .orderBy('from_day')
    .orderBy('revision')
    .execute();
  const latest = new Map(rows.map(({ from_day, n }) => [from_day, n]));
  return [...latest].flatMap(([day, n]) => (n === null ? [] : [`${day} ${n}`]));
}

describe('a week of transactions', () => {
  it('is entered by day, and its rate is the same on every page and in the JSON', async () => {
    const testApp = await createTestApp();
    await testApp.storeMany(Array.from({ length: 40 }, () => ({})));
    testApp.setTime('2024-02-05T08:00:00+07:00');
    const staff = await signInAs(testApp, { role: 'staff' });
    const leader = await signInAs(testApp, { role: 'leader' });
    const before = textOf(await (await leader.get('/lanh-dao?ky=2024-W05')).text());
    expect(before).toContain('Chưa có số lượt giao dịch của kỳ này');
    expect((await publicReport(testApp)).report.transactions).toEqual({ n: null, source: null });

    const saved = await saveWeek(staff, unitDays(24), '2024-W05', 'ca-don-vi');
    expect(saved.status).toBe(303);
    expect(saved.headers.get('location')).toContain('da-luu=5');
    const { report } = await publicReport(testApp);
    expect(report.transactions).toEqual({ n: 120, source: 'typed' });
    expect(report.response_rate_percent).toBe(Math.round((10_000 * report.ballots.counted) / 120) / 100);
    const rate = `Có 120 lượt giao dịch; tỷ lệ trả lời 33,3%.`;
    for (const path of ['/lanh-dao?ky=2024-W05', '/can-bo?tuan=2024-W05']) {
      expect(textOf(await (await leader.get(path)).text()), path).toContain(rate);
    }
    for (const [query, told] of [
      ['', 'đã nhận 40 phiếu trong 120 lượt giao dịch'],
      ['&lang=en', '40 received of 120 transactions'],
    ] as const) {
      expect(textOf(await (await testApp.get(`/ket-qua?ky=2024-W05${query}`)).text())).toContain(told);
    }
  });

  it('keeps everything typed when something is wrong, and saves nothing', async () => {
    const testApp = await createTestApp({ now: '2024-02-02T17:00:00+07:00' });
    await testApp.context.db.updateTable('units').set({ opened_on: '2024-01-29' }).execute();
    const [counter] = testApp.counters;
    const staff = await signInAs(testApp, { role: 'staff' });
    const before = await dumpTables(testApp.context.db);
    const field = (day: string) => `n.${day}.${counter!.code}`;
    const response = await saveWeek(staff, {
      [field(WEEK[0])]: '12',
      [field(WEEK[1])]: 'mười',
      [field(WEEK[2])]: '-3',
    });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain(`href="#field-${field(WEEK[1])}"`);
    expect(html).toContain(`href="#field-${field(WEEK[2])}"`);
    expect(html).toContain(`value="mười"`);
    expect(html).toMatch(new RegExp(`name="${field(WEEK[0]).replaceAll('.', '\\.')}" value="12"`));
    expect(await dumpTables(testApp.context.db)).toEqual(before);
  });

  it('says so when somebody else has saved in between', async () => {
    const testApp = await createTestApp({ now: '2024-02-02T17:00:00+07:00' });
    await testApp.context.db.updateTable('units').set({ opened_on: '2024-01-29' }).execute();
    const first = await signInAs(testApp, { role: 'staff' });
    const second = await signInAs(testApp, { role: 'staff' });
    const html = await (await second.get(`${PAGE}?theo=ca-don-vi`)).text();
    await saveWeek(first, { [`n.${WEEK[0]}.all`]: '9' }, '2024-W05', 'ca-don-vi');
    const late = await second.post(`${PAGE}/ngay`, {
      tuan: '2024-W05',
      theo: 'ca-don-vi',
      seen: hiddenField(html, 'seen'),
      [`n.${WEEK[0]}.all`]: '10',
    });
    expect(late.status).toBe(422);
    const again = await late.text();
    expect(textOf(again)).toContain('đã có người nhập số khác cho tuần này');
    const saved = await second.post(`${PAGE}/ngay`, {
      tuan: '2024-W05',
      theo: 'ca-don-vi',
      seen: hiddenField(again, 'seen'),
      [`n.${WEEK[0]}.all`]: '10',
    });
    expect(saved.status).toBe(303);
    expect(textOf(await (await second.get(PAGE)).text())).toContain('9 → 10');
  });

  it('takes one number for the week, refuses a day of it, and takes the number back when asked', async () => {
    const testApp = await createTestApp();
    testApp.setTime('2024-02-05T08:00:00+07:00');
    const staff = await signInAs(testApp, { role: 'staff' });
    expect((await staff.post(`${PAGE}/tong`, { ky: '2024-W05', quay: 'all', n: '1.120' })).status).toBe(303);
    expect((await publicReport(testApp)).report.transactions.n).toBe(1120);
    const day = await staff.post(`${PAGE}/ngay`, {
      tuan: '2024-W05',
      theo: 'ca-don-vi',
      seen: '1',
      [`n.${WEEK[0]}.all`]: '5',
    });
    expect(day.status).toBe(422);
    expect(textOf(await day.text())).toContain('Vui lòng bỏ số kia trước (29/01–04/02/2024, Cả đơn vị)');
    const path = `${PAGE}/bo/2024-01-29_2024-02-04_all`;
    const asked = await staff.post(path, {});
    expect(textOf(await asked.text())).toContain('29/01–04/02/2024, Cả đơn vị: 1.120');
    expect((await publicReport(testApp)).report.transactions.n).toBe(1120);
    expect((await staff.post(path, { confirm: 'yes' })).status).toBe(303);
    const { report, events } = await publicReport(testApp);
    expect(report.transactions.n).toBeNull();
    expect(events.map(({ kind }) => kind)).toEqual(['transactions-corrected']);
    expect(textOf(await (await testApp.get('/ket-qua')).text())).toContain(
      'đơn vị sửa 1 chỗ trong số lượt giao dịch ngày 29/01–04/02/2024, tổng từ 1.120 thành 0',
    );
    expect((await staff.post(path, { confirm: 'yes' })).status).toBe(404);
  });

  it('names every fault of one number at once', async () => {
    const testApp = await createTestApp();
    const staff = await signInAs(testApp, { role: 'staff' });
    const response = await staff.post(`${PAGE}/tong`, { ky: 'never', quay: '?', n: 'x' });
    expect(response.status).toBe(422);
    const html = await response.text();
    for (const field of ['ky', 'quay', 'n']) expect(html).toContain(`href="#field-${field}"`);
    const early = await staff.post(`${PAGE}/tong`, { ky: '2024-W05', quay: 'all', n: '5' });
    expect(textOf(await early.text())).toContain('Ngày chưa tới nên chưa có số.');
  });

  it('shows its missing days, and zeros for several days are one act', async () => {
    const testApp = await createTestApp();
    testApp.setTime('2024-02-05T08:00:00+07:00');
    const staff = await signInAs(testApp, { role: 'staff' });
    await saveWeek(
      staff,
      { [`n.${WEEK[0]}.all`]: '24', [`n.${WEEK[1]}.all`]: '20' },
      '2024-W05',
      'ca-don-vi',
    );
    const page = textOf(await (await staff.get(PAGE)).text());
    expect(page).toContain('Thứ Tư 31/01/2024: chưa có số nào');
    expect(page).toContain('thiếu 3 ngày');
    expect((await staff.post(`${PAGE}/khong`, {})).status).toBe(422);
    await staff.post(`${PAGE}/khong`, { ngay: WEEK.slice(2) });
    expect((await publicReport(testApp)).report.transactions).toEqual({ n: 44, source: 'typed' });
    // A day that already has a number keeps it.
    await staff.post(`${PAGE}/khong`, { ngay: [...WEEK] });
    expect((await publicReport(testApp)).report.transactions.n).toBe(44);
  });
});

describe('a holiday among the opening hours', () => {
  it('needs no number', async () => {
    const testApp = await createTestApp();
    testApp.setTime('2024-02-05T08:00:00+07:00');
    const staff = await signInAs(testApp, { role: 'staff' });
    const { [`n.${WEEK[2]}.all`]: _, ...others } = unitDays(10);
    await saveWeek(staff, others, '2024-W05', 'ca-don-vi');
    expect((await publicReport(testApp)).report.transactions.n).toBeNull();
    await testApp.context.db.transaction().execute((trx) =>
      insertDatedSetting(trx, 'dong-son', {
        name: 'opening_hours',
        since: '2024-01-29',
        value: { ...DEFAULT_OPENING_HOURS, days_off: [WEEK[2]] },
      }),
    );
    expect((await publicReport(testApp)).report.transactions.n).toBe(40);
  });
});

describe('a closed period', () => {
  it('keeps its report to the byte, though numbers are still taken and the page says so', async () => {
    const testApp = await createTestApp();
    await testApp.storeMany(Array.from({ length: 40 }, () => ({})));
    testApp.setTime('2024-02-05T08:00:00+07:00');
    const staff = await signInAs(testApp, { role: 'staff' });
    await saveWeek(staff, unitDays(20), '2024-W05', 'ca-don-vi');
    await closedLater(testApp, '2024-02-12T08:00:00+07:00');
    const stored = () =>
      testApp.context.db.selectFrom('closed_reports').selectAll().orderBy('period').execute();
    const before = await stored();
    expect(before.map(({ period }) => period)).toContain('2024-W05');
    await staff.signIn(staff.user.name);
    await saveWeek(staff, { [`n.${WEEK[0]}.all`]: '30' }, '2024-W05', 'ca-don-vi');
    await closedLater(testApp, '2024-02-13T08:00:00+07:00');
    expect(await stored()).toEqual(before);
    expect((await publicReport(testApp)).report.transactions.n).toBe(100);
    await staff.signIn(staff.user.name);
    const page = textOf(await (await staff.get(`${PAGE}?tuan=2024-W05`)).text());
    expect(page).toContain('Đã chốt: Tháng 1/2024 (01/01–31/01/2024); Tuần 29/01–04/02/2024.');
    expect((await publicReport(testApp)).events).toHaveLength(1);
  });

  it('that is stored late has none of what was typed after its closing', async () => {
    const testApp = await createTestApp();
    testApp.setTime('2024-02-12T08:00:00+07:00');
    const staff = await signInAs(testApp, { role: 'staff' });
    await saveWeek(staff, unitDays(20), '2024-W05', 'ca-don-vi');
    await closedLater(testApp, '2024-02-12T09:00:00+07:00');
    expect((await publicReport(testApp)).report.transactions.n).toBeNull();
  });

  it('shows no rate while the period still runs', async () => {
    const testApp = await createTestApp();
    testApp.setTime('2024-02-02T17:00:00+07:00');
    const staff = await signInAs(testApp, { role: 'staff' });
    await saveWeek(staff, unitDays(20), '2024-W05', 'ca-don-vi');
    expect((await publicReport(testApp)).report.transactions.n).toBeNull();
    testApp.setTime('2024-02-05T00:01:00+07:00');
    expect((await publicReport(testApp)).report.transactions.n).toBe(100);
  });
});

describe('somebody with some counters', () => {
  it('enters theirs and sees no other', async () => {
    const testApp = await createTestApp();
    testApp.setTime('2024-02-05T08:00:00+07:00');
    const [own, other] = testApp.counters;
    const staff = await signInAs(testApp, { role: 'staff', counters: [own!.code] });
    const all = await signInAs(testApp, { role: 'staff' });
    await saveWeek(all, { [`n.${WEEK[0]}.${other!.code}`]: '77' });
    const typed = Object.fromEntries(WEEK.map((day) => [`n.${day}.${own!.code}`, '6']));
    expect((await saveWeek(staff, typed)).status).toBe(303);
    const page = await (await staff.get(`${PAGE}?tuan=2024-W05&theo=ca-don-vi`)).text();
    expect(page).not.toContain(other!.name);
    expect(page).not.toContain('77');
    expect(page).not.toContain('.all"');
    const faulty = await saveWeek(staff, { [`n.${WEEK[1]}.${other!.code}`]: '6', [`n.${WEEK[1]}.all`]: '6' });
    expect(faulty.status).toBe(422);
    const text = textOf(await faulty.text());
    expect(text).toContain('Quầy này không được giao');
    expect(text).toContain('chỉ nhập cho các quầy được giao');
    const week = textOf(await (await staff.get(`/can-bo?tuan=2024-W05&quay=${own!.code}`)).text());
    expect(week).not.toContain(other!.name);
  });
});

describe('a file of the one-stop system', () => {
  const CSV = 'Ngày;Quầy;Số lượt\n29/01/2024;Tư pháp - hộ tịch, chứng thực;12\n29/01/2024;Quầy số 9;4\n';

  /** Uploads a file and opens the page to which the response redirects. */
  async function open(testApp: TestApp, staff: TestBrowser, bytes: Uint8Array | string) {
    const sent = await upload(testApp, staff, bytes);
    expect(sent.status).toBe(303);
    const path = sent.headers.get('location') ?? '';
    const response = await staff.get(path);
    return { path, response, html: await response.text() };
  }

  it('is asked about with the texts that say that its rows may not count', async () => {
    const testApp = await createTestApp();
    const staff = await signInAs(testApp, { role: 'staff' });
    const named = await upload(testApp, staff, CSV, 'so_lieu_uoc_tinh.csv');
    const html = await (await staff.get(named.headers.get('location') ?? '')).text();
    expect(textOf(html)).toContain('so lieu uoc tinh Đã xem.');
    const answers = { trang: '0', dong: '1', kind: 'totals', date: '0', count: '2', counter: '1' };
    const path = named.headers.get('location') ?? '';
    expect((await staff.post(path, answers)).status).toBe(422);
    expect((await staff.post(path, { ...answers, unfamiliar: 'yes' })).status).toBe(200);
    expect((await open(testApp, staff, CSV)).html).not.toContain('Đã xem.');
  });

  it('is asked about, its unknown names are chosen, and only then are its numbers kept', async () => {
    const testApp = await createTestApp();
    testApp.setTime('2024-02-05T08:00:00+07:00');
    const staff = await signInAs(testApp, { role: 'staff' });
    const [first, second] = testApp.counters;
    const before = await dumpTables(testApp.context.db);
    const asked = await open(testApp, staff, CSV);
    expect(asked.response.status).toBe(200);
    expect(textOf(asked.html)).toContain('Tệp này nên đọc thế nào?');
    expect(asked.html).not.toContain('name="confirm"');
    const answers = { trang: '0', dong: '1', kind: 'totals', date: '0', count: '2', counter: '1' };
    const named = await (await staff.post(asked.path, answers)).text();
    expect(textOf(named)).toContain('Tên trong tệp là quầy nào?');
    expect(named).not.toContain('name="confirm"');
    const carried = { trang: '0', dong: '1', mapping: unescapeHtml(hiddenField(named, 'mapping')) };
    const unchosen = await staff.post(asked.path, {
      ...carried,
      chosen: 'yes',
      'name.0': 'Quầy số 9',
      'choice.name.0': '',
    });
    expect(unchosen.status).toBe(422);
    const chosen = { ...carried, chosen: 'yes', 'name.0': 'Quầy số 9', 'choice.name.0': second!.code };
    const result = await (await staff.post(asked.path, chosen)).text();
    expect(textOf(result)).toContain('2 dòng, 16 lượt sẽ lưu; 0 dòng không tính');
    expect(await dumpTables(testApp.context.db)).toEqual(before);

    const confirm = { ...carried, mapping: unescapeHtml(hiddenField(result, 'mapping')), confirm: 'yes' };
    const saved = await staff.post(asked.path, confirm);
    expect(saved.status).toBe(303);
    const rows = await testApp.context.db.selectFrom('transaction_entries').selectAll().execute();
    expect(rows.map(({ counter_code, n, source }) => [counter_code, n, source]).sort()).toEqual(
      [
        [first!.code, 12, 'imported'],
        [second!.code, 4, 'imported'],
      ].sort(),
    );
    // A file with the same headings needs no question, not even about names; differing numbers are listed.
    const again = await open(testApp, staff, CSV.replace(';12', ';13'));
    expect(textOf(again.html)).toContain('Đọc như lần trước');
    expect(textOf(again.html)).toContain('29/01/2024 từ 12 thành 13');
    // The uploaded file is deleted once it is saved.
    expect((await staff.get(asked.path)).status).toBe(410);
  });

  it('can be taken back, and the way it was read be forgotten', async () => {
    const testApp = await createTestApp();
    testApp.setTime('2024-02-05T08:00:00+07:00');
    const staff = await signInAs(testApp, { role: 'staff' });
    await saveWeek(staff, { [`n.${WEEK[0]}.all`]: '9' }, '2024-W05', 'ca-don-vi');
    testApp.setTime('2024-02-05T08:05:00+07:00');
    const file = 'Ngày;Số lượt\n29/01/2024;12\n30/01/2024;7\n';
    const asked = await open(testApp, staff, file);
    const answers = { trang: '0', dong: '1', kind: 'totals', date: '0', count: '1', counter: '-1' };
    const result = await (await staff.post(asked.path, answers)).text();
    const carried = { trang: '0', dong: '1', mapping: unescapeHtml(hiddenField(result, 'mapping')) };
    const saved = await staff.post(asked.path, { ...carried, confirm: 'yes' });
    const done = await (await staff.get(saved.headers.get('location') ?? '')).text();
    expect(textOf(done)).toContain('Đã lưu 19 lượt của 2 ngày, 29/01–30/01/2024.');
    expect(textOf(done)).toContain('1 số cũ đã thay.');
    const current = async () => (await publicNumbers(testApp)).join();
    expect(await current()).toBe('2024-01-29 12,2024-01-30 7');
    await staff.post(`${PAGE}/tep/hoan-tac`, { luc: hiddenField(done, 'luc') });
    expect(await current()).toBe('2024-01-29 9');
    // Undoing a second time changes nothing.
    await staff.post(`${PAGE}/tep/hoan-tac`, { luc: hiddenField(done, 'luc') });
    expect(await current()).toBe('2024-01-29 9');
    await staff.post(`${PAGE}/tep/quen`, { cach: hiddenField(done, 'cach') });
    expect(textOf((await open(testApp, staff, file)).html)).toContain('Tệp này nên đọc thế nào?');
  });

  it('names rows that cannot be read, and saves the others', async () => {
    const testApp = await createTestApp();
    testApp.setTime('2024-02-05T08:00:00+07:00');
    const staff = await signInAs(testApp, { role: 'staff' });
    const text =
      'Mã hồ sơ;Ngày trả\nH01;29/01/2024\nH02;30/1O/2024\nH03;Bà Mười\nH04;30/01/2024\nH05;Chưa trả\nH04;31/01/2024\n';
    const asked = await open(testApp, staff, text);
    const answers = { trang: '0', dong: '1', kind: 'dossiers', date: '1', counter: '-1' };
    const html = await (await staff.post(asked.path, answers)).text();
    const page = textOf(html);
    expect(page).toContain('3 chỗ không đọc được hoặc cần xem lại');
    expect(page).toContain('trùng mã với một dòng trên mà ngày hoặc tên khác');
    expect(page).toContain('6 dòng = 2 lượt sẽ lưu + 4 dòng không tính');
    expect(page).toContain('Bỏ 3 chỗ này, lưu 2 lượt');
    // Any text of the day's column can be declared to mean "not returned yet", even this name.
    const carried = { trang: '0', dong: '1', mapping: unescapeHtml(hiddenField(html, 'mapping')) };
    const treated = textOf(
      await (await staff.post(asked.path, { ...carried, unfinished: 'Bà Mười' })).text(),
    );
    expect(treated).toContain('2 chỗ không đọc được hoặc cần xem lại');
    expect(treated).toContain('6 dòng = 2 lượt sẽ lưu + 4 dòng không tính');
  });

  it('asks which states count, remembers it, and counts rows in doubt only when told, and once', async () => {
    const testApp = await createTestApp();
    testApp.setTime('2024-02-05T08:00:00+07:00');
    const staff = await signInAs(testApp, { role: 'staff' });
    const head = 'STT;Mã hồ sơ;Ngày trả;Tình trạng\n';
    const first = `${head}1;H1;29/01/2024;Đã trả\n2;H2;29/01/2024;Bưu điện\n3;H3;30/01/2024;Đã rút\n;H4;30/01/2024;Đã trả\n`;
    const asked = await open(testApp, staff, first);
    const answers = { trang: '0', dong: '1', kind: 'dossiers', date: '2', counter: '-1' };
    const html = await (await staff.post(asked.path, answers)).text();
    expect(textOf(html)).toContain('Các tình trạng sau có tính không?');
    expect(textOf(html)).not.toContain('Lưu 1 lượt');
    const carry = (page: string) => ({
      trang: '0',
      dong: '1',
      mapping: unescapeHtml(hiddenField(page, 'mapping')),
    });
    const texts = { 'text.0': 'Bưu điện', 'text.1': 'Đã rút' };
    const half = { ...carry(html), ...texts, 'choice.text.0': 'counts', 'choice.text.1': '', chosen: 'yes' };
    expect((await staff.post(asked.path, half)).status).toBe(422);
    // Saving without an answer shows the question again.
    expect((await staff.post(asked.path, { ...carry(html), confirm: 'yes' })).status).toBe(422);
    const chosen = await (await staff.post(asked.path, { ...half, 'choice.text.1': 'skip' })).text();
    expect(textOf(chosen)).toContain('4 dòng = 2 lượt sẽ lưu + 2 dòng không tính');
    const trusting = await (
      await staff.post(asked.path, { ...carry(chosen), trusted: 'other-shape' })
    ).text();
    expect(textOf(trusting)).toContain('4 dòng = 3 lượt sẽ lưu + 1 dòng không tính');
    expect((await staff.post(asked.path, { ...carry(trusting), confirm: 'yes' })).status).toBe(303);

    const next = await open(
      testApp,
      staff,
      `${head}1;H5;31/01/2024;Bưu điện\n2;H6;31/01/2024;Đã rút\n;H7;31/01/2024;Đã trả\n`,
    );
    expect(textOf(next.html)).toContain('3 dòng = 1 lượt sẽ lưu + 2 dòng không tính');
  });

  it('with days to come, before the start, or in the way of a total, leaves them out by name', async () => {
    const testApp = await createTestApp();
    testApp.setTime('2024-02-12T08:00:00+07:00');
    const staff = await signInAs(testApp, { role: 'staff' });
    await staff.post(`${PAGE}/tong`, { ky: '2024-W05', quay: 'all', n: '50' });
    const asked = await open(
      testApp,
      staff,
      'Ngày;Số lượt\n28/01/2024;3\n30/01/2024;5\n06/02/2024;7\n01/03/2024;4\n',
    );
    const answers = { trang: '0', dong: '1', kind: 'totals', date: '0', count: '1', counter: '-1' };
    const page = textOf(await (await staff.post(asked.path, answers)).text());
    expect(page).toContain('Đã có số khác tính các ngày này (lượt) 5');
    expect(page).toContain('ngày không hợp lý: chưa tới, hoặc đã quá ba năm');
    expect(page).toContain('Trước ngày mở khảo sát (lượt) 3');
    expect(page).toContain('Bỏ 1 chỗ này, lưu 7 lượt');
  });

  it('asks for every answer that is missing at once, and refuses a mapping that is none', async () => {
    const testApp = await createTestApp();
    const staff = await signInAs(testApp, { role: 'staff' });
    const asked = await open(testApp, staff, 'Mã hồ sơ;Ngày A;Ngày B\nH1;02/12/23;03/12/23\n');
    const empty = await staff.post(asked.path, { trang: '0', dong: '1' });
    expect(empty.status).toBe(422);
    const html = await empty.text();
    for (const field of ['kind', 'date', 'order']) expect(html).toContain(`href="#ask-${field}"`);
    for (const mapping of ['', 'x', '{}', '{"kind":"dossiers","date":-1}']) {
      expect((await staff.post(asked.path, { mapping, confirm: 'yes' })).status).toBe(400);
    }
    const nothing = await testApp.context.db.selectFrom('transaction_entries').selectAll().execute();
    expect(nothing).toEqual([]);
  });

  it('is refused when it is none or too large, and held for nobody else', async () => {
    const testApp = await createTestApp();
    const staff = await signInAs(testApp, { role: 'staff' });
    const other = await signInAs(testApp, { role: 'staff' });
    expect((await upload(testApp, staff, '')).status).toBe(422);
    expect((await upload(testApp, staff, new Uint8Array(2_100_000).fill(65))).status).toBe(413);
    const pdf = await upload(testApp, staff, '%PDF-1.7 …');
    expect(pdf.status).toBe(422);
    expect(textOf(await pdf.text())).toContain('Chưa đọc được: đây là bản PDF, không có ô số.');
    const { path } = await open(testApp, staff, CSV);
    expect((await other.get(path)).status).toBe(410);
    testApp.setTime('2024-02-05T23:00:00+07:00');
    const late = await signInAs(testApp, { role: 'staff' });
    expect((await late.get(path)).status).toBe(410);
  });

  it('sent too often within an hour is refused, with an act in the log', async () => {
    const testApp = await createTestApp();
    const staff = await signInAs(testApp, { role: 'staff' });
    let status = 303;
    for (let sent = 0; sent < 30 && status !== 429; sent += 1)
      status = (await upload(testApp, staff, '%PDF-')).status;
    expect(status).toBe(429);
    const acts = await testApp.context.db.selectFrom('acts').select('kind').execute();
    expect(acts.map(({ kind }) => kind)).toContain('transaction-files-refused');
  }, 120_000);
});

describe('those who only read', () => {
  it.each(['leader', 'supervisor'] as const)('%s sees the numbers and no form', async (role) => {
    const testApp = await createTestApp();
    testApp.setTime('2024-02-05T08:00:00+07:00');
    const staff = await signInAs(testApp, { role: 'staff' });
    await saveWeek(staff, unitDays(24), '2024-W05', 'ca-don-vi');
    const reader = await signInAs(testApp, { role });
    const html = await (await reader.get(`${PAGE}?tuan=2024-W05`)).text();
    expect(textOf(html)).toContain('120');
    expect(html).not.toMatch(/<form[^>]+giao-dich/);
    expect((await reader.get(`${PAGE}?tuan=2024-01`)).status).toBe(404);
  });

  it('GET writes nothing', async () => {
    const testApp = await createTestApp();
    const staff = await signInAs(testApp, { role: 'staff' });
    const before = await dumpTables(testApp.context.db);
    await staff.get(`${PAGE}?tuan=2024-W05&theo=ca-don-vi&da-luu=3`);
    expect(await dumpTables(testApp.context.db)).toEqual(before);
  });
});

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

/** Sends the week's form as the page has it, with some fields typed. */
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

/** Sends a file as a browser without script does. */
async function upload(testApp: TestApp, browser: TestBrowser, bytes: Uint8Array | string): Promise<Response> {
  const body = new FormData();
  body.append('file', new File([bytes as BlobPart], 'xuat.csv'));
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

describe('a week of transactions', () => {
  it('is typed by day, and its rate stands on every page and in the JSON alike', async () => {
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
    expect(textOf(await (await testApp.get('/ket-qua?ky=2024-W05')).text())).toContain(rate);
    expect(textOf(await (await testApp.get('/ket-qua?ky=2024-W05&lang=en')).text())).toContain(
      'There were 120 transactions; response rate 33.3%.',
    );
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
    expect(textOf(await day.text())).toContain('Xin bỏ số kia trước (29/01–04/02/2024, Cả đơn vị)');
    const path = `${PAGE}/bo/2024-01-29_2024-02-04_all`;
    const asked = await staff.post(path, {});
    expect(textOf(await asked.text())).toContain('29/01–04/02/2024, Cả đơn vị: 1.120');
    expect((await publicReport(testApp)).report.transactions.n).toBe(1120);
    expect((await staff.post(path, { confirm: 'yes' })).status).toBe(303);
    const { report, events } = await publicReport(testApp);
    expect(report.transactions.n).toBeNull();
    expect(events.map(({ kind }) => kind)).toEqual(['transactions-corrected']);
    expect(textOf(await (await testApp.get('/ket-qua')).text())).toContain(
      'xã sửa 1 số lượt giao dịch của các ngày 29/01–04/02/2024, tổng từ 1.120 thành 0',
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

  it('has its missing days named, and those on which nobody came said in one act', async () => {
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
    // A day that has its number keeps it.
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

  it('is looked at, its unknown names are chosen, and only then are its numbers kept', async () => {
    const testApp = await createTestApp();
    testApp.setTime('2024-02-05T08:00:00+07:00');
    const staff = await signInAs(testApp, { role: 'staff' });
    const [first, second] = testApp.counters;
    const before = await dumpTables(testApp.context.db);
    const preview = await upload(testApp, staff, CSV);
    expect(preview.status).toBe(200);
    const html = await preview.text();
    expect(html).not.toContain('name="confirm"');
    const sent = { numbers: hiddenField(html, 'numbers'), name: 'Quầy số 9' };
    expect(sent.numbers).toBe(`2024-01-29_2024-01-29_${first!.code}_12*2024-01-29_2024-01-29_.0_4`);
    const unchosen = await staff.post(`${PAGE}/tep/luu`, { ...sent, confirm: 'yes' });
    expect(unchosen.status).toBe(422);
    expect(await unchosen.text()).toContain('id="field-choice.0-fault"');
    const chosen = await staff.post(`${PAGE}/tep/luu`, { ...sent, 'choice.0': second!.code });
    expect(await chosen.text()).toContain('name="confirm"');
    expect(await dumpTables(testApp.context.db)).toEqual(before);

    const saved = await staff.post(`${PAGE}/tep/luu`, { ...sent, 'choice.0': second!.code, confirm: 'yes' });
    expect(saved.headers.get('location')).toBe(`${PAGE}?da-luu=2`);
    const rows = await testApp.context.db.selectFrom('transaction_entries').selectAll().execute();
    expect(rows.map(({ counter_code, n, source }) => [counter_code, n, source]).sort()).toEqual(
      [
        [first!.code, 12, 'imported'],
        [second!.code, 4, 'imported'],
      ].sort(),
    );
    const again = textOf(await (await upload(testApp, staff, CSV.replace(';12', ';13'))).text());
    expect(again).toContain('13 thay 12');
  });

  it('with faults cannot be saved, and leaves nothing of a person on the page', async () => {
    const testApp = await createTestApp();
    testApp.setTime('2024-02-05T08:00:00+07:00');
    const staff = await signInAs(testApp, { role: 'staff' });
    const text = 'Mã hồ sơ;Người nộp;Ngày trả\nH01.77;Bà Tám;29/01/2024\nH01.78;Bà Chín;Bà Mười\n';
    const response = await upload(testApp, staff, text);
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(textOf(html)).toContain('Dòng 3, cột C: Đây không phải ngày.');
    expect(html).not.toMatch(/Bà (Tám|Chín|Mười)|H01/);
    expect(html).not.toContain('name="numbers"');
  });

  it('with days to come, or in the way of a total, names the rows', async () => {
    const testApp = await createTestApp();
    testApp.setTime('2024-02-12T08:00:00+07:00');
    const staff = await signInAs(testApp, { role: 'staff' });
    await staff.post(`${PAGE}/tong`, { ky: '2024-W05', quay: 'all', n: '50' });
    const response = await upload(
      testApp,
      staff,
      'Ngày;Số lượt\n28/01/2024;3\n30/01/2024;5\n06/02/2024;7\n01/03/2024;9\n',
    );
    expect(response.status).toBe(422);
    const text = textOf(await response.text());
    expect(text).toContain('Dòng 3: Đã có số khác tính các lượt này');
    expect(text).toContain('Dòng 5: Ngày chưa tới');
    expect(text).toContain('1 số trước ngày mở khảo sát, bỏ qua.');
  });

  it('is refused when it is none, too large, or its numbers come back changed', async () => {
    const testApp = await createTestApp();
    const staff = await signInAs(testApp, { role: 'staff' });
    expect((await staff.post(`${PAGE}/tep`, {})).status).toBe(415);
    expect((await upload(testApp, staff, '')).status).toBe(422);
    expect((await upload(testApp, staff, new Uint8Array(2_100_000).fill(65))).status).toBe(413);
    for (const numbers of ['', 'x', '2024-01-29_2024-01-29_.5_1']) {
      expect((await staff.post(`${PAGE}/tep/luu`, { numbers, confirm: 'yes' })).status).toBe(400);
    }
    const invented = { numbers: '2024-01-29_2024-01-29_zzzzz_1', confirm: 'yes' };
    expect((await staff.post(`${PAGE}/tep/luu`, invented)).status).toBe(422);
    const nothing = await testApp.context.db.selectFrom('transaction_entries').selectAll().execute();
    expect(nothing).toEqual([]);
  });
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

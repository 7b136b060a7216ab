import { describe, expect, it } from 'vitest';
import { runDailyWork } from '../../server/daily-work.ts';
import { listApiKeys } from '../../server/reporting/api-key.store.ts';
import { PERMISSIONS } from '../../server/staff/permissions.ts';
import { NUMBER_SETTINGS } from '../../server/unit/dated-setting.ts';
import { PUBLIC_EVENTS } from '../../server/unit/public-event.ts';
import { type ApiClient, createApiClient } from '../helpers/api-client.ts';
import { ballotsOf, endDay } from '../helpers/comment-days.ts';
import { textOf } from '../helpers/page-facts.ts';
import {
  addPerson,
  codeOf,
  openBrowser,
  PASSWORD,
  signInAs,
  type TestBrowser,
} from '../helpers/staff-client.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

/** A Monday: the week before last closed two days ago, January six days ago. */
const NOW = '2024-02-12T08:00:00+07:00';
const CLOSED = ['2024-W05', '2024-01'] as const;

/** Log entries that office staff cannot cause. */
const NOT_BY_HAND = [
  'restored',
  // Logged only during a trial, or by the command line.
  'trial-extended',
  'official-start',
  'trial-restored',
  'seal-differs',
  // Logged only after the clock was ahead.
  'seals-voided',
  'rules-begun',
  'rule-learned',
  // Logged for settings that no longer exist.
  'headline-changed',
  'suggestion-tick-changed',
];
const WORKING_DAYS = ['2024-01-29', '2024-01-30', '2024-01-31', '2024-02-01', '2024-02-02'] as const;

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** Makes a change and checks that closed reports are still the same. */
interface Changer {
  readonly browser: TestBrowser;
  /** Submits a form, and a confirmation if the page asks for it; returns the last page. */
  change(path: string, fields?: Fields): Promise<string>;
}

const attributeOf = (tag: string, name: string): string =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&') ?? '';

function hiddenFields(html: string, path: string): Record<string, string> {
  const form =
    html.match(/<form\b[\s\S]*?<\/form>/g)?.find((each) => each.includes(`action="${path}"`)) ?? '';
  const tags = form.match(/<input\b[^>]*type="hidden"[^>]*>/g) ?? [];
  return Object.fromEntries(tags.map((tag) => [attributeOf(tag, 'name'), attributeOf(tag, 'value')]));
}

/** Everything published about closed periods: bytes and validators. */
async function readClosed(testApp: TestApp, client: ApiClient): Promise<string[]> {
  const seen: string[] = [];
  for (const period of CLOSED) {
    const path = `/api/v1/reports/dong-son/${period}`;
    const answer = await client.get(path);
    expect(answer.status).toBe(200);
    const etag = answer.headers.get('ETag') ?? '';
    expect((await client.get(path, { 'If-None-Match': etag })).status).toBe(304);
    const list = await client.get(`/api/v1/reports?period=${period}`);
    const { report } = (await (await testApp.get(`/ket-qua.json?ky=${period}`)).json()) as { report: object };
    seen.push(etag, await answer.text(), await list.text(), JSON.stringify(report));
  }
  return seen;
}

const TRANSACTIONS = '/can-bo/giao-dich';

/** Hidden fields of the week's form, before a number is entered. */
async function weekForm(staff: TestBrowser): Promise<Record<string, string>> {
  const week = { tuan: '2024-W05', theo: 'ca-don-vi' };
  const html = await (await staff.get(`${TRANSACTIONS}?${new URLSearchParams(week)}`)).text();
  return { ...week, seen: hiddenFields(html, `${TRANSACTIONS}/ngay`).seen ?? '' };
}

async function openOffice() {
  const testApp = await createTestApp();
  const client = await createApiClient(testApp);
  const [first, second, third] = testApp.counters.map(({ code }) => code) as [string, string, string];
  await testApp.storeMany([
    ...ballotsOf(first, 40, ['Ghế ngồi chờ còn thiếu']),
    ...ballotsOf(second, 20),
    ...ballotsOf(third, 10).map((ballot) => ({ ...ballot, overall: 2 as const })),
    { counter_code: first, overall: 1, set_aside: 'repeat-device' },
  ]);
  await endDay(testApp, '2024-01-29');
  testApp.setTime('2024-02-05T08:00:00+07:00');
  const early = await signInAs(testApp, { role: 'staff' });
  const numbers = Object.fromEntries(WORKING_DAYS.map((day) => [`n.${day}.all`, '24']));
  expect((await early.post(`${TRANSACTIONS}/ngay`, { ...(await weekForm(early)), ...numbers })).status).toBe(
    303,
  );
  await endDay(testApp, '2024-02-11');
  testApp.setTime(NOW);
  await runDailyWork(testApp.context);

  const before = await readClosed(testApp, client);
  expect(before[1]).toContain('"closed_at":"2024-02-10T00:00:00+07:00"');
  expect(before[1]).toContain('"transactions":{"n":120,"source":"typed"}');
  const posted: string[] = [];
  const asChanger = (browser: TestBrowser): Changer => ({
    browser,
    async change(path, fields = {}) {
      posted.push(new URL(path, 'http://x').pathname);
      let answer = await browser.post(path, fields);
      let html = await answer.text();
      const question = hiddenFields(html, path);
      if (answer.status === 200 && 'confirm' in question) {
        expect(await readClosed(testApp, client)).toEqual(before);
        answer = await browser.post(path, { ...fields, ...question });
        html = await answer.text();
      }
      expect([200, 303], `${path}: ${textOf(html)}`).toContain(answer.status);
      expect(await readClosed(testApp, client), path).toEqual(before);
      return html;
    },
  });
  return { testApp, client, first, second, third, before, posted, asChanger };
}
type Office = Awaited<ReturnType<typeof openOffice>>;

const UNIT = {
  name: 'UBND phường Đông Sơn',
  official_code: '000.00.15.H34',
  contact_phone: '1022',
  receiver: 'UBND tỉnh (Sở Nội vụ)',
};

async function changeUnitAndCounters({ change }: Changer, { testApp, first, second, third }: Office) {
  await change('/quan-tri/don-vi', UNIT);
  const counters = '/quan-tri/quay';
  await change(counters, { name: 'Quầy thêm', channel: 'poster', field: '' });
  await change(`${counters}/${first}/thong-tin`, { name: 'Quầy tên mới', field: 'labour-social' });
  await change(`${counters}/${first}/xuong`);
  await change(`${counters}/${first}/len`);
  await change(`${counters}/${third}/dong`, { successor: first });
  await change(`${counters}/${third}/mo-lai`);
  await change(`${counters}/${second}/gop`, { into: first });
  const hours = Object.fromEntries(
    [1, 2, 3].flatMap((day) => [
      [`${day}.morning.from`, '8:00'],
      [`${day}.morning.to`, '11:00'],
    ]),
  );
  await change('/quan-tri/gio-mo-cua', { ...hours, since: '12/02/2024', days_off: '13/02/2024' });
  await change('/quan-tri/gio-mo-cua', { ...hours, since: '20/02/2024', days_off: '' });
  await change('/quan-tri/gio-mo-cua/rut', { since: '2024-02-20' });
  expect(await testApp.context.db.selectFrom('dated_settings').select('name').execute()).toContainEqual({
    name: 'opening_hours',
  });
}

async function changeFigureSettings({ change, browser }: Changer, { first }: Office) {
  for (const [setting, { page }] of Object.entries(NUMBER_SETTINGS)) {
    await change(page, { setting, value: '99', since: '12/02/2024' });
    await change(page, { setting, value: '10', since: '20/02/2024' });
    await change(`${page}/rut`, { setting, since: '2024-02-20' });
  }
  await change('/quan-tri/muc-tieu', { setting: 'target_document', document: 'Kế hoạch số 12' });
  const surveys = '/quan-tri/phieu';
  const survey = 'mot-cua-day-du/1';
  // From tomorrow: the counter added today already has a survey from today.
  await change(surveys, { survey, counter: 'all', since: '13/02/2024' });
  await change(surveys, { survey: 'mot-cua-ngan/1', counter: first, since: '20/02/2024' });
  await change(`${surveys}/rut`, { survey: 'mot-cua-ngan/1', since: '2024-02-20' });
  for (const [rule, state, threshold] of [
    ['foreign-form', 'off', ''],
    ['repeat-device', 'on', '1'],
    ['burst', 'on', '3'],
    ['too-fast', 'on', '1'],
    ['same-run', 'on', '9'],
  ] as const) {
    const page = `/quan-tri/quy-tac/${rule}`;
    await change(page, { state, threshold });
    await change(`${page}/rut`, { since: '2024-02-13' });
  }
  for (const setting of ['sipas', 'dvcqg-766']) {
    await change('/quan-tri/sipas', { setting, period: '2023', percent: '82,66', source: 'Bộ Nội vụ' });
    await change('/quan-tri/sipas', { setting, period: '', percent: '', source: '' });
  }
  // Checking a file stores nothing.
  const checked = await browser.post(`${surveys}/kiem-tra`, { text: '{"id": 5}' });
  expect(checked.status).toBe(422);
}

async function changePeopleAndKeys({ change, browser }: Changer, { testApp }: Office) {
  const people = '/quan-tri/nguoi-dung';
  await change(people, { full_name: 'Người mới', name: 'nguoi-moi', role: 'staff', all_counters: 'yes' });
  const leader = await addPerson(testApp, { role: 'leader', name: 'chu-tich' });
  const path = `${people}/${leader.id}`;
  const code = codeOf(await change(`${path}/dien-thoai`));
  const phone = openBrowser(testApp);
  expect((await phone.post('/dang-nhap/dien-thoai', { code })).status).toBe(303);
  const page = await (await browser.get(path)).text();
  await change(/action="([^"]*\/thu-hoi)"/.exec(page)?.[1] ?? '');
  await change(`${path}/vai-tro`, { role: 'supervisor' });
  await change(`${people}/hai-buoc`, { factor_role: 'supervisor' });
  await change(`${people}/hai-buoc`);
  await change(`${path}/hai-buoc`, { current: PASSWORD });
  await change(`${path}/duong-dan`, { current: PASSWORD });
  await change(`${path}/dang-xuat`);
  await change(`${path}/khoa`);
  await change(`${path}/mo-khoa`);

  const keys = '/quan-tri/khoa-api';
  await change(keys, { name: 'Sở Nội vụ', units: 'own', expires: '31/12/2024' });
  const made = (await listApiKeys(testApp.context.db)).find(({ name }) => name === 'Sở Nội vụ');
  await change(`${keys}/${made?.id}/thu-hoi`);
  await change('/quan-tri/luu-giu', { months: '6' });
  await change('/quan-tri/luu-giu/rut', { since: '2024-02-13' });
}

/** Each print job starts from a newly opened form. */
async function printSlips({ change, browser }: Changer, { first }: Office) {
  const path = '/can-bo/ma-qr/phieu';
  const { batch = '' } = hiddenFields(await (await browser.get(path)).text(), path);
  await change(path, { batch, counter: first, sheets: '1', days: '30' });
}

async function markComment({ change, browser }: Changer) {
  const html = await (await browser.get('/can-bo/gop-y')).text();
  const [, comment = ''] = /<li class="comment-card[^"]*" id="([^"]+)">/.exec(html) ?? [];
  await change('/can-bo/gop-y', { comment, state: 'da-xu-ly' });
}

/** Corrects and adds transactions of the closed week, by hand and from a file. */
async function correctTransactions({ change, browser }: Changer, { testApp, posted }: Office) {
  await change(`${TRANSACTIONS}/ngay`, { ...(await weekForm(browser)), 'n.2024-01-29.all': '30' });
  const day = `${TRANSACTIONS}/bo/2024-01-30_2024-01-30_all`;
  await change(day);
  await change(`${TRANSACTIONS}/khong`, { ngay: ['2024-01-30'] });
  await change(`${TRANSACTIONS}/tong`, { ky: '2024-W06', quay: 'all', n: '310' });

  const body = new FormData();
  body.append('file', new File(['Ngày;Số lượt\n31/01/2024;77\n01/02/2024;66\n'], 'xuat.csv'));
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = { Cookie: cookie, Origin: 'http://localhost' };
  const upload = await testApp.request(`${TRANSACTIONS}/tep`, { method: 'POST', headers, body });
  posted.push(`${TRANSACTIONS}/tep`);
  const path = upload.headers.get('location') ?? '';
  const answers = { trang: '0', dong: '1', kind: 'totals', date: '0', count: '1', counter: '-1' };
  const { mapping = '' } = hiddenFields(await change(path, answers), path);
  expect(mapping).toContain('totals');
  await change(path, { trang: '0', dong: '1', mapping: mapping.replaceAll('&quot;', '"'), confirm: 'yes' });
  const kept = await testApp.context.db.selectFrom('transaction_entries').select('n').execute();
  expect(kept.map(({ n }) => n)).toEqual(expect.arrayContaining([24, 30, 0, 310, 77, 66]));
  const [saved] = await testApp.context.db
    .selectFrom('transaction_entries')
    .select('entered_at')
    .where('source', '=', 'imported')
    .execute();
  await change(`${TRANSACTIONS}/tep/hoan-tac`, { luc: saved?.entered_at ?? '' });
  const [known] = await testApp.context.db.selectFrom('import_mappings').select('fingerprint').execute();
  await change(`${TRANSACTIONS}/tep/quen`, { cach: known?.fingerprint ?? '' });
}

/** Permissions that change data of the office, not only of the signed-in user. */
const CHANGES = PERMISSIONS.filter(
  ({ method, path }) =>
    method === 'POST' &&
    /^\/(quan-tri|can-bo)\//.test(path) &&
    !path.startsWith('/quan-tri/bat-dau') &&
    // Voids days that were ended while the clock was ahead (test/storage/clock-doubt.test.ts).
    path !== '/quan-tri/dong-ho',
).map(({ path }) => path);

const rowOf = (path: string): string | undefined =>
  CHANGES.find((row) => row === path) ??
  CHANGES.find((row) => new RegExp(`^${row.replaceAll(/:\w+/g, '[^/]+')}$`).test(path));

/** The expected text of every kind of entry, in both languages. */
const LINES: Readonly<Record<string, readonly [string, string]>> = {
  'unit-renamed': [
    'đơn vị đổi tên từ “UBND xã Đông Sơn” thành “UBND phường Đông Sơn”',
    'UBND phường Đông Sơn',
  ],
  'counter-opened': ['mở thêm quầy “Quầy thêm”', 'the counter “Quầy thêm” was opened'],
  'counter-renamed': ['đổi tên thành “Quầy tên mới”', 'was renamed “Quầy tên mới”'],
  'counter-closed': ['đóng, ngừng nhận phiếu', 'was closed and takes no forms'],
  'counter-reopened': ['mở lại.', 'was reopened.'],
  'counter-merged': ['gộp vào quầy “Quầy tên mới”', 'was merged into “Quầy tên mới”'],
  'target-changed': [
    'từ 12/02/2024 mục tiêu đổi từ 90% thành 99%',
    'from 12 Feb 2024 the target changes from 90% to 99%',
  ],
  'target-withdrawn': ['rút lại mục tiêu 10%', 'the target of 10% planned from 20 Feb 2024 is withdrawn'],
  'minimum-changed': ['đổi từ 30 thành 99', 'from 30 to 99'],
  'minimum-withdrawn': [
    'rút lại số phiếu tối thiểu 10',
    'the minimum of 10 ballots planned from 20 Feb 2024 is withdrawn',
  ],
  'survey-changed': [
    'từ 13/02/2024 tất cả các quầy dùng mẫu phiếu',
    'from 13 Feb 2024 all counters use the survey',
  ],
  'survey-withdrawn': ['rút lại mẫu phiếu', 'is withdrawn at: Quầy tên mới'],
  'transactions-corrected': [
    'đơn vị sửa 2 chỗ trong số lượt giao dịch ngày 31/01–01/02/2024, tổng từ 48 thành 143',
    '48 to 143',
  ],
  'rule-changed': ['quyết định tắt quy tắc', 'it was decided to switch the rule'],
  'rule-withdrawn': ['rút lại thay đổi của quy tắc', 'the change of the rule'],
};

/** Kinds of events of numeric settings that `LINES` does not list. */
const OTHER_NUMBERS = Object.values(NUMBER_SETTINGS)
  .flatMap(({ stem }) => [`${stem}-changed`, `${stem}-withdrawn`])
  .filter((kind) => LINES[kind] === undefined);

describe('a closed period', () => {
  it('is the same to the byte after everything that can be changed was changed, and the changes are public', async () => {
    const office = await openOffice();
    const { testApp, client, before, posted, asChanger } = office;
    const admin = asChanger(await signInAs(testApp, { role: 'administrator' }));
    await markComment(asChanger(await signInAs(testApp, { role: 'leader' })));
    const staff = asChanger(await signInAs(testApp, { role: 'staff' }));
    await correctTransactions(staff, office);
    await printSlips(staff, office);
    await changeUnitAndCounters(admin, office);
    await changeFigureSettings(admin, office);
    await changePeopleAndKeys(admin, office);

    // Every permitted change was made, and each act is logged.
    const checkOnly = '/quan-tri/phieu/kiem-tra';
    // Available only during a trial, which has no closed periods (`setup.test.ts`).
    const setup = '/quan-tri/thiet-lap';
    const left = CHANGES.filter(
      (row) => ![checkOnly, setup].includes(row) && !posted.some((path) => rowOf(path) === row),
    );
    expect(left).toEqual([]);

    // Later events change nothing either: days end, periods close, planned changes take effect.
    for (const day of ['2024-02-12', '2024-02-20', '2024-03-06']) await endDay(testApp, day);
    expect(await readClosed(testApp, client)).toEqual(before);
    // The changes did take effect: a period that was still open shows them.
    const running = await client.getReport('dong-son/2024-W10');
    expect(running.unit).toMatchObject({ official_code: '000.00.15.H34', name: 'UBND phường Đông Sơn' });
    expect(running.indicator).toMatchObject({
      target: { percent: 99, since: '2024-02-12' },
      minimum_n: 99,
    });

    const { events } = (await (await testApp.get('/ket-qua.json')).json()) as {
      events: { day: string; kind: string; params: object }[];
    };
    const kinds = Object.keys(PUBLIC_EVENTS).filter((kind) => !NOT_BY_HAND.includes(kind));
    expect([...new Set(events.map(({ kind }) => kind))].sort()).toEqual(kinds.sort());
    expect(new Set(events.map(({ day }) => day))).toEqual(new Set(['2024-02-12']));
    for (const [index, locale] of (['vi', 'en'] as const).entries()) {
      const html = await (await testApp.get(`/ket-qua?lang=${locale}`)).text();
      const section = /<section aria-labelledby="events">.*?<\/section>/s.exec(html)?.[0] ?? '';
      const lines = [...section.matchAll(/<li>(.*?)<\/li>/gs)].map(([, line = '']) => textOf(line));
      expect(lines).toHaveLength(events.length);
      const dated = index === 0 ? 'Ngày 12/02/2024: ' : '12 Feb 2024: ';
      expect(lines.filter((line) => !line.startsWith(dated))).toEqual([]);
      for (const kind of kinds) {
        if (OTHER_NUMBERS.includes(kind)) continue;
        const said = LINES[kind]?.[index] ?? `(no sentence for ${kind})`;
        expect(lines.join('\n'), kind).toContain(said);
      }
    }
  }, 60_000);
});

import { beforeEach, describe, expect, test } from 'vitest';
import { demandFactor } from '../../server/staff/change-factor.ts';
import { readText } from '../helpers/page-tables.ts';
import { signInAs } from '../helpers/staff-client.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

const SETUP = '/quan-tri/thiet-lap';

let testApp: TestApp;
let administrator: Awaited<ReturnType<typeof signInAs>>;

beforeEach(async () => {
  testApp = await createTestApp({ isOfficial: false });
  administrator = await signInAs(testApp, { role: 'administrator' });
});

/** The page's form fields with all counters ticked, and with changes. */
function fill(changes: Readonly<Record<string, string | null>> = {}): Record<string, string> {
  const counters = testApp.counters.flatMap(({ code, name }, index) => [
    [`code-${index}`, code],
    [`name-${index}`, name],
    [`open-${index}`, '1'],
  ]);
  const typed: Record<string, string | null> = {
    ...Object.fromEntries(counters),
    kind: 'đặc khu',
    name: 'UBND đặc khu Cát Hải',
    head_agency: '',
    places: 'Trung tâm Phục vụ hành chính công đặc khu Cát Hải\nĐiểm tiếp nhận Gia Luận',
    contact_phone: '0225 000 000',
    receiver: 'Sở Nội vụ',
    procedures_receiver: '',
    target: '90',
    document: '',
    ...changes,
  };
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== null)) as never;
}

const publicText = async () => readText(await (await testApp.get('/ket-qua')).text());

describe('the initial setup', () => {
  test('names unit, places, counters, receivers and target at once', async () => {
    const all = testApp.counters.length;
    const sent = await administrator.post(
      SETUP,
      fill({
        'name-0': 'Quầy số 1',
        'open-1': null,
        [`code-${all}`]: '',
        [`name-${all}`]: 'Đăng ký hộ kinh doanh',
        [`open-${all}`]: '1',
        [`code-${all + 1}`]: '',
        [`name-${all + 1}`]: 'Văn hóa – xã hội',
        [`code-${all + 2}`]: '',
        [`name-${all + 2}`]: '',
        [`open-${all + 2}`]: '1',
        target: '92,5',
        document: 'Kế hoạch số 12/KH-UBND',
      }),
    );
    expect(sent.headers.get('location')).toBe('/quan-tri?xong=1');
    const start = readText(await (await administrator.get('/quan-tri?xong=1')).text());
    expect(start).toContain('UBND đặc khu Cát Hải (đặc khu)');
    expect(start).toContain('92,5%, Kế hoạch số 12/KH-UBND');
    expect(start).toContain(`${all} quầy đang mở`);
    const counters = readText(await (await administrator.get('/quan-tri/quay')).text());
    expect(counters).toContain('Đăng ký hộ kinh doanh');
    expect(counters).not.toContain('Văn hóa – xã hội');
    expect(counters).toContain('Quầy số 1');
    // Changes before the official start are not published.
    expect(await publicText()).not.toMatch(/đổi tên|mở quầy|đóng quầy/i);
    // Submitting again changes only the fields that differ.
    const page = await (await administrator.get(SETUP)).text();
    expect(page).toContain('value="92,5"');
    expect(page).toContain('value="UBND đặc khu Cát Hải"');
  });

  test('gives the administrator of a small office further roles, once, in the log with the account', async () => {
    const page = await (await administrator.get(SETUP)).text();
    expect(page).toMatch(/name="own_role" value="leader"/);
    expect(page).not.toMatch(/name="own_role" value="(supervisor|administrator)"/);
    expect((await administrator.get('/lanh-dao')).status).toBe(403);
    const fields = { ...fill(), own_role: ['leader', 'staff'] };
    expect((await administrator.post(SETUP, fields)).status).toBe(303);
    expect((await administrator.post(SETUP, fields)).status).toBe(303);
    expect((await administrator.get('/lanh-dao')).status).toBe(200);
    expect((await administrator.get('/can-bo/giao-dich')).status).toBe(200);
    expect(await (await administrator.get(SETUP)).text()).toMatch(/value="leader" checked/);
    const log = readText(await (await administrator.get('/quan-tri/nhat-ky')).text());
    expect(log.match(/Đổi vai trò của/g)).toHaveLength(1);
    expect(log).toContain(
      `Đổi vai trò của ${administrator.user.name} từ Quản trị thành Cán bộ, Lãnh đạo, Quản trị`,
    );
    expect((await administrator.post(SETUP, { ...fill(), own_role: 'supervisor' })).status).toBe(303);
    expect((await administrator.get('/lanh-dao')).status).toBe(403);
  });

  test('asks for the second factor first where a further role demands it', async () => {
    await demandFactor(testApp.context, administrator.user, ['leader']);
    const refused = await administrator.post(SETUP, { ...fill(), own_role: ['leader'] });
    expect(refused.status).toBe(422);
    expect(readText(await refused.text())).toContain('Vai trò này cần xác thực hai bước');
    expect((await administrator.post(SETUP, { ...fill(), own_role: ['staff'] })).status).toBe(303);
    expect((await administrator.get('/can-bo/giao-dich')).status).toBe(200);
  });

  test.each([
    ['no kind', { kind: '' }, 'Vui lòng chọn loại đơn vị'],
    ['a counter without a name', { 'name-2': '…' }, 'tên quầy'],
    ['two counters of one name', { 'name-0': 'Quầy A', 'name-1': 'quầy a' }, 'đã mang tên này'],
    [
      'no counter',
      { 'open-0': null, 'open-1': null, 'open-2': null, 'open-3': null, 'open-4': null },
      'duy nhất',
    ],
    ['a target above 100', { target: '900' }, 'từ 0 đến 100'],
    ['a document of a page', { document: 'kế hoạch '.repeat(40) }, '200 ký tự'],
  ])('with %s is refused, names the fault and saves nothing', async (_, changes, sentence) => {
    const sent = await administrator.post(SETUP, fill({ name: 'UBND phường Mới', ...changes }));
    expect(sent.status).toBe(422);
    const html = await sent.text();
    expect(readText(html)).toContain(sentence);
    expect(html).toContain('value="UBND phường Mới"');
    expect(readText(await (await administrator.get('/quan-tri')).text())).not.toContain('UBND phường Mới');
  });

  test('says why a target cannot be changed today, with the day', async () => {
    const later = { setting: 'target_percent', value: '95', since: '07/03/2024', confirm: 'yes' };
    expect((await administrator.post('/quan-tri/muc-tieu', later)).status).toBe(303);
    const sent = await administrator.post(SETUP, fill({ target: '88' }));
    expect(sent.status).toBe(422);
    expect(readText(await sent.text())).toContain('dự kiến từ 07/03/2024');
  });

  test('adds counters in the last rows, too, however many there are', async () => {
    for (let n = 1; n <= 44; n += 1) {
      const counter = { name: `Quầy thêm ${n}`, channel: 'poster', field: '' };
      expect((await administrator.post('/quan-tri/quay', counter)).status).toBe(303);
    }
    const html = await (await administrator.get(SETUP)).text();
    const names = [...html.matchAll(/name="(name-\d+)"/g)].map(([, name = '']) => name);
    const rows = Object.fromEntries(
      [...html.matchAll(/<input type="hidden" name="(code-\d+)" value="(\w*)"/g)].map(([, name, code]) => [
        name,
        code,
      ]),
    );
    const values = Object.fromEntries(
      names.map((name) => [name, new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '']),
    );
    const ticks = Object.fromEntries(
      Object.keys(rows).flatMap((row) => (rows[row] ? [[row.replace('code', 'open'), '1']] : [])),
    );
    const last = names.at(-1) ?? '';
    const free = { [last]: 'Quầy cuối', [last.replace('name', 'open')]: '1' };
    const sent = await administrator.post(
      SETUP,
      fill({ ...rows, ...values, ...ticks, ...free } as Record<string, string>),
    );
    expect(sent.status).toBe(303);
    expect(readText(await (await administrator.get('/quan-tri/quay')).text())).toContain('Quầy cuối');
  });

  test('ends with the official start: each change is asked about from then on', async () => {
    const official = await createTestApp();
    const admin = await signInAs(official, { role: 'administrator' });
    for (const response of [await admin.get(SETUP), await admin.post(SETUP, fill({ target: '50' }))]) {
      expect(response.headers.get('location')).toBe('/quan-tri');
    }
    expect(readText(await (await admin.get('/quan-tri')).text())).toContain('90% · từ 30 phiếu');
  });

  test('tells all faults at once', async () => {
    const sent = await administrator.post(SETUP, fill({ name: '', 'name-3': '–', target: 'x' }));
    const html = await sent.text();
    for (const id of ['field-name', 'field-name-3', 'field-target']) expect(html).toContain(`href="#${id}"`);
  });
});

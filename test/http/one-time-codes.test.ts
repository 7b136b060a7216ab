import { describe, expect, it } from 'vitest';
import { renewFirstAdministratorLink } from '../../server/staff/make-link.ts';
import { addPerson, codeOf, openBrowser, PASSWORD, signInAs } from '../helpers/staff-client.ts';
import { createTestApp, START } from '../helpers/test-app.ts';

const later = (ms: number): string => new Date(Date.parse(START) + ms).toISOString();
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NEW_PASSWORD = 'mây trắng bay qua đồi';

describe('the first administrator', () => {
  const FIRST = { full_name: 'Người quản trị', name: 'quan-ly', password: NEW_PASSWORD };

  it('makes the account with the code of the start, once', async () => {
    const testApp = await createTestApp();
    const code = (await renewFirstAdministratorLink(testApp.context))!;
    const browser = openBrowser(testApp);
    const form = await (await browser.post('/dang-nhap/ma', { code })).text();
    expect(form).toContain('Tạo người quản trị đầu tiên');
    const short = await browser.post('/dang-nhap/mat-khau', { ...FIRST, code, password: 'ngắn', name: 'Ô' });
    expect(short.status).toBe(422);
    const faults = await short.text();
    expect(faults).toContain('ít nhất 12 ký tự');
    expect(faults).toContain('Tên đăng nhập cần từ 3 đến 32 ký tự');
    const done = await browser.post('/dang-nhap/mat-khau', { ...FIRST, code });
    expect(done.headers.get('location')).toBe('/quan-tri');
    expect((await browser.get('/quan-tri/nguoi-dung')).status).toBe(200);
    for (const path of ['/dang-nhap/ma', '/dang-nhap/mat-khau']) {
      const again = await openBrowser(testApp).post(path, { ...FIRST, code, name: 'ke-gian' });
      expect(again.status).toBe(422);
      expect(await again.text()).toContain('Mã này không dùng được');
    }
    expect(await renewFirstAdministratorLink(testApp.context)).toBeNull();
  });

  it('may paste the whole address in place of its code', async () => {
    const testApp = await createTestApp();
    const code = (await renewFirstAdministratorLink(testApp.context))!;
    const paste = async (text: string) =>
      (await openBrowser(testApp).post('/dang-nhap/ma', { code: text })).text();
    for (const text of [code, ` ${code}\n`, `http://localhost:8080/dang-nhap#ma=${code}\r\n`]) {
      expect(await paste(text), text).toContain('Tạo người quản trị đầu tiên');
    }
    for (const text of [`#ma=${code.slice(1)}`, `${code}#ma=`, `#ma=${code}&x=1`]) {
      expect(await paste(text), text).not.toContain('Tạo người quản trị đầu tiên');
    }
  });

  it('is created once, even by concurrent requests with the same code', async () => {
    const testApp = await createTestApp();
    const code = (await renewFirstAdministratorLink(testApp.context))!;
    const responses = await Promise.all(
      ['quan-ly', 'ke-gian', 'nguoi-ba'].map((name) =>
        openBrowser(testApp).post('/dang-nhap/mat-khau', { ...FIRST, code, name }),
      ),
    );
    expect(responses.map(({ status }) => status).sort()).toEqual([303, 422, 422]);
    expect((await testApp.context.db.selectFrom('users').select('id').execute()).length).toBe(1);
  });

  it('gets a new code at each start, and the old ones die', async () => {
    const testApp = await createTestApp();
    const old = (await renewFirstAdministratorLink(testApp.context))!;
    const fresh = (await renewFirstAdministratorLink(testApp.context))!;
    expect((await openBrowser(testApp).post('/dang-nhap/ma', { code: old })).status).toBe(422);
    expect((await openBrowser(testApp).post('/dang-nhap/ma', { code: fresh })).status).toBe(200);
  });

  it('is required while no administrator can sign in', async () => {
    const testApp = await createTestApp();
    await addPerson(testApp, { role: 'leader' });
    await addPerson(testApp, { role: 'administrator', is_active: false });
    expect(await renewFirstAdministratorLink(testApp.context)).not.toBeNull();
    await addPerson(testApp, { role: 'administrator' });
    expect(await renewFirstAdministratorLink(testApp.context)).toBeNull();
  });

  it('has no use for the code once somebody else administers', async () => {
    const testApp = await createTestApp();
    const code = (await renewFirstAdministratorLink(testApp.context))!;
    await addPerson(testApp, { role: 'administrator' });
    for (const path of ['/dang-nhap/ma', '/dang-nhap/mat-khau']) {
      const late = await openBrowser(testApp).post(path, { ...FIRST, code });
      expect(late.status).toBe(422);
      expect(await late.text()).toContain('Mã này không dùng được');
    }
  });

  it('keeps the code when the name is taken', async () => {
    const testApp = await createTestApp();
    await addPerson(testApp, { role: 'leader', name: 'quan-ly' });
    const code = (await renewFirstAdministratorLink(testApp.context))!;
    const taken = await openBrowser(testApp).post('/dang-nhap/mat-khau', { ...FIRST, code });
    expect(await taken.text()).toContain('Đã có người dùng tên đăng nhập này');
    const other = await openBrowser(testApp).post('/dang-nhap/mat-khau', {
      ...FIRST,
      code,
      name: 'quan-ly-2',
    });
    expect(other.status).toBe(303);
  });
});

describe('a code that opens nothing', () => {
  it.each(['', 'x', 'A'.repeat(43), `${'A'.repeat(43)}\0`, 'á'.repeat(43)])(
    'is refused: %j',
    async (code) => {
      const testApp = await createTestApp();
      for (const path of ['/dang-nhap/ma', '/dang-nhap/mat-khau', '/dang-nhap/dien-thoai']) {
        expect((await openBrowser(testApp).post(path, { code, password: NEW_PASSWORD })).status).toBe(422);
      }
    },
  );
});

describe('a password link', () => {
  it('is shown once to the administrator, sets the password once, and ends other sessions', async () => {
    const testApp = await createTestApp();
    const administrator = await signInAs(testApp, { role: 'administrator' });
    const leader = await signInAs(testApp, { role: 'leader' });
    const page = `/quan-tri/nguoi-dung/${leader.user.id}`;
    const asked = await (await administrator.post(`${page}/duong-dan`, {})).text();
    expect(asked).not.toMatch(/#ma=[\w-]{43}/);
    const shown = await administrator.post(`${page}/duong-dan`, { confirm: 'yes', current: PASSWORD });
    expect(shown.headers.get('Cache-Control')).toBe('no-store');
    const code = codeOf(await shown.text());
    expect(await (await administrator.get(page)).text()).not.toMatch(/#ma=[\w-]{43}/);
    expect((await leader.get('/lanh-dao')).status).toBe(200);

    const browser = openBrowser(testApp);
    expect(await (await browser.post('/dang-nhap/ma', { code })).text()).toContain(leader.user.name);
    const done = await browser.post('/dang-nhap/mat-khau', { code, password: NEW_PASSWORD });
    expect(done.headers.get('location')).toBe('/lanh-dao');
    expect((await leader.get('/lanh-dao')).status).toBe(303);
    expect((await leader.signIn(leader.user.name, PASSWORD)).status).toBe(422);
    expect((await leader.signIn(leader.user.name, NEW_PASSWORD)).status).toBe(303);
    expect(
      (await openBrowser(testApp).post('/dang-nhap/mat-khau', { code, password: PASSWORD })).status,
    ).toBe(422);
  });

  it('ends after 7 days, with a newer one, and with the account', async () => {
    const testApp = await createTestApp();
    const administrator = await signInAs(testApp, { role: 'administrator' });
    const { id } = await addPerson(testApp, { role: 'leader' });
    const page = `/quan-tri/nguoi-dung/${id}`;
    const make = async () =>
      codeOf(
        await (await administrator.post(`${page}/duong-dan`, { confirm: 'yes', current: PASSWORD })).text(),
      );
    const statusOf = async (code: string) =>
      (await openBrowser(testApp).post('/dang-nhap/ma', { code })).status;
    const old = await make();
    const newer = await make();
    expect(await statusOf(old)).toBe(422);
    testApp.setTime(later(7 * DAY - 1_000));
    expect(await statusOf(newer)).toBe(200);
    testApp.setTime(later(7 * DAY));
    expect(await statusOf(newer)).toBe(422);
    await administrator.signIn(administrator.user.name);
    const last = await make();
    await administrator.post(`${page}/khoa`, { confirm: 'yes' });
    expect(await statusOf(last)).toBe(422);
    await administrator.post(`${page}/mo-khoa`, {});
    expect(await statusOf(last)).toBe(422);
  });

  it('cannot be used for a phone, nor a phone code for a password', async () => {
    const testApp = await createTestApp();
    const administrator = await signInAs(testApp, { role: 'administrator' });
    const { id } = await addPerson(testApp, { role: 'leader' });
    const page = `/quan-tri/nguoi-dung/${id}`;
    const forPassword = codeOf(
      await (await administrator.post(`${page}/duong-dan`, { confirm: 'yes', current: PASSWORD })).text(),
    );
    const forPhone = codeOf(await (await administrator.post(`${page}/dien-thoai`, {})).text());
    const browser = openBrowser(testApp);
    expect((await browser.post('/dang-nhap/dien-thoai', { code: forPassword })).status).toBe(422);
    expect(
      (await browser.post('/dang-nhap/mat-khau', { code: forPhone, password: NEW_PASSWORD })).status,
    ).toBe(422);
    expect((await browser.post('/dang-nhap/dien-thoai', { code: forPhone })).status).toBe(303);
  });
});

describe('a remembered phone', () => {
  async function rememberPhone() {
    const testApp = await createTestApp();
    const administrator = await signInAs(testApp, { role: 'administrator' });
    const leader = await addPerson(testApp, { role: 'leader' });
    const page = `/quan-tri/nguoi-dung/${leader.id}`;
    const shown = await (await administrator.post(`${page}/dien-thoai`, {})).text();
    expect(shown).toContain('<svg');
    const code = codeOf(shown);
    const phone = openBrowser(testApp);
    expect(await (await phone.post('/dang-nhap/ma', { code })).text()).toContain('Ghi nhớ điện thoại này');
    const done = await phone.post('/dang-nhap/dien-thoai', { code });
    expect(done.headers.get('location')).toBe('/lanh-dao');
    return { testApp, administrator, leader, page, code, phone };
  }

  it('reads for 90 days without a password, and changes nothing', async () => {
    const { testApp, phone, leader } = await rememberPhone();
    const html = await (await phone.get('/lanh-dao')).text();
    expect(html).toContain(`Điện thoại được ghi nhớ của ${leader.name}, chỉ xem`);
    expect((await phone.get('/tai-khoan')).status).toBe(303);
    expect((await phone.post('/tai-khoan/dang-xuat', { confirm: 'yes' })).status).toBe(303);
    testApp.setTime(later(90 * DAY - 1_000));
    expect((await phone.get('/lanh-dao')).status).toBe(200);
    testApp.setTime(later(90 * DAY));
    expect((await phone.get('/lanh-dao')).status).toBe(303);
  });

  it('is remembered by one scan within 10 minutes', async () => {
    const { testApp, administrator, page, code } = await rememberPhone();
    expect((await openBrowser(testApp).post('/dang-nhap/dien-thoai', { code })).status).toBe(422);
    const late = codeOf(await (await administrator.post(`${page}/dien-thoai`, {})).text());
    testApp.setTime(later(10 * MINUTE));
    expect((await openBrowser(testApp).post('/dang-nhap/dien-thoai', { code: late })).status).toBe(422);
  });

  it('is listed, and revoked after one question', async () => {
    const { administrator, page, phone } = await rememberPhone();
    const html = await (await administrator.get(page)).text();
    const revoke = /action="([^"]+\/thu-hoi)"/.exec(html)![1]!;
    expect(await (await administrator.post(revoke, {})).text()).toContain('Thu hồi điện thoại được ghi nhớ');
    expect((await phone.get('/lanh-dao')).status).toBe(200);
    await administrator.post(revoke, { confirm: 'yes' });
    expect((await phone.get('/lanh-dao')).status).toBe(303);
    expect(await (await administrator.get(page)).text()).toContain('Chưa ghi nhớ điện thoại nào');
    expect((await administrator.post(revoke, { confirm: 'yes' })).status).toBe(404);
  });

  it('is signed out when its person loses the right, signs out everywhere, or on the phone', async () => {
    for (const end of ['role', 'everywhere', 'phone'] as const) {
      const { administrator, page, phone } = await rememberPhone();
      if (end === 'role') await administrator.post(`${page}/vai-tro`, { role: 'staff', all_counters: 'yes' });
      if (end === 'everywhere') await administrator.post(`${page}/dang-xuat`, { confirm: 'yes' });
      const token = phone.cookies.get('hl_phone')!;
      if (end === 'phone') await phone.post('/dang-xuat', {});
      phone.cookies.set('hl_phone', token);
      expect((await phone.get('/can-bo')).status, end).toBe(303);
    }
  });

  it('is signed out when its person changes the password, as that page says', async () => {
    const { testApp, leader, phone } = await rememberPhone();
    const browser = openBrowser(testApp);
    await browser.signIn(leader.name);
    await browser.post('/tai-khoan/mat-khau', { current: PASSWORD, password: NEW_PASSWORD });
    expect((await browser.get('/lanh-dao')).status).toBe(200);
    expect((await phone.get('/lanh-dao')).status).toBe(303);
  });

  it('is for leaders and supervisors alone', async () => {
    const testApp = await createTestApp();
    const administrator = await signInAs(testApp, { role: 'administrator' });
    for (const role of ['staff', 'administrator'] as const) {
      const { id } = await addPerson(testApp, { role });
      expect((await administrator.post(`/quan-tri/nguoi-dung/${id}/dien-thoai`, {})).status).toBe(422);
    }
  });
});

describe('people', () => {
  it('are added; all faults are reported at once and the input is kept', async () => {
    const testApp = await createTestApp();
    const administrator = await signInAs(testApp, { role: 'administrator', name: 'quan-ly' });
    const empty = await administrator.post('/quan-tri/nguoi-dung', { name: 'Ô', full_name: '', role: 'chu' });
    expect(empty.status).toBe(422);
    const html = await empty.text();
    for (const fault of ['field-name', 'field-full_name', 'field-role'])
      expect(html).toContain(`href="#${fault}"`);
    const none = await administrator.post('/quan-tri/nguoi-dung', {
      name: 'can-bo-a',
      full_name: 'Cán bộ A',
      role: 'staff',
      all_counters: 'no',
    });
    expect(await none.text()).toContain('Vui lòng chọn ít nhất một quầy');
    const taken = await administrator.post('/quan-tri/nguoi-dung', {
      name: ' QUAN-ly ',
      full_name: 'Cán bộ A',
      role: 'staff',
    });
    expect(await taken.text()).toContain('Đã có người dùng tên đăng nhập này');
  });

  it('always have somebody left who administers', async () => {
    const testApp = await createTestApp();
    const administrator = await signInAs(testApp, { role: 'administrator' });
    await addPerson(testApp, { role: 'administrator', is_active: false });
    const page = `/quan-tri/nguoi-dung/${administrator.user.id}`;
    for (const [act, fields] of [
      ['khoa', { confirm: 'yes' }],
      ['vai-tro', { role: 'leader', all_counters: 'yes' }],
    ] as const) {
      const response = await administrator.post(`${page}/${act}`, fields);
      expect(response.status).toBe(422);
      expect(await response.text()).toContain('người quản trị duy nhất');
    }
    expect((await administrator.get('/quan-tri')).status).toBe(200);
    await addPerson(testApp, { role: 'administrator' });
    expect((await administrator.post(`${page}/khoa`, { confirm: 'yes' })).status).toBe(303);
    expect((await administrator.get('/quan-tri')).status).toBe(303);
  });

  it('who are not there are not found', async () => {
    const testApp = await createTestApp();
    const administrator = await signInAs(testApp, { role: 'administrator' });
    const page = `/quan-tri/nguoi-dung/${'e'.repeat(32)}`;
    expect((await administrator.get(page)).status).toBe(404);
    for (const act of ['vai-tro', 'duong-dan', 'khoa', 'mo-khoa', 'dang-xuat', 'dien-thoai']) {
      const fields = { confirm: 'yes', role: 'staff' };
      expect((await administrator.post(`${page}/${act}`, fields)).status, act).toBe(404);
    }
  });
});

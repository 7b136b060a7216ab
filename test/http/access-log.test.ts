import { describe, expect, it } from 'vitest';
import { listAccess } from '../../server/act/access.store.ts';
import { ACCESS_KINDS } from '../../server/act/access.ts';
import { makePasswordLink, makePhoneLink } from '../../server/staff/make-link.ts';
import { nameDevice } from '../../server/staff/staff-cookies.ts';
import { writeAccess } from '../../server/staff/write-access.ts';
import { accessVi } from '../../web/messages/access.vi.ts';
import { addPerson, codeOf, openBrowser, PASSWORD, signInAs } from '../helpers/staff-client.ts';
import { dumpTables } from '../helpers/table-dump.ts';
import { createTestApp, hiddenField, START, type TestApp } from '../helpers/test-app.ts';

async function readLog({ context }: TestApp): Promise<string[]> {
  await writeAccess(context);
  const rows = await listAccess(context.db, { userName: null, kind: null }, 100, 0);
  return rows.map((row) => [row.user_name, row.kind, row.detail, row.count].join(' ')).sort();
}

const EDGE = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0';

describe('the access log', () => {
  it('has who signed in, failed, was refused, exported, uploaded and read comments', async () => {
    const testApp = await createTestApp();
    const leader = await signInAs(testApp, { role: 'leader', name: 'chu-tich' }, '192.0.2.77');
    for (const path of ['/can-bo/gop-y', '/can-bo/gop-y', '/lanh-dao/so-lieu.csv', '/can-bo/tuan.xlsx'])
      expect((await leader.get(path)).status, path).toBe(200);
    await leader.get('/can-bo/gop-y', { 'Hailong-Refresh': '1' });
    expect((await leader.get('/quan-tri/nguoi-dung')).status).toBe(403);
    await leader.post('/tai-khoan/mat-khau', { current: 'sai', password: 'mây trắng bay qua đồi' });
    const admin = await signInAs(testApp, { role: 'administrator', name: 'quan-ly' });
    await admin.post('/quan-tri/phieu/kiem-tra', { file: '{}' });
    expect((await admin.get('/quan-tri/truy-cap')).status).toBe(200);
    const guesser = openBrowser(testApp, '192.0.2.99');
    for (let n = 0; n < 8; n += 1) await guesser.signIn('chu-tich', 'sai');
    await guesser.signIn('mật khẩu của tôi', 'sai');
    const log = await readLog(testApp);
    expect(log).toEqual([
      ' sign-in-failed password 1',
      'chu-tich comments-read /can-bo/gop-y 2',
      'chu-tich exported /can-bo/tuan.xlsx 1',
      'chu-tich exported /lanh-dao/so-lieu.csv 1',
      'chu-tich refused /quan-tri/nguoi-dung 1',
      'chu-tich sign-in-failed own-password 1',
      'chu-tich sign-in-failed password 5',
      'chu-tich signed-in password 1',
      'chu-tich slowed  3',
      'quan-ly log-read /quan-tri/truy-cap 1',
      'quan-ly signed-in password 1',
    ]);
    const stored = JSON.stringify(await dumpTables(testApp.context.db));
    for (const secret of ['192.0.2', 'mật khẩu của tôi']) expect(stored).not.toContain(secret);
  });

  it('is not written by a request that reads', async () => {
    const testApp = await createTestApp();
    const leader = await signInAs(testApp, { role: 'leader' });
    const before = await dumpTables(testApp.context.db);
    await leader.get('/can-bo/gop-y');
    await leader.get('/lanh-dao/so-lieu.csv');
    await leader.get('/quan-tri');
    expect(await dumpTables(testApp.context.db)).toEqual(before);
    expect(await readLog(testApp)).toHaveLength(4);
  });

  it('is shown to administrator and supervisor, by person and kind, page by page', async () => {
    const testApp = await createTestApp();
    const supervisor = await signInAs(testApp, { role: 'supervisor', name: 'giam-sat' });
    const { name } = await addPerson(testApp, { role: 'leader', name: 'chu-tich' });
    const path = '/quan-tri/truy-cap';
    const rowsOf = async (query: string) => {
      const html = await (await supervisor.get(`${path}?${query}`)).text();
      return { html, rows: html.match(/<td class="whole">/g)?.length ?? 0 };
    };
    expect((await rowsOf('nguoi=chu-tich')).html).toContain(accessVi.noneFound);
    for (let n = 0; n < 60; n += 1)
      testApp.context.access.note('signed-in', name, 'password', new Date(Date.parse(START) + n * 1000));
    testApp.context.access.note('sign-in-failed', 'không có ai', 'password', new Date(START));
    await writeAccess(testApp.context);
    const first = await rowsOf('nguoi=chu-tich&loai=signed-in');
    expect(first.rows).toBe(50);
    const older = /href="(\/quan-tri\/truy-cap\?[^"]*trang=2)"/
      .exec(first.html)?.[1]
      ?.replaceAll('&amp;', '&');
    expect((await rowsOf(older!.split('?')[1]!)).rows).toBe(10);
    const unknown = await rowsOf('nguoi=-');
    expect([unknown.rows, unknown.html.includes('Đăng nhập sai mật khẩu, 1 lần')]).toEqual([1, true]);
    for (const odd of ['trang=0', 'trang=x', 'loai=x', 'nguoi=x', 'trang=999999'])
      expect((await supervisor.get(`${path}?${odd}`)).status, odd).toBe(200);
  });

  it('has a sentence for each kind', () => {
    for (const kind of ACCESS_KINDS) {
      expect(accessVi.kinds[kind], kind).toBeTruthy();
      expect(accessVi.says[kind]?.('/a/b', '2'), kind).toBeTruthy();
    }
  });
});

describe("a person's sessions", () => {
  it('are listed on the account page with browser and times, and ended one by one or all others', async () => {
    const testApp = await createTestApp();
    const { name, id } = await addPerson(testApp, { role: 'leader' });
    const [own, second, third] = [openBrowser(testApp), openBrowser(testApp), openBrowser(testApp)];
    const fields = { name, password: PASSWORD, next: '' };
    await own.post('/dang-nhap', fields, { 'User-Agent': EDGE });
    await second.post('/dang-nhap', fields, { 'User-Agent': 'x'.repeat(9_000) });
    await third.post('/dang-nhap', fields);
    const html = await (await own.get('/tai-khoan')).text();
    expect(html).toContain('Edge, Windows (máy này)');
    const ids = [...html.matchAll(/action="\/tai-khoan\/phien\/([\da-f]{32})"/g)].map(([, one]) => one!);
    expect(ids).toHaveLength(2);
    expect(html).not.toContain(own.cookies.get('hl_staff'));
    // Using the id of another person's session ends no session.
    const stranger = await signInAs(testApp, { role: 'administrator' });
    for (const one of ids) await stranger.post(`/tai-khoan/phien/${one}`, {});
    expect((await second.get('/lanh-dao')).status).toBe(200);
    await own.post(`/tai-khoan/phien/${ids[0]}`, {});
    const open = async () =>
      (await Promise.all([second, third].map((one) => one.get('/lanh-dao')))).map((r) => r.status);
    expect((await open()).sort()).toEqual([200, 303]);
    await own.post('/tai-khoan/phien', {});
    expect(await open()).toEqual([303, 303]);
    expect((await own.get('/tai-khoan')).status).toBe(200);
    expect((await stranger.get('/quan-tri')).status).toBe(200);
    const rows = await testApp.context.db
      .selectFrom('sessions')
      .select('device')
      .where('user_id', '=', id)
      .execute();
    expect(rows).toEqual([{ device: 'Edge, Windows' }]);
  });

  it.each([
    [EDGE, 'Edge, Windows'],
    ['Mozilla/5.0 (Linux; Android 14; SM-A155F) Chrome/131.0 Mobile Safari/537.36', 'Chrome, Android'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_5) Version/17.5 Mobile/15E148 Safari/604.1', 'Safari, iPhone'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_5) Mobile/15E148 Zalo iOS/24.1', 'Zalo, iPhone'],
    ['Mozilla/5.0 (Windows NT 10.0; rv:132.0) Gecko/20100101 Firefox/132.0', 'Firefox, Windows'],
    ['curl/8', ''],
    [undefined, ''],
  ])('%s is %j', (userAgent, name) => {
    expect(nameDevice(userAgent)).toBe(name);
  });
});

describe('what others did to an account', () => {
  it('is told at the next sign-in with a password, before anything else', async () => {
    const testApp = await createTestApp();
    const admin = await signInAs(testApp, { role: 'administrator', name: 'quan-ly' });
    const leader = await addPerson(testApp, { role: 'leader' });
    await admin.post(`/quan-tri/nguoi-dung/${leader.id}/duong-dan`, { confirm: 'yes', current: PASSWORD });
    await makePasswordLink(testApp.context, null, leader);
    await makePhoneLink(testApp.context, admin.user, leader);
    const browser = openBrowser(testApp);
    const reply = await browser.post('/dang-nhap', {
      name: leader.name,
      password: PASSWORD,
      next: '/can-bo',
    });
    expect(reply.headers.get('location')).toBe('/tai-khoan?tiep=%2Fcan-bo');
    const html = await (await browser.get('/tai-khoan?tiep=%2Fcan-bo')).text();
    expect(html).toContain(', quan-ly đã tạo liên kết đặt lại mật khẩu cho bạn');
    expect(html).toContain(', quan-ly đã tạo mã ghi nhớ một điện thoại');
    const fields = { next: hiddenField(html, 'next'), until: hiddenField(html, 'until') };
    expect((await browser.post('/tai-khoan/da-biet', fields)).headers.get('location')).toBe('/can-bo');
    expect((await browser.signIn(leader.name)).headers.get('location')).toBe('/lanh-dao');
    for (const next of ['//evil.example', 'https://evil.example', ''])
      expect((await browser.post('/tai-khoan/da-biet', { next })).headers.get('location')).toBe('/tai-khoan');
  });

  it('names in the log who made a link for a password, and in whose browser it was opened first', async () => {
    const testApp = await createTestApp();
    const admin = await signInAs(testApp, { role: 'administrator', name: 'quan-ly' });
    const leader = await addPerson(testApp, { role: 'leader', name: 'chu-tich' });
    const path = `/quan-tri/nguoi-dung/${leader.id}/duong-dan`;
    const make = async () =>
      codeOf(await (await admin.post(path, { confirm: 'yes', current: PASSWORD })).text());
    const code = await make();
    await admin.post('/dang-nhap/ma', { code });
    await openBrowser(testApp).post('/dang-nhap/ma', { code });
    await openBrowser(testApp).post('/dang-nhap/ma', { code: await make() });
    const acts = await testApp.context.db
      .selectFrom('acts')
      .select(['actor_name', 'params'])
      .where('kind', '=', 'password-link-opened')
      .execute();
    const told = acts.map(({ actor_name, params }) => [actor_name, JSON.parse(params)]);
    expect(told).toHaveLength(2);
    expect(told).toContainEqual(['quan-ly', { user: 'chu-tich', by: 'quan-ly', known: 1 }]);
    expect(told).toContainEqual(['chu-tich', { user: 'chu-tich', by: 'quan-ly', known: 0 }]);
  });
});

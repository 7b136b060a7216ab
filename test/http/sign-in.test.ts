import { describe, expect, it, vi } from 'vitest';
import { createStaffCommand } from '../../server/cli/commands/create-staff.ts';
import { createPasswordHasher, PasswordsBusy } from '../../server/staff/password-hash.ts';
import { findUserByName } from '../../server/staff/user.store.ts';
import { commandOf } from '../helpers/command.ts';
import { addPerson, codeOf, openBrowser, PASSWORD, signInAs } from '../helpers/staff-client.ts';
import { createTestApp, START, type TestApp } from '../helpers/test-app.ts';

const later = (ms: number): string => new Date(Date.parse(START) + ms).toISOString();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('a session', () => {
  it('is opaque, kept as a hash, and its cookie is out of reach of scripts and other sites', async () => {
    const testApp = await createTestApp({ environment: { TRUSTED_PROXIES: '1' } });
    const { name } = await addPerson(testApp, { role: 'leader' });
    const browser = openBrowser(testApp);
    const response = await browser.post(
      '/dang-nhap',
      { name, password: PASSWORD },
      { 'X-Forwarded-Proto': 'https' },
    );
    expect(response.headers.get('location')).toBe('/lanh-dao');
    const cookie = response.headers.getSetCookie().find((line) => line.startsWith('__Host-'))!;
    expect(cookie).toMatch(/^__Host-hl_staff=[\w-]{43};/);
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Secure', 'Path=/']) expect(cookie).toContain(part);
    const [row] = await testApp.context.db.selectFrom('sessions').selectAll().execute();
    expect(row!.hash).toMatch(/^[\da-f]{64}$/);
    expect(JSON.stringify(row)).not.toContain(browser.cookies.get('__Host-hl_staff'));
    expect(response.headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}$/);
    // A cookie that another host set for the whole domain is ignored.
    const tossed = openBrowser(testApp);
    tossed.cookies.set('hl_staff', browser.cookies.get('__Host-hl_staff')!);
    expect((await tossed.get('/lanh-dao', { 'X-Forwarded-Proto': 'https' })).status).toBe(303);
    expect((await browser.get('/lanh-dao', { 'X-Forwarded-Proto': 'https' })).status).toBe(200);
  });

  it('leaves nothing in the cache when it ends, so that "back" shows nothing to the next person', async () => {
    const testApp = await createTestApp();
    for (const [path, fields] of [
      ['/dang-xuat', {}],
      ['/tai-khoan/dang-xuat', { confirm: 'yes' }],
    ] as const) {
      const browser = await signInAs(testApp, { role: 'leader' });
      const response = await browser.post(path, fields);
      expect(response.status).toBe(303);
      expect(response.headers.get('clear-site-data')).toBe('"cache"');
      expect(browser.cookies.has('hl_staff')).toBe(false);
      expect(response.headers.get('strict-transport-security')).toBeNull();
    }
  });

  it('is another one after each sign-in, and the one before opens nothing', async () => {
    const testApp = await createTestApp();
    const browser = await signInAs(testApp, { role: 'leader' });
    const before = browser.cookies.get('hl_staff')!;
    await browser.signIn(browser.user.name);
    expect(browser.cookies.get('hl_staff')).not.toBe(before);
    const old = openBrowser(testApp);
    old.cookies.set('hl_staff', before);
    expect((await old.get('/lanh-dao')).status).toBe(303);
  });

  it('cannot be planted: what the browser held is not what it gets', async () => {
    const testApp = await createTestApp();
    const { name } = await addPerson(testApp, { role: 'leader' });
    const victim = openBrowser(testApp);
    victim.cookies.set('hl_staff', 'A'.repeat(43));
    await victim.signIn(name);
    const attacker = openBrowser(testApp);
    attacker.cookies.set('hl_staff', 'A'.repeat(43));
    expect((await attacker.get('/lanh-dao')).status).toBe(303);
  });

  it('is refused when it is tampered with, cut, of the other kind, or nonsense', async () => {
    const testApp = await createTestApp();
    const browser = await signInAs(testApp, { role: 'leader' });
    const token = browser.cookies.get('hl_staff')!;
    const flipped = `${token.slice(0, -2)}${token.at(-2) === 'A' ? 'B' : 'A'}${token.at(-1)}`;
    for (const value of [flipped, token.slice(1), `${token}A`, '', 'null', `${token},${token}`, '%00']) {
      const other = openBrowser(testApp);
      other.cookies.set('hl_staff', value);
      expect((await other.get('/lanh-dao')).status, value).toBe(303);
    }
    const asPhone = openBrowser(testApp);
    asPhone.cookies.set('hl_phone', token);
    expect((await asPhone.get('/lanh-dao')).status).toBe(303);
  });

  it('of another installation opens nothing here', async () => {
    const [here, there] = [await createTestApp(), await createTestApp()];
    const foreign = await signInAs(there, { role: 'leader', name: 'chu-tich' });
    await addPerson(here, { role: 'leader', name: 'chu-tich' });
    const browser = openBrowser(here);
    for (const [name, value] of foreign.cookies) browser.cookies.set(name, value);
    expect((await browser.get('/lanh-dao')).status).toBe(303);
  });

  it('ends after 8 hours without use, and after 24 in any case', async () => {
    const testApp = await createTestApp();
    const idle = await signInAs(testApp, { role: 'leader' });
    const busy = await signInAs(testApp, { role: 'leader' });
    for (let hour = 6; hour <= 23; hour += 6) {
      testApp.setTime(later(hour * HOUR));
      expect((await busy.get('/lanh-dao')).status, `${hour} h`).toBe(200);
    }
    expect((await idle.get('/lanh-dao')).status).toBe(303);
    testApp.setTime(later(DAY - 1_000));
    expect((await busy.get('/lanh-dao')).status).toBe(200);
    testApp.setTime(later(DAY));
    expect((await busy.get('/lanh-dao')).status).toBe(303);
  });

  it('ends with signing out, though the cookie is kept', async () => {
    const testApp = await createTestApp();
    const browser = await signInAs(testApp, { role: 'leader' });
    const token = browser.cookies.get('hl_staff')!;
    expect((await browser.post('/dang-xuat', {})).headers.get('location')).toBe('/dang-nhap');
    expect(browser.cookies.has('hl_staff')).toBe(false);
    browser.cookies.set('hl_staff', token);
    expect((await browser.get('/lanh-dao')).status).toBe(303);
  });

  it('ends at once for a disabled person, and follows a changed role at once', async () => {
    const testApp = await createTestApp();
    const administrator = await signInAs(testApp, { role: 'administrator' });
    const leader = await signInAs(testApp, { role: 'leader' });
    const page = `/quan-tri/nguoi-dung/${leader.user.id}`;
    await administrator.post(`${page}/vai-tro`, { role: 'staff', all_counters: 'yes' });
    expect((await leader.get('/lanh-dao')).status).toBe(403);
    expect((await leader.get('/can-bo')).status).toBe(200);
    expect((await administrator.post(`${page}/khoa`, {})).status).toBe(200);
    expect((await leader.get('/can-bo')).status).toBe(200);
    expect((await administrator.post(`${page}/khoa`, { confirm: 'yes' })).status).toBe(303);
    expect((await leader.get('/can-bo')).status).toBe(303);
    expect((await leader.signIn(leader.user.name)).status).toBe(422);
    await administrator.post(`${page}/mo-khoa`, {});
    expect((await leader.get('/can-bo')).status).toBe(303);
    expect((await leader.signIn(leader.user.name)).status).toBe(303);
  });

  it('of everybody of that account ends with "sign out everywhere", by the person or the administrator', async () => {
    const testApp = await createTestApp();
    const administrator = await signInAs(testApp, { role: 'administrator' });
    const desk = await signInAs(testApp, { role: 'leader' });
    const home = openBrowser(testApp);
    const colleague = await signInAs(testApp, { role: 'leader' });
    await home.signIn(desk.user.name);
    await desk.post('/tai-khoan/dang-xuat', {});
    expect((await home.get('/lanh-dao')).status).toBe(200);
    await desk.post('/tai-khoan/dang-xuat', { confirm: 'yes' });
    expect((await home.get('/lanh-dao')).status).toBe(303);
    await home.signIn(desk.user.name);
    await administrator.post(`/quan-tri/nguoi-dung/${desk.user.id}/dang-xuat`, { confirm: 'yes' });
    expect((await home.get('/lanh-dao')).status).toBe(303);
    expect((await colleague.get('/lanh-dao')).status).toBe(200);
  });

  it('leads back to the page that was asked for, and never to another site', async () => {
    const testApp = await createTestApp();
    const { name } = await addPerson(testApp, { role: 'leader' });
    const browser = openBrowser(testApp);
    const target = (await browser.get('/can-bo?tuan=2024-W04')).headers.get('location')!;
    expect(target).toBe('/dang-nhap?tiep=%2Fcan-bo%3Ftuan%3D2024-W04');
    expect(await (await browser.get(target)).text()).toContain('value="/can-bo?tuan=2024-W04"');
    for (const [next, expected] of [
      ['/can-bo?tuan=2024-W04', '/can-bo?tuan=2024-W04'],
      ['//evil.example/', '/lanh-dao'],
      ['https://evil.example/', '/lanh-dao'],
      ['/\\evil.example', '/lanh-dao'],
      ['javascript:alert(1)', '/lanh-dao'],
    ] as const) {
      const response = await browser.post('/dang-nhap', { name, password: PASSWORD, next });
      expect(response.headers.get('location'), next).toBe(expected);
    }
  });
});

describe('signing in over plain http', () => {
  it('is refused from another machine, for passwords and codes, unless that is allowed', async () => {
    for (const allowed of ['off', 'on']) {
      const testApp = await createTestApp({
        environment: { ALLOW_HTTP: allowed, PUBLIC_URL: 'http://khaosat.example.gov.vn' },
      });
      const { name } = await addPerson(testApp, { role: 'leader' });
      const headers = { Host: 'khaosat.example.gov.vn', Origin: 'http://khaosat.example.gov.vn' };
      const response = await testApp.post('/dang-nhap', { name, password: PASSWORD }, headers);
      expect(response.status).toBe(allowed === 'on' ? 303 : 422);
      for (const path of ['/dang-nhap/ma', '/dang-nhap/mat-khau', '/dang-nhap/dien-thoai']) {
        const html = await (await testApp.post(path, { code: 'A'.repeat(43) }, headers)).text();
        expect(html.includes('không được mã hóa'), path).toBe(allowed === 'off');
      }
      // The page shows no field for what the server would refuse.
      for (const path of ['/dang-nhap', '/dang-nhap/ma']) {
        const page = await testApp.get(path, headers);
        const html = await page.text();
        expect(page.status, path).toBe(200);
        expect(html.includes('<form'), path).toBe(allowed === 'on');
        for (const way of ['compose.yaml', 'http://localhost:8080/dang-nhap', 'ALLOW_HTTP=on'])
          expect(html.includes(way), `${path} ${way}`).toBe(allowed === 'off');
      }
    }
  });

  it('leads to the https address where there is one', async () => {
    const testApp = await createTestApp({ environment: { PUBLIC_URL: 'https://khaosat.example.gov.vn' } });
    const html = await (await testApp.get('/dang-nhap', { Host: 'khaosat.example.gov.vn' })).text();
    expect(html).toContain('href="https://khaosat.example.gov.vn/dang-nhap"');
  });

  it('is told where a one-time address is made', async () => {
    for (const [environment, isTold] of [
      [{}, true],
      [{ ALLOW_HTTP: 'on' }, false],
      [{ PUBLIC_URL: 'https://khaosat.example.gov.vn' }, false],
    ] as const) {
      const testApp = await createTestApp({ environment });
      const administrator = await signInAs(testApp, { role: 'administrator' });
      const { id } = await addPerson(testApp, { role: 'leader' });
      const path = `/quan-tri/nguoi-dung/${id}/duong-dan`;
      const html = await (await administrator.post(path, { confirm: 'yes', current: PASSWORD })).text();
      expect(html).toContain('#ma=');
      expect(html.includes('Từ máy khác, địa chỉ này chỉ dùng được khi có https')).toBe(isTold);
    }
  });
});

describe('a user name', () => {
  /** The page, with the typed text replaced. */
  const pageFor = async (response: Response, typed: string) => (await response.text()).replaceAll(typed, 'X');

  it('cannot be guessed from text, status or headers', async () => {
    const testApp = await createTestApp();
    const known = await addPerson(testApp, { role: 'leader' });
    const disabled = await addPerson(testApp, { role: 'leader', is_active: false });
    const answers = [];
    for (const name of [known.name, disabled.name, 'khong-co-ai']) {
      const response = await openBrowser(testApp).signIn(name, 'sai mật khẩu rồi');
      answers.push({
        status: response.status,
        headers: [...response.headers].filter(([key]) => key !== 'date'),
        html: await pageFor(response, name),
      });
    }
    expect(answers[0]!.status).toBe(422);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('cannot be guessed from the time: the same work is done for everybody', async () => {
    const testApp = await createTestApp();
    const known = await addPerson(testApp, { role: 'leader' });
    const disabled = await addPerson(testApp, { role: 'leader', is_active: false });
    const verify = vi.spyOn(testApp.context.passwords, 'verify');
    for (const name of [known.name, disabled.name, 'khong-co-ai']) {
      await openBrowser(testApp).signIn(name, 'sai mật khẩu rồi');
    }
    expect(verify).toHaveBeenCalledTimes(3);
    const [first] = verify.mock.calls;
    expect(first?.[1]).toMatch(/^scrypt\$/);
    for (const call of verify.mock.calls.slice(1)) expect(call[1]).toBeNull();
  });

  it('is slowed down whether there is such an account or not', async () => {
    const testApp = await createTestApp();
    const known = await addPerson(testApp, { role: 'leader' });
    const pages: string[] = [];
    for (const name of [known.name, 'khong-co-ai']) {
      const browser = openBrowser(testApp);
      let response: Response;
      do response = await browser.signIn(name, 'sai mật khẩu rồi');
      while (response.status === 422);
      expect(response.status).toBe(429);
      pages.push(await pageFor(response, name));
    }
    expect(pages[1]).toBe(pages[0]);
  });

  it('is accepted in any case and with spaces', async () => {
    const testApp = await createTestApp();
    await addPerson(testApp, { role: 'leader', name: 'chu-tich' });
    expect((await openBrowser(testApp).signIn('  CHU-Tich ')).status).toBe(303);
  });
});

describe('wrong passwords', () => {
  const GUESSER = '203.0.113.7';
  const ELSEWHERE = '198.51.100.20';

  /** Submits 400 guesses within a minute. */
  async function guess(testApp: TestApp, name: string): Promise<{ compared: number; slowed: number }> {
    const verify = vi.spyOn(testApp.context.passwords, 'verify');
    const guesser = openBrowser(testApp, GUESSER);
    const responses = await Promise.all(
      Array.from({ length: 400 }, (_, index) => guesser.signIn(name, `đoán lần thứ ${index}`)),
    );
    const compared = verify.mock.calls.length;
    verify.mockRestore();
    return { compared, slowed: responses.filter(({ status }) => status === 429).length };
  }

  it('slow down only the guesser: owner and colleagues sign in at once', async () => {
    const testApp = await createTestApp();
    const owner = await addPerson(testApp, { role: 'leader' });
    const colleague = await addPerson(testApp, { role: 'staff' });
    const known = openBrowser(testApp, GUESSER);
    expect((await known.signIn(owner.name)).status).toBe(303);
    await known.post('/dang-xuat', {});

    const { compared, slowed } = await guess(testApp, owner.name);
    expect(compared).toBeLessThanOrEqual(6);
    expect(slowed).toBeGreaterThanOrEqual(394);

    expect((await openBrowser(testApp, ELSEWHERE).signIn(owner.name)).status).toBe(303);
    expect((await known.signIn(owner.name)).status).toBe(303);
    expect((await openBrowser(testApp, GUESSER).signIn(colleague.name)).status).toBe(303);
    expect((await openBrowser(testApp, GUESSER).signIn(owner.name)).status).toBe(429);
  });

  it('from 1 000 addresses at one account are 30 an hour, and the owner has three ways past them', async () => {
    const testApp = await createTestApp();
    const owner = await signInAs(testApp, { role: 'leader' }, ELSEWHERE);
    await owner.post('/dang-xuat', {});
    const verify = vi.spyOn(testApp.context.passwords, 'verify');
    for (let minute = 0; minute < 60; minute += 1) {
      testApp.setTime(later(minute * MINUTE));
      await Promise.all(
        Array.from({ length: 17 }, (_, n) =>
          openBrowser(testApp, `10.${minute}.${n}.1`).signIn(owner.user.name, `đoán ${minute} ${n}`),
        ),
      );
    }
    expect(verify.mock.calls.length).toBeLessThanOrEqual(30);
    const stranger = await openBrowser(testApp, '192.0.2.44').signIn(owner.user.name);
    expect(stranger.status).toBe(429);
    expect(Number(stranger.headers.get('retry-after'))).toBeLessThanOrEqual(180);
    expect(await stranger.text()).toContain('ngay trên máy chủ');
    expect((await owner.signIn(owner.user.name)).status).toBe(303);
    expect((await openBrowser(testApp, '127.0.0.1').signIn(owner.user.name)).status).toBe(303);
  }, 30_000);

  it('cost longer and longer waits, up to a quarter of an hour, and are forgotten by the right one', async () => {
    const testApp = await createTestApp();
    const { name } = await addPerson(testApp, { role: 'leader' });
    const browser = openBrowser(testApp, GUESSER);
    let now = 0;
    const waits: number[] = [];
    for (let tries = 0; tries < 20; tries += 1) {
      const response = await browser.signIn(name, 'sai mật khẩu rồi');
      if (response.status === 422) continue;
      const wait = Number(response.headers.get('retry-after'));
      waits.push(wait);
      now += wait * 1_000;
      testApp.setTime(later(now - 1));
      expect((await browser.signIn(name, 'sai mật khẩu rồi')).status).toBe(429);
      testApp.setTime(later(now));
    }
    expect(waits.slice(0, 6)).toEqual([1, 2, 4, 8, 16, 32]);
    expect(Math.max(...waits)).toBeLessThanOrEqual(900);
    now += 900_000;
    testApp.setTime(later(now));
    expect((await browser.signIn(name)).status).toBe(303);
    const again = openBrowser(testApp, GUESSER);
    for (let tries = 0; tries < 5; tries += 1) {
      expect((await again.signIn(name, 'sai mật khẩu rồi')).status).toBe(422);
    }
    expect((await again.signIn(name, 'sai mật khẩu rồi')).status).toBe(429);
  });

  it('on a known browser slow down that browser, and a forged cookie is none', async () => {
    const testApp = await createTestApp();
    const owner = await signInAs(testApp, { role: 'leader' }, GUESSER);
    const cookie = owner.cookies.get('hl_known')!;
    expect(cookie).not.toContain(owner.user.name);
    const stolen = openBrowser(testApp, GUESSER);
    stolen.cookies.set('hl_known', cookie);
    for (let tries = 0; tries < 5; tries += 1) await stolen.signIn(owner.user.name, 'sai mật khẩu rồi');
    expect((await stolen.signIn(owner.user.name)).status).toBe(429);
    expect((await openBrowser(testApp, GUESSER).signIn(owner.user.name)).status).toBe(303);

    const forger = openBrowser(testApp, '203.0.113.9');
    for (let tries = 0; tries < 5; tries += 1) await forger.signIn(owner.user.name, 'sai mật khẩu rồi');
    for (const forged of [`${'f'.repeat(32)}${cookie.slice(32)}`, 'x', '~'.repeat(50)]) {
      forger.cookies.set('hl_known', forged);
      expect((await forger.signIn(owner.user.name)).status, forged).toBe(429);
    }
  });

  it('are counted by the address that the trusted proxies saw, whatever the client says', async () => {
    const testApp = await createTestApp({ environment: { TRUSTED_PROXIES: '1' } });
    const { name } = await addPerson(testApp, { role: 'leader' });
    const proxied = openBrowser(testApp, '127.0.0.1');
    const signInFrom = (forwarded: string, password: string) =>
      proxied.post('/dang-nhap', { name, password }, { 'X-Forwarded-For': forwarded });
    for (let tries = 0; tries < 5; tries += 1) {
      await signInFrom(`10.0.0.${tries}, ${GUESSER}`, 'sai mật khẩu rồi');
    }
    expect((await signInFrom(`10.9.9.9, ${GUESSER}`, PASSWORD)).status).toBe(429);
    expect((await signInFrom(`${GUESSER}, ${ELSEWHERE}`, PASSWORD)).status).toBe(303);
  });
});

describe('a password', () => {
  it('is rehashed at sign-in when its parameters are weaker than the current ones', async () => {
    const testApp = await createTestApp({ passwordStrength: { log2N: 5, r: 1, p: 1 } });
    const user = await addPerson(testApp, { role: 'leader' });
    const stored = async () =>
      (
        await testApp.context.db
          .selectFrom('users')
          .select('password_hash')
          .where('id', '=', user.id)
          .executeTakeFirstOrThrow()
      ).password_hash!;
    const weaker = await createPasswordHasher({ log2N: 4, r: 1, p: 1 }).hash(PASSWORD);
    await testApp.context.db.updateTable('users').set({ password_hash: weaker }).execute();
    expect((await openBrowser(testApp).signIn(user.name)).status).toBe(303);
    expect(await stored()).toMatch(/^scrypt\$5\$1\$1\$/);
    expect((await openBrowser(testApp).signIn(user.name)).status).toBe(303);
  });

  it('is changed by a person who knows the present one; other browsers are signed out', async () => {
    const testApp = await createTestApp();
    const browser = await signInAs(testApp, { role: 'leader' });
    const other = openBrowser(testApp);
    await other.signIn(browser.user.name);
    const password = 'mây trắng bay qua đồi';
    const wrong = await browser.post('/tai-khoan/mat-khau', { current: 'không phải', password });
    expect(wrong.status).toBe(422);
    const short = await browser.post('/tai-khoan/mat-khau', { current: PASSWORD, password: 'ngắn' });
    expect(await short.text()).toContain('ít nhất 12 ký tự');
    const done = await browser.post('/tai-khoan/mat-khau', { current: PASSWORD, password });
    expect(done.headers.get('location')).toBe('/tai-khoan?xong=mat-khau');
    expect((await browser.get('/tai-khoan')).status).toBe(200);
    expect((await other.get('/tai-khoan')).status).toBe(303);
    expect((await other.signIn(browser.user.name)).status).toBe(422);
    expect((await other.signIn(browser.user.name, password.normalize('NFD'))).status).toBe(303);
  });

  it('is refused with what is guessable in it, in the browser and at the console', async () => {
    const testApp = await createTestApp();
    const browser = await signInAs(testApp, { role: 'leader' });
    const refused = await browser.post('/tai-khoan/mat-khau', {
      current: PASSWORD,
      password: 'Đông Sơn 2026',
    });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toMatch(/dễ đoán vì gồm tên người, tên đơn vị[^;]*; năm hoặc ngày tháng/);
    const lines: string[] = [];
    const person = ['--name', 'hong', '--full-name', 'Hồng', '--role', 'staff', '--password-stdin'];
    const code = await createStaffCommand(
      testApp.context,
      commandOf('staff', 'create', ...person),
      (line) => lines.push(line),
      async () => 'hong xa dong son\n',
    );
    expect(code).toBe(1);
    expect(lines[0]).toBe('password: password-guessable name');
  });

  it('is made on the console for all roles given, and never loses a limit to counters without a word', async () => {
    const testApp = await createTestApp();
    const create = async (name: string, ...more: string[]) => {
      const lines: string[] = [];
      const command = commandOf('staff', 'create', '--name', name, '--full-name', 'Cán bộ', ...more);
      const code = await createStaffCommand(testApp.context, command, (line) => lines.push(line));
      return { code, lines, roles: (await findUserByName(testApp.context.db, name))?.user.roles };
    };
    expect((await create('hai-lan', '--role', 'leader', '--role', 'staff')).roles).toEqual([
      'staff',
      'leader',
    ]);
    expect((await create('mot-lan', '--role', 'staff, administrator')).roles).toEqual([
      'staff',
      'administrator',
    ]);
    const limit = ['--counters', testApp.counters[0]!.code];
    const refused = await create('mot-quay', '--role', 'staff,leader', ...limit);
    expect(refused).toEqual({ code: 1, lines: ['counters: only-for-staff'], roles: undefined });
    expect((await create('mot-quay', '--role', 'staff', ...limit)).code).toBe(0);
  });

  it('cannot be guessed through an open browser without waiting', async () => {
    const testApp = await createTestApp();
    const browser = await signInAs(testApp, { role: 'leader' });
    const send = (current: string) =>
      browser.post('/tai-khoan/mat-khau', { current, password: 'mây trắng bay qua đồi' });
    for (let tries = 0; tries < 5; tries += 1) await send('không phải');
    const slowed = await send(PASSWORD);
    expect(slowed.status).toBe(422);
    expect(await slowed.text()).toContain('Vui lòng chờ một lúc');
  });
});

describe('a sign-in at a bad moment', () => {
  it('is rejected with 503 when the queue is full, and counts as no failure', async () => {
    const testApp = await createTestApp();
    const { name } = await addPerson(testApp, { role: 'leader' });
    const browser = openBrowser(testApp);
    const verify = vi.spyOn(testApp.context.passwords, 'verify').mockRejectedValue(new PasswordsBusy());
    for (let tries = 0; tries < 10; tries += 1) expect((await browser.signIn(name)).status).toBe(503);
    verify.mockRestore();
    expect((await browser.signIn(name)).status).toBe(303);
  });

  it('opens nothing when the password was changed during the check', async () => {
    const testApp = await createTestApp();
    const user = await addPerson(testApp, { role: 'leader' });
    const { passwords, db } = testApp.context;
    const compare = passwords.verify.bind(passwords);
    const newHash = await passwords.hash('mây trắng bay qua đồi');
    vi.spyOn(passwords, 'verify').mockImplementation(async (...given) => {
      const isRight = await compare(...given);
      await db.updateTable('users').set({ password_hash: newHash }).where('id', '=', user.id).execute();
      return isRight;
    });
    expect((await openBrowser(testApp).signIn(user.name)).status).toBe(422);
    const row = await db.selectFrom('users').select('password_hash').executeTakeFirstOrThrow();
    expect(row.password_hash).toBe(newHash);
  });
});

describe('what the log keeps', () => {
  it('is who did what to whom, newest first, readable by administrator and supervisor', async () => {
    const testApp = await createTestApp();
    const administrator = await signInAs(testApp, { role: 'administrator', name: 'quan-ly' });
    const added = await administrator.post('/quan-tri/nguoi-dung', {
      name: 'can-bo-a',
      full_name: 'Cán bộ A',
      role: 'staff',
      all_counters: 'yes',
    });
    const code = codeOf(await added.text());
    const fresh = openBrowser(testApp);
    testApp.setTime(later(MINUTE));
    const password = 'mây trắng bay qua đồi';
    expect((await fresh.post('/dang-nhap/mat-khau', { code, password })).status).toBe(303);
    const supervisor = await signInAs(testApp, { role: 'supervisor' });
    const html = await (await supervisor.get('/quan-tri/nhat-ky')).text();
    const first = html.indexOf('can-bo-a đặt mật khẩu bằng địa chỉ dùng một lần');
    const second = html.indexOf('Thêm can-bo-a, vai trò Cán bộ');
    expect(first).toBeGreaterThan(0);
    expect(second).toBeGreaterThan(first);
    expect(html).toContain('29/01/2024 08:01');
    expect(html).not.toContain(password);
    expect(html).not.toContain(code);
  });
});

import { describe, expect, it } from 'vitest';
import { resetFactorCommand } from '../../server/cli/commands/create-staff.ts';
import { makePasswordLink } from '../../server/staff/make-link.ts';
import { codeAt } from '../../server/staff/second-factor.ts';
import { commandOf } from '../helpers/command.ts';
import {
  addPerson,
  codeOf,
  openBrowser,
  PASSWORD,
  signInAs,
  type TestBrowser,
} from '../helpers/staff-client.ts';
import { createTestApp, hiddenField, START, type TestApp } from '../helpers/test-app.ts';

const at = (seconds: number): Date => new Date(Date.parse(START) + seconds * 1000);
const secretOf = (html: string): string =>
  (/class="address secret">([A-Z2-7 ]{30,})</.exec(html)?.[1] ?? '').replaceAll(' ', '');
const recoveryOf = (html: string): string[] =>
  [...html.matchAll(/[2-9b-z]{5}(?:-[2-9b-z]{5}){4}/g)].map(([code]) => code);

/** Turns the factor on in a signed-in browser. */
async function turnOn(testApp: TestApp, browser: TestBrowser) {
  const begun = await (await browser.post('/tai-khoan/hai-buoc', { act: 'on', current: PASSWORD })).text();
  const secret = secretOf(begun);
  const code = codeAt(secret, testApp.context.clock.now());
  const shown = await browser.post('/tai-khoan/hai-buoc/ma', { code });
  return { secret, code, recovery: recoveryOf(await shown.text()), shown };
}

async function withFactor(role: 'leader' | 'administrator' = 'leader') {
  const testApp = await createTestApp();
  const owner = await signInAs(testApp, { role });
  const factor = await turnOn(testApp, owner);
  testApp.setTime(at(60).toISOString());
  return { testApp, owner, name: owner.user.name, ...factor };
}

/** Sends the password; returns the token that proves this first step. */
async function firstStep(browser: TestBrowser, name: string): Promise<string> {
  const response = await browser.signIn(name);
  expect(response.status).toBe(200);
  expect(browser.cookies.size).toBe(0);
  return hiddenField(await response.text(), 'step');
}

describe('a second factor', () => {
  it('is turned on with the password and a code, shows recovery codes once, and ends other sessions', async () => {
    const testApp = await createTestApp();
    const owner = await signInAs(testApp, { role: 'leader' });
    const elsewhere = openBrowser(testApp);
    await elsewhere.signIn(owner.user.name);
    expect((await owner.post('/tai-khoan/hai-buoc', { act: 'on', current: 'sai' })).status).toBe(422);
    const begun = await owner.post('/tai-khoan/hai-buoc', { act: 'on', current: PASSWORD });
    const html = await begun.text();
    expect(html).toContain('<svg');
    expect(begun.headers.get('cache-control')).toBe('no-store');
    // The factor is off until a correct code is entered; a wrong code keeps the same secret.
    const faulty = await owner.post('/tai-khoan/hai-buoc/ma', { code: '000000' });
    expect(faulty.status).toBe(422);
    expect(secretOf(await faulty.text())).toBe(secretOf(html));
    expect((await openBrowser(testApp).signIn(owner.user.name)).status).toBe(303);
    const shown = await owner.post('/tai-khoan/hai-buoc/ma', { code: codeAt(secretOf(html), at(0)) });
    const codes = recoveryOf(await shown.text());
    expect(new Set(codes).size).toBe(10);
    expect((await elsewhere.get('/lanh-dao')).status).toBe(303);
    expect((await owner.get('/lanh-dao')).status).toBe(200);
    const page = await (await owner.get('/tai-khoan/hai-buoc')).text();
    expect(page).toContain('Còn 10 mã dự phòng');
    for (const secret of [secretOf(html), ...codes]) expect(page).not.toContain(secret);
    const stored = JSON.stringify(
      await testApp.context.db.selectFrom('recovery_codes').selectAll().execute(),
    );
    for (const code of codes) expect(stored).not.toContain(code.replaceAll('-', ''));
  });

  it('opens a session after the second step only, and leads to the page that was asked for', async () => {
    const { testApp, name, secret } = await withFactor();
    const browser = openBrowser(testApp);
    const step = await firstStep(browser, name);
    // The token of the first step works neither as a session or phone cookie nor as a one-time code.
    for (const cookie of ['hl_staff', 'hl_phone']) {
      const forged = openBrowser(testApp);
      forged.cookies.set(cookie, step);
      expect((await forged.get('/lanh-dao')).status).toBe(303);
    }
    for (const path of ['/dang-nhap/ma', '/dang-nhap/mat-khau', '/dang-nhap/dien-thoai'])
      expect((await browser.post(path, { code: step, password: 'mây trắng bay qua đồi' })).status).toBe(422);
    expect((await browser.get('/lanh-dao')).status).toBe(303);
    const done = await browser.post('/dang-nhap/buoc-hai', {
      step,
      code: codeAt(secret, at(60)),
      next: '/can-bo',
    });
    expect([done.status, done.headers.get('location')]).toEqual([303, '/can-bo']);
    expect((await browser.get('/lanh-dao')).status).toBe(200);
    const again = await openBrowser(testApp).post('/dang-nhap/buoc-hai', {
      step,
      code: codeAt(secret, at(90)),
    });
    expect(await again.text()).toContain('Bước hai đã quá 15 phút hoặc đã dùng xong');
  });

  it('takes a code one step early or late, and each code once', async () => {
    const { testApp, name, secret, code } = await withFactor();
    const enter = async (typed: string) => {
      const browser = openBrowser(testApp);
      const step = await firstStep(browser, name);
      return browser.post('/dang-nhap/buoc-hai', { step, code: typed });
    };
    // The code that enabled the factor cannot be used again.
    testApp.setTime(at(30).toISOString());
    expect(await (await enter(code)).text()).toContain('Mã này vừa được dùng');
    testApp.setTime(at(300).toISOString());
    expect((await enter(codeAt(secret, at(240)))).status).toBe(422);
    expect((await enter(codeAt(secret, at(360)))).status).toBe(422);
    expect((await enter(codeAt(secret, at(270)))).status).toBe(303);
    const late = codeAt(secret, at(330));
    expect((await enter(` ${late.slice(0, 3)} ${late.slice(3)}`)).status).toBe(303);
    // A code older than the last used one is refused, although it is within the allowed clock drift.
    expect((await enter(codeAt(secret, at(300)))).status).toBe(422);
    expect((await enter(late)).status).toBe(422);
  });

  it('lets one of four concurrent uses of a code in', async () => {
    const { testApp, name, secret } = await withFactor();
    const browsers = Array.from({ length: 4 }, () => openBrowser(testApp));
    const steps = await Promise.all(browsers.map((browser) => firstStep(browser, name)));
    const code = codeAt(secret, at(60));
    const replies = await Promise.all(
      browsers.map((browser, index) => browser.post('/dang-nhap/buoc-hai', { step: steps[index]!, code })),
    );
    expect(replies.filter(({ status }) => status === 303)).toHaveLength(1);
  });

  it('cannot be guessed: tries are few for an account, from wherever they come', async () => {
    const { testApp, name, secret } = await withFactor();
    let tried = 0;
    for (let index = 0; index < 40; index += 1) {
      const browser = openBrowser(testApp, `192.0.2.${index}`);
      const step = await firstStep(browser, name);
      const reply = await browser.post('/dang-nhap/buoc-hai', { step, code: '123456' });
      if (reply.status === 422) tried += 1;
      else expect([reply.status, Number(reply.headers.get('retry-after')) > 0]).toEqual([429, true]);
    }
    expect(tried).toBe(5);
    // During the wait even the correct code is refused.
    const browser = openBrowser(testApp);
    const step = await firstStep(browser, name);
    expect((await browser.post('/dang-nhap/buoc-hai', { step, code: codeAt(secret, at(60)) })).status).toBe(
      429,
    );
  });

  it('is replaced by each recovery code once', async () => {
    const { testApp, name, recovery } = await withFactor();
    const enter = async (code: string) => {
      const browser = openBrowser(testApp);
      const step = await firstStep(browser, name);
      return (await browser.post('/dang-nhap/buoc-hai', { step, code })).status;
    };
    expect(await enter(recovery[0]!.toUpperCase().replaceAll('-', ' '))).toBe(303);
    expect(await enter(recovery[0]!)).toBe(422);
    expect(await enter(recovery[1]!)).toBe(303);
  });

  it('ends its step after 15 minutes, with a new password, and with the account', async () => {
    const { testApp, owner, name, secret } = await withFactor();
    const browser = openBrowser(testApp);
    const finish = async (step: string, time: number) =>
      (await browser.post('/dang-nhap/buoc-hai', { step, code: codeAt(secret, at(time)) })).status;
    const first = await firstStep(browser, name);
    testApp.setTime(at(60 + 900).toISOString());
    expect(await finish(first, 960)).toBe(422);
    const second = await firstStep(browser, name);
    await owner.post('/tai-khoan/mat-khau', { current: PASSWORD, password: 'mây trắng bay qua đồi' });
    expect(await finish(second, 960)).toBe(422);
  });

  it('is asked for after a new password by a one-time address, too', async () => {
    const { testApp, owner, secret } = await withFactor();
    const code = await makePasswordLink(testApp.context, null, owner.user);
    const browser = openBrowser(testApp);
    const set = await browser.post('/dang-nhap/mat-khau', { code, password: 'mây trắng bay qua đồi' });
    expect(set.status).toBe(200);
    expect(browser.cookies.size).toBe(0);
    const step = hiddenField(await set.text(), 'step');
    const done = await browser.post('/dang-nhap/buoc-hai', { step, code: codeAt(secret, at(60)) });
    expect(done.headers.get('location')).toBe('/tai-khoan?tiep=%2Flanh-dao');
  });

  it('is turned off, and gets new recovery codes, with the password only', async () => {
    const { testApp, owner, name, recovery } = await withFactor();
    for (const act of ['off', 'codes'])
      expect((await owner.post('/tai-khoan/hai-buoc', { act, current: '' })).status).toBe(422);
    const renewed = recoveryOf(
      await (await owner.post('/tai-khoan/hai-buoc', { act: 'codes', current: PASSWORD })).text(),
    );
    expect(renewed.filter((code) => recovery.includes(code))).toEqual([]);
    const browser = openBrowser(testApp);
    const step = await firstStep(browser, name);
    expect((await browser.post('/dang-nhap/buoc-hai', { step, code: recovery[0]! })).status).toBe(422);
    expect((await owner.post('/tai-khoan/hai-buoc', { act: 'off', current: PASSWORD })).status).toBe(303);
    expect((await openBrowser(testApp).signIn(name)).status).toBe(303);
    expect(await testApp.context.db.selectFrom('recovery_codes').selectAll().execute()).toEqual([]);
  });
});

describe('a role that must have a second factor', () => {
  it('is led to set it up before anything else, and cannot turn it off', async () => {
    const { testApp, owner: administrator } = await withFactor('administrator');
    const leader = await signInAs(testApp, { role: 'leader' });
    const staff = await signInAs(testApp, { role: 'staff' });
    const saved = await administrator.post('/quan-tri/nguoi-dung/hai-buoc', {
      factor_role: ['leader', 'nobody'],
    });
    expect(saved.status).toBe(303);
    expect((await leader.get('/lanh-dao')).status).toBe(303);
    expect((await staff.get('/can-bo')).status).toBe(200);
    const browser = openBrowser(testApp);
    const begun = await browser.signIn(leader.user.name);
    expect([begun.status, browser.cookies.size]).toEqual([200, 0]);
    const html = await begun.text();
    expect(html).toContain('phải có xác thực hai bước');
    const fields = { step: hiddenField(html, 'step'), next: '/can-bo' };
    const faulty = await browser.post('/dang-nhap/buoc-hai', { ...fields, code: '000000' });
    expect(secretOf(await faulty.text())).toBe(secretOf(html));
    const code = codeAt(secretOf(html), at(60));
    const shown = await browser.post('/dang-nhap/buoc-hai', { ...fields, code });
    const codes = await shown.text();
    expect(recoveryOf(codes)).toHaveLength(10);
    expect(codes).toContain('href="/can-bo"');
    expect((await browser.get('/lanh-dao')).status).toBe(200);
    expect((await browser.post('/tai-khoan/hai-buoc', { act: 'off', current: PASSWORD })).status).toBe(422);
    expect((await browser.get('/tai-khoan/hai-buoc')).status).toBe(200);
    // A person who gets this role must sign in again.
    await administrator.post(`/quan-tri/nguoi-dung/${staff.user.id}/vai-tro`, { role: 'leader' });
    expect((await staff.get('/can-bo')).status).toBe(303);
  });

  it('is asked of a person with several roles, if one of these must have it', async () => {
    const { testApp, owner: administrator } = await withFactor('administrator');
    const both = await signInAs(testApp, { role: 'staff', also: ['leader'] });
    const other = await signInAs(testApp, { role: 'staff', also: ['administrator'] });
    await administrator.post('/quan-tri/nguoi-dung/hai-buoc', { factor_role: 'leader' });
    expect((await both.get('/can-bo')).status).toBe(303);
    expect(await (await openBrowser(testApp).signIn(both.user.name)).text()).toContain('xác thực hai bước');
    expect((await other.get('/can-bo')).status).toBe(200);
    const path = `/quan-tri/nguoi-dung/${other.user.id}/vai-tro`;
    await administrator.post(path, { role: ['staff', 'leader', 'administrator'] });
    expect((await other.get('/can-bo')).status).toBe(303);
  });

  it('is not the role of an administrator without one', async () => {
    const testApp = await createTestApp();
    const administrator = await signInAs(testApp, { role: 'administrator' });
    const refused = await administrator.post('/quan-tri/nguoi-dung/hai-buoc', {
      factor_role: 'administrator',
    });
    expect(refused.status).toBe(422);
    expect((await administrator.get('/quan-tri')).status).toBe(200);
  });
});

describe('a lost phone', () => {
  it('is helped by an administrator with their own password, or at the console', async () => {
    const { testApp, owner, name } = await withFactor();
    const administrator = await signInAs(testApp, { role: 'administrator' });
    const path = `/quan-tri/nguoi-dung/${owner.user.id}/hai-buoc`;
    expect(await (await administrator.get(`/quan-tri/nguoi-dung/${owner.user.id}`)).text()).toContain(path);
    expect((await administrator.post(path, { confirm: 'yes', current: '' })).status).toBe(422);
    expect((await administrator.post(path, { confirm: 'yes', current: 'sai' })).status).toBe(422);
    expect((await openBrowser(testApp).signIn(name)).status).toBe(200);
    expect((await administrator.post(path, { confirm: 'yes', current: PASSWORD })).status).toBe(303);
    expect((await openBrowser(testApp).signIn(name)).status).toBe(303);
    const lines: string[] = [];
    await turnOn(testApp, owner);
    const command = commandOf('staff', 'reset-factor', '--name', name);
    await resetFactorCommand(testApp.context, command, (line) => lines.push(line));
    await resetFactorCommand(testApp.context, command, (line) => lines.push(line));
    expect(lines).toEqual([`The second factor of ${name} is off.`, `${name} has no second factor.`]);
    const acts = await testApp.context.db.selectFrom('acts').select('kind').execute();
    expect(acts.map(({ kind }) => kind).filter((kind) => kind === 'second-factor-reset')).toHaveLength(2);
  });
});

describe('a link for a new password', () => {
  it("is made with the administrator's own password only", async () => {
    const testApp = await createTestApp();
    const administrator = await signInAs(testApp, { role: 'administrator' });
    const person = await addPerson(testApp, { role: 'leader' });
    const path = `/quan-tri/nguoi-dung/${person.id}/duong-dan`;
    for (const current of ['', 'sai'])
      expect((await administrator.post(path, { confirm: 'yes', current })).status).toBe(422);
    const made = await administrator.post(path, { confirm: 'yes', current: PASSWORD });
    expect(codeOf(await made.text())).toHaveLength(43);
  });
});

import { describe, expect, it } from 'vitest';
import { runDailyWork } from '../../server/daily-work.ts';
import type { Report } from '../../server/reporting/report.v1.ts';
import { DEVICE_COOKIE } from '../../server/trust/device-cookies.ts';
import { createFormOpener } from '../helpers/distinct-marks.ts';
import { openBrowser, signInAs, type TestBrowser } from '../helpers/staff-client.ts';
import { createTestApp, hiddenField, type TestApp } from '../helpers/test-app.ts';

// Which ballots are set aside, by phones, pages and forms without script, and that the sender cannot notice it.

const PHONE_COOKIE = /^\d{4}-\d\d-\d\d\.[\da-f-]{40}\.[\w-]{22}$/;

const openers = new WeakMap<TestBrowser, ReturnType<typeof createFormOpener>>();

function openForm(testApp: TestApp, phone: TestBrowser, counter = 0) {
  const path = `/k/${testApp.counters[counter]!.code}`;
  const opener = openers.get(phone) ?? createFormOpener(testApp.context);
  openers.set(phone, opener);
  return opener(async () => {
    const page = await phone.get(path);
    expect(page.headers.getSetCookie()).toEqual([]);
    const html = await page.text();
    return { path, t: hiddenField(html, 't'), s: hiddenField(html, 's') };
  });
}

type Form = Awaited<ReturnType<typeof openForm>>;

const send = (phone: TestBrowser, { path, t, s }: Form, level = '5', headers: Record<string, string> = {}) =>
  phone.post(path, { t, s, 'q.overall': level }, headers);

async function answer(testApp: TestApp, phone: TestBrowser, counter = 0, level = '5') {
  const response = await send(phone, await openForm(testApp, phone, counter), level);
  expect(response.status).toBe(303);
  return response;
}

/** The reasons of all ballots, unordered; null for counted ones. */
const reasons = async ({ context }: TestApp): Promise<(string | null)[]> => {
  const inBox = await context.db.selectFrom('ballot_box').select('set_aside').execute();
  const settled = await context.db.selectFrom('ballots').select('set_aside').execute();
  return [...inBox, ...settled].map(({ set_aside }) => set_aside).sort();
};
const countOf = async (testApp: TestApp, reason: string): Promise<number> =>
  (await reasons(testApp)).filter((found) => found === reason).length;

/** Everything of a response that a phone sees, except the time and the cookie's value. */
async function seen(response: Response): Promise<string> {
  const headers = [...response.headers]
    .filter(([name]) => name !== 'date')
    .map(([name, value]) =>
      name === 'set-cookie'
        ? [name, value.replace(/=[^;]*/, `=${value.split(';')[0]!.length}`)]
        : [name, value],
    );
  return JSON.stringify([response.status, headers, await response.text()]);
}

describe('the third ballot of a phone in a day', () => {
  it('is set aside, all counters together, and the phone is thanked in the very same way', async () => {
    const testApp = await createTestApp();
    const phone = openBrowser(testApp);
    const answers = [await answer(testApp, phone, 0), await answer(testApp, phone, 1)];
    expect(await reasons(testApp)).toEqual([null, null]);
    answers.push(await answer(testApp, phone, 2), await answer(testApp, phone, 0, '1'));
    expect(await countOf(testApp, 'repeat-device')).toBe(2);
    const [first, ...others] = await Promise.all(answers.map(seen));
    for (const other of others) expect(other).toBe(first);
    const thanks = await Promise.all(
      [phone, openBrowser(testApp)].map(async (of) => (await of.get('/cam-on?gui=1')).text()),
    );
    expect(thanks[0]).toBe(thanks[1]);
  });

  it('counts again on the next day', async () => {
    const testApp = await createTestApp();
    const phone = openBrowser(testApp);
    for (let index = 0; index < 3; index += 1) await answer(testApp, phone);
    testApp.setTime('2024-01-30T00:00:00+07:00');
    await answer(testApp, phone);
    await answer(testApp, phone, 1);
    expect(await countOf(testApp, 'repeat-device')).toBe(1);
    await answer(testApp, phone, 2);
    expect(await countOf(testApp, 'repeat-device')).toBe(2);
  });

  it('is another phone’s first', async () => {
    const testApp = await createTestApp();
    for (let index = 0; index < 5; index += 1) await answer(testApp, openBrowser(testApp));
    expect(await reasons(testApp)).toEqual([null, null, null, null, null]);
  });

  it('is not one that was sent again, with the cookie of before or of after', async () => {
    const testApp = await createTestApp();
    const phone = openBrowser(testApp);
    const form = await openForm(testApp, phone);
    const first = await send(phone, form);
    const cookie = phone.cookies.get(DEVICE_COOKIE);
    expect(cookie).toMatch(PHONE_COOKIE);
    // The response was lost: the phone submits the same form again, still without the cookie.
    phone.cookies.clear();
    expect(await seen(await send(phone, form))).toBe(await seen(first));
    expect(phone.cookies.get(DEVICE_COOKIE)).toBe(cookie);
    for (let again = 0; again < 4; again += 1) await send(phone, form);
    expect(phone.cookies.get(DEVICE_COOKIE)).toBe(cookie);
    await answer(testApp, phone);
    expect(await reasons(testApp)).toEqual([null, null]);
  });

  it('does not depend on forms that were refused', async () => {
    const testApp = await createTestApp();
    const phone = openBrowser(testApp);
    for (let index = 0; index < 4; index += 1) {
      const response = await send(phone, await openForm(testApp, phone), '7');
      expect(response.status).toBe(422);
      expect(response.headers.getSetCookie()).toEqual([]);
    }
    await answer(testApp, phone);
    await answer(testApp, phone);
    expect(await reasons(testApp)).toEqual([null, null]);
  });

  it('counts where the phone keeps no cookie, or one that is old, cut, forged or somebody’s wish', async () => {
    const testApp = await createTestApp();
    const phone = openBrowser(testApp);
    for (let index = 0; index < 3; index += 1) await answer(testApp, phone);
    const cookie = phone.cookies.get(DEVICE_COOKIE) ?? '';
    expect(await countOf(testApp, 'repeat-device')).toBe(1);
    const marks = cookie.slice(11, 51);
    for (const forged of [
      cookie.replace('2024-01-29', '2024-01-30'),
      cookie.replace(marks, 'a1b2c3d4'.padEnd(40, '-')),
      cookie.slice(0, -1),
      '99',
      'x'.repeat(4_000),
      '%E0%A4%A',
    ]) {
      const other = openBrowser(testApp);
      other.cookies.set(DEVICE_COOKIE, forged);
      await answer(testApp, other);
    }
    expect(await countOf(testApp, 'repeat-device')).toBe(1);
  });

  it('is not asked about on a tablet of the office, which is everybody’s', async () => {
    const testApp = await createTestApp();
    const { code } = testApp.counters[0]!;
    await testApp.context.db
      .updateTable('counters')
      .set({ channel: 'tablet' })
      .where('code', '=', code)
      .execute();
    const tablet = openBrowser(testApp);
    for (let index = 0; index < 4; index += 1) {
      expect((await answer(testApp, tablet)).headers.getSetCookie()).toEqual([]);
    }
    expect(await reasons(testApp)).toEqual([null, null, null, null]);
  });
});

describe('the cookie of a phone', () => {
  it('is out of reach of scripts, of other sites and of every other page, and ends with the day', async () => {
    const testApp = await createTestApp({ now: '2024-01-29T22:00:00+07:00' });
    const [line = ''] = (await answer(testApp, openBrowser(testApp))).headers.getSetCookie();
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/k', 'Max-Age=7200'])
      expect(line.split('; ')).toContain(part);
    expect(line).not.toContain('Secure');
    expect(line).not.toContain('Domain');
  });

  it('is for https alone where the page came over https', async () => {
    const testApp = await createTestApp({
      environment: { PUBLIC_URL: 'https://khaosat.example.gov.vn', TRUSTED_PROXIES: '1' },
    });
    const phone = openBrowser(testApp);
    const form = await openForm(testApp, phone);
    const response = await send(phone, form, '5', { 'X-Forwarded-Proto': 'https' });
    expect(response.headers.getSetCookie()[0]).toContain('Secure');
  });

  it('leaves nothing in the database, and changes no page', async () => {
    const testApp = await createTestApp();
    const phone = openBrowser(testApp);
    await answer(testApp, phone);
    const path = `/k/${testApp.counters[0]!.code}`;
    const known = (await (await phone.get(path)).text()).replace(/name="t" value="[^"]*"/, '');
    const fresh = (await (await openBrowser(testApp).get(path)).text()).replace(/name="t" value="[^"]*"/, '');
    expect(known).toBe(fresh);
    const marks = (phone.cookies.get(DEVICE_COOKIE) ?? '').split('.')[2] ?? 'none';
    for (const table of ['ballot_box', 'spent_tokens', 'intake_counts', 'tallies'] as const) {
      const rows = await testApp.context.db.selectFrom(table).selectAll().execute();
      expect(JSON.stringify(rows)).not.toContain(marks);
    }
  });
});

describe('a form that another site sends', () => {
  it('is stored and thanked for like any other, and set aside', async () => {
    const testApp = await createTestApp({ environment: { PUBLIC_URL: 'https://khaosat.example.gov.vn' } });
    const sendWith = async (headers: Record<string, string>) => {
      const phone = openBrowser(testApp);
      return send(phone, await openForm(testApp, phone), '5', headers);
    };
    const own = [
      await sendWith({}),
      await sendWith({ Origin: 'https://khaosat.example.gov.vn' }),
      await sendWith({ Origin: 'null' }),
      await sendWith({ Origin: 'https://alias.example', 'Sec-Fetch-Site': 'same-origin' }),
    ];
    expect(await countOf(testApp, 'foreign-form')).toBe(0);
    const foreign = [
      await sendWith({ Origin: 'https://evil.example' }),
      await sendWith({ Origin: 'null', 'Sec-Fetch-Site': 'cross-site' }),
    ];
    expect(await countOf(testApp, 'foreign-form')).toBe(2);
    const all = await Promise.all([...own, ...foreign].map(seen));
    expect(new Set(all).size).toBe(1);
  });
});

/** Puts a rule in force from today, as if it had been set yesterday. */
const setRule = (testApp: TestApp, name: string, threshold: number) =>
  testApp.context.db
    .updateTable('dated_settings')
    .set({ value: JSON.stringify({ is_on: true, threshold }) })
    .where('name', '=', name)
    .execute();

describe('rules that are switched on', () => {
  it('set aside what came faster than it can be read since the form was first shown', async () => {
    const testApp = await createTestApp();
    await setRule(testApp, 'rule_too_fast', 1);
    const form = await openForm(testApp, openBrowser(testApp));
    testApp.setTime('2024-01-29T08:00:00.900+07:00');
    await send(openBrowser(testApp), form);
    expect(await reasons(testApp)).toEqual(['too-fast']);
    // A form returned with a fault keeps its token and the time at which it was first shown.
    const slow = await openForm(testApp, openBrowser(testApp));
    const returned = await testApp.post(slow.path, { t: slow.t, s: slow.s, 'q.i25': '4' });
    expect(returned.status).toBe(422);
    const again = { ...slow, t: hiddenField(await returned.text(), 't') };
    expect(again.t).toBe(slow.t);
    await send(openBrowser(testApp), again);
    expect(await countOf(testApp, 'too-fast')).toBe(2);
    const other = await openForm(testApp, openBrowser(testApp));
    testApp.setTime('2024-01-29T08:00:02.900+07:00');
    const late = await testApp.post(other.path, { t: other.t, s: other.s, 'q.i25': '4' });
    const corrected = { t: hiddenField(await late.text(), 't'), s: other.s, 'q.overall': '4', 'q.i25': '4' };
    await testApp.post(other.path, corrected);
    expect(await countOf(testApp, 'too-fast')).toBe(2);
    expect(await reasons(testApp)).toHaveLength(3);
  });

  it('set a form without a token of ours aside as a new one, and let one that had expired count once', async () => {
    const testApp = await createTestApp();
    await setRule(testApp, 'rule_too_fast', 1);
    const form = await openForm(testApp, openBrowser(testApp));
    const resend = async (t: string) => {
      const page = await testApp.post(form.path, { t, s: form.s, 'q.overall': '5' });
      expect(page.status).toBe(422);
      await testApp.post(form.path, { t: hiddenField(await page.text(), 't'), s: form.s, 'q.overall': '5' });
    };
    await resend('');
    await resend(form.t.replace(/.$/, '~'));
    expect(await reasons(testApp)).toEqual(['too-fast', 'too-fast']);
    testApp.setTime('2024-02-06T08:00:00+07:00');
    for (let time = 0; time < 3; time += 1) await resend(form.t);
    expect(await reasons(testApp)).toEqual([null, 'too-fast', 'too-fast']);
  });

  it('set aside what one counter cannot have served in ten minutes, whatever it says', async () => {
    const testApp = await createTestApp();
    await setRule(testApp, 'rule_burst', 3);
    for (const level of ['5', '1', '3', '1', '5']) await answer(testApp, openBrowser(testApp), 0, level);
    await answer(testApp, openBrowser(testApp), 1, '1');
    expect(await countOf(testApp, 'burst')).toBe(2);
    // A retried form does not count towards the limit.
    testApp.setTime('2024-01-29T08:10:00+07:00');
    const phone = openBrowser(testApp);
    const form = await openForm(testApp, phone);
    for (let index = 0; index < 5; index += 1) await send(phone, form);
    await answer(testApp, openBrowser(testApp));
    await answer(testApp, openBrowser(testApp));
    expect(await countOf(testApp, 'burst')).toBe(2);
    await answer(testApp, openBrowser(testApp));
    expect(await countOf(testApp, 'burst')).toBe(3);
  });

  it('set aside a run of the same answers from one network, and not from many', async () => {
    const testApp = await createTestApp();
    await setRule(testApp, 'rule_same_run', 3);
    for (let index = 0; index < 5; index += 1)
      await answer(testApp, openBrowser(testApp, '203.0.113.7'), 0, '5');
    expect(await countOf(testApp, 'same-run')).toBe(2);
    for (let index = 0; index < 5; index += 1)
      await answer(testApp, openBrowser(testApp, `198.51.100.${index}`), 0, '5');
    await answer(testApp, openBrowser(testApp, '203.0.113.7'), 0, '4');
    await answer(testApp, openBrowser(testApp, '203.0.113.7'), 0, '5');
    expect(await countOf(testApp, 'same-run')).toBe(2);
  });

  it('cannot be turned on honest ballots by ballots that are set aside themselves', async () => {
    const testApp = await createTestApp();
    await setRule(testApp, 'rule_same_run', 3);
    await setRule(testApp, 'rule_burst', 4);
    // One phone on the office's network keeps sending the same bad ballot.
    const phone = openBrowser(testApp, '203.0.113.7');
    for (let index = 0; index < 9; index += 1) await answer(testApp, phone, 0, '1');
    expect(await countOf(testApp, 'repeat-device')).toBe(7);
    await answer(testApp, openBrowser(testApp, '203.0.113.7'), 0, '1');
    expect(await reasons(testApp)).toEqual([...Array(7).fill('repeat-device'), null, null, null].sort());
  });

  it('learn after twenty working days, and judge so from the day after', async () => {
    const testApp = await createTestApp({ hasFirstRules: true });
    let days = 0;
    for (let day = 1; days < 20; day += 1) {
      const at = new Date(Date.UTC(2024, 0, 28 + day));
      const name = at.toISOString().slice(0, 10);
      const isWeekday = at.getUTCDay() % 6 !== 0;
      for (let index = 0; isWeekday && index < 10; index += 1) {
        testApp.setTime(`${name}T08:00:00+07:00`);
        const phone = openBrowser(testApp, `198.51.100.${index}`);
        const form = await openForm(testApp, phone, index % testApp.counters.length);
        testApp.setTime(`${name}T08:00:04+07:00`);
        expect((await send(phone, form)).status).toBe(303);
      }
      days += isWeekday ? 1 : 0;
      testApp.setTime(`${name}T23:50:00+07:00`);
    }
    testApp.setTime('2024-02-24T00:06:00+07:00');
    await runDailyWork(testApp.context);
    expect(new Set(await reasons(testApp))).toEqual(new Set([null]));
    const { events, rules } = (await (await testApp.get('/ket-qua.json')).json()) as {
      events: { kind: string; params: { rule: string } }[];
      rules: { set_aside: { id: string; is_on: boolean; next: { since: string } | null }[] };
    };
    expect(events.map(({ kind, params }) => `${kind} ${params.rule}`)).toEqual([
      'rule-learned too-fast',
      'rule-learned same-run',
      'rule-learned burst',
    ]);
    expect(rules.set_aside.map(({ next }) => next?.since)).toEqual([
      undefined,
      undefined,
      '2024-02-25',
      '2024-02-25',
      '2024-02-25',
    ]);
    // From tomorrow on, one second per question is too fast.
    for (const [day, aside] of [
      ['2024-02-24', 0],
      ['2024-02-25', 1],
    ] as const) {
      testApp.setTime(`${day}T09:00:00+07:00`);
      const phone = openBrowser(testApp);
      const form = await openForm(testApp, phone);
      testApp.setTime(`${day}T09:00:01+07:00`);
      expect((await send(phone, form)).status).toBe(303);
      expect(await countOf(testApp, 'too-fast'), day).toBe(aside);
    }
  }, 60_000);
});

describe('what was set aside', () => {
  it('stands in the JSON and on pages with its reason and the figure with it in, from five on', async () => {
    const testApp = await createTestApp();
    for (let person = 0; person < 30; person += 1)
      await answer(testApp, openBrowser(testApp), person % 2, '2');
    const phone = openBrowser(testApp);
    for (let index = 0; index < 6; index += 1) await answer(testApp, phone, index % 2);
    const load = async () => {
      const body = (await (await testApp.get('/ket-qua.json?ky=BC-2024-Q1')).json()) as { report: Report };
      return body.report;
    };
    testApp.setTime('2024-01-30T00:06:00+07:00');
    await runDailyWork(testApp.context);
    // Four ballots set aside: their number is shown, but neither the reason nor the figure that includes them.
    testApp.setTime('2024-03-21T08:00:00+07:00');
    await runDailyWork(testApp.context);
    const few = await load();
    expect(few.ballots).toMatchObject({ received: 36, set_aside: 4, counted: 32 });
    expect(few.set_aside.by_reason).toEqual([{ reason: 'unclassified', n: 4, suppressed: true }]);
    expect(few.indicator_all?.percent).toBeNull();

    const second = await createTestApp();
    for (let person = 0; person < 30; person += 1) await answer(second, openBrowser(second), 0, '2');
    const busy = openBrowser(second);
    for (let index = 0; index < 12; index += 1) await answer(second, busy);
    second.setTime('2024-03-21T08:00:00+07:00');
    await runDailyWork(second.context);
    const body = (await (await second.get('/ket-qua.json?ky=BC-2024-Q1')).json()) as { report: Report };
    expect(body.report.ballots).toMatchObject({ received: 42, set_aside: 10, counted: 32 });
    expect(body.report.set_aside).toEqual({
      total: 10,
      by_reason: [{ reason: 'repeat-device', n: 10, suppressed: false }],
    });
    expect(body.report.indicator).toMatchObject({ numerator: 2, denominator: 32 });
    expect(body.report.indicator_all).toMatchObject({ numerator: 12, denominator: 42 });
    const page = await (await second.get('/ket-qua?ky=BC-2024-Q1')).text();
    expect(page).toContain('Cùng một máy gửi quá nhiều phiếu trong ngày');
    expect(page).toContain('10 phiếu không tính.');
    expect(page).toContain('Nếu tính cả các phiếu này: 28,6% hài lòng.');
    const leader = await signInAs(second, { role: 'leader' });
    expect(await (await leader.get('/can-bo?tuan=2024-W05')).text()).toContain('10 phiếu không tính.');
  });
});

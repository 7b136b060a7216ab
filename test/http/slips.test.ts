import { describe, expect, it } from 'vitest';
import { runDailyWork } from '../../server/daily-work.ts';
import { createSeededRandom } from '../../server/lib/seeded-random.ts';
import { createGuessLimit, DELAY_MS, FREE_MISSES } from '../../server/slip/guess-limit.ts';
import { formatSlipCode, makeSlipCode } from '../../server/slip/slip-code.ts';
import { textOf } from '../helpers/page-facts.ts';
import { openBrowser, signInAs, type TestBrowser } from '../helpers/staff-client.ts';
import { dumpTables } from '../helpers/table-dump.ts';
import { createTestApp, hiddenField, type TestApp } from '../helpers/test-app.ts';

const SLIPS = '/can-bo/ma-qr/phieu';

/** The codes of a newly printed batch, in print order. */
async function print(
  browser: TestBrowser,
  given: Readonly<Record<string, string>> = {},
): Promise<{ readonly codes: string[]; readonly html: string }> {
  const form = await (await browser.get(SLIPS)).text();
  const response = await browser.post(SLIPS, {
    batch: hiddenField(form, 'batch'),
    sheets: '1',
    days: '30',
    ...given,
  });
  expect(response.status).toBe(200);
  const html = await response.text();
  const codes = [...html.matchAll(/class="slip-code">([^<]+)</g)].map(([, code]) => code as string);
  return { codes, html };
}

async function openSlips(): Promise<{ testApp: TestApp; codes: string[]; staff: TestBrowser }> {
  const testApp = await createTestApp();
  const staff = await signInAs(testApp, { role: 'staff' });
  const { codes } = await print(staff, { counter: testApp.counters[0]!.code });
  return { testApp, codes, staff };
}

const unknownCode = (seed = 'nobody has it'): string => makeSlipCode(createSeededRandom(seed));

const formOf = async (testApp: TestApp, path: string) => {
  const html = await (await testApp.get(path)).text();
  return { t: hiddenField(html, 't'), s: hiddenField(html, 's'), 'q.overall': '5' };
};

const ballotsOf = (testApp: TestApp) =>
  testApp.context.db.selectFrom('ballot_box').select(['counter_code', 'channel', 'set_aside']).execute();

describe('a slip of a counter', () => {
  it('opens the same survey, is sent once, and then says kindly that it was used', async () => {
    const { testApp, codes } = await openSlips();
    expect(codes).toHaveLength(10);
    const path = `/p/${codes[0]}`;
    const page = await testApp.get(path);
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(await page.text()).toContain(testApp.counters[0]!.name);
    const first = await formOf(testApp, path);
    const second = await formOf(testApp, path);

    const thanks = await testApp.post(path, first);
    expect([thanks.status, thanks.headers.get('location')]).toEqual([303, '/cam-on?gui=1']);
    expect(await ballotsOf(testApp)).toEqual([
      { counter_code: testApp.counters[0]!.code, channel: 'slip', set_aside: null },
    ]);
    // The same form again, as from a phone that got no response, gets the same thanks page.
    const again = await testApp.post(path, first);
    expect([again.status, again.headers.get('location')]).toEqual([303, '/cam-on?gui=1']);
    // Another form with the same slip is neither counted nor thanked, however often it is submitted.
    for (const attempt of [second, second]) {
      const refused = await testApp.post(path, attempt);
      expect(refused.status).toBe(422);
      expect(await refused.text()).toContain('đã được dùng');
    }
    const used = await testApp.get(path);
    expect(used.status).toBe(200);
    expect(await used.text()).toContain('đã được dùng');
    expect(await (await testApp.get(`${path}?lang=en`)).text()).toContain('has been used');
    expect(await ballotsOf(testApp)).toHaveLength(1);
  });

  it('is one ballot for 64 forms that are sent at once', async () => {
    const { testApp, codes } = await openSlips();
    const path = `/p/${codes[0]}`;
    const forms = await Promise.all(Array.from({ length: 64 }, () => formOf(testApp, path)));
    const statuses = (await Promise.all(forms.map((form) => testApp.post(path, form)))).map(
      ({ status }) => status,
    );
    expect(statuses.filter((status) => status === 303)).toHaveLength(1);
    expect(statuses.filter((status) => status === 422)).toHaveLength(63);
    expect(await ballotsOf(testApp)).toHaveLength(1);
  });

  it('is not spent, nor anything else written, by looking at it', async () => {
    const { testApp, codes } = await openSlips();
    const before = await dumpTables(testApp.context.db);
    for (let look = 0; look < 3; look += 1) await testApp.get(`/p/${codes[0]}`);
    await testApp.request(`/p/${codes[0]}`, { method: 'HEAD' });
    await testApp.get(`/p/${unknownCode()}`);
    expect(await dumpTables(testApp.context.db)).toEqual(before);
  });

  it('keeps every answer of a faulty form, and accepts it when corrected', async () => {
    const { testApp, codes } = await openSlips();
    const path = `/p/${codes[0]}`;
    const { t, s } = await formOf(testApp, path);
    const faulty = await testApp.post(path, { t, s, 'q.i25': '2', comment: 'Nóng quá' });
    expect(faulty.status).toBe(422);
    const html = await faulty.text();
    expect(html).toContain('Nóng quá');
    expect(html).toContain(`action="/p/${codes[0]!.replaceAll('-', '')}"`);
    const mended = { t: hiddenField(html, 't'), s, 'q.overall': '4', 'q.i25': '2', comment: 'Nóng quá' };
    expect((await testApp.post(path, mended)).status).toBe(303);
  });

  it('accepts no token of another slip or of a poster, and a poster none of a slip', async () => {
    const { testApp, codes } = await openSlips();
    const poster = `/k/${testApp.counters[0]!.code}`;
    const own = await formOf(testApp, `/p/${codes[0]}`);
    expect((await testApp.post(`/p/${codes[1]}`, own)).status).toBe(422);
    expect((await testApp.post(poster, own)).status).toBe(422);
    expect((await testApp.post(`/p/${codes[0]}`, await formOf(testApp, poster))).status).toBe(422);
    expect(await ballotsOf(testApp)).toEqual([]);
  });

  it('opens nothing after its last day, but a form that was shown before may still arrive', async () => {
    const { testApp, codes } = await openSlips();
    testApp.setTime('2024-02-28T16:00:00+07:00');
    const form = await formOf(testApp, `/p/${codes[0]}`);
    testApp.setTime('2024-02-29T08:00:00+07:00');
    const page = await testApp.get(`/p/${codes[0]}`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('đến hết ngày 28/02/2024');
    expect(await (await testApp.get(`/p/${codes[1]}?lang=en`)).text()).toContain('has expired');
    expect((await testApp.post(`/p/${codes[1]}`, form)).status).toBe(422);
    expect((await testApp.post(`/p/${codes[0]}`, form)).status).toBe(303);
  });

  it('asks for another counter when its own has closed', async () => {
    const { testApp, codes } = await openSlips();
    await testApp.context.db
      .updateTable('counters')
      .set({ is_open: 0 })
      .where('code', '=', testApp.counters[0]!.code)
      .execute();
    const html = await (await testApp.get(`/p/${codes[0]}`)).text();
    expect(html).not.toContain(testApp.counters[0]!.name);
    expect(html).toContain(testApp.counters[1]!.name);
  });
});

describe('a supervisor’s slip', () => {
  it('asks at which counter the citizen was, and belongs to that one', async () => {
    const testApp = await createTestApp();
    const supervisor = await signInAs(testApp, { role: 'supervisor' });
    const { codes, html } = await print(supervisor);
    expect(html).not.toContain(testApp.counters[0]!.name);
    const plain = codes[0]!.replaceAll('-', '');
    const page = await (await testApp.get(`/p/${codes[0]}`)).text();
    expect(page).toContain('ở quầy nào');
    const second = testApp.counters[1]!;
    const path = `/p/${plain}?quay=${second.code}`;
    expect(page).toContain(`href="${path}"`);
    // Counters for online dossiers are not offered.
    for (const { code, channel } of testApp.counters) {
      expect(page.includes(`quay=${code}`), code).toBe(channel !== 'link');
    }
    const form = await formOf(testApp, path);
    expect((await testApp.post(`/p/${plain}`, form)).status).toBe(422);
    expect((await testApp.post(`/p/${plain}?quay=${testApp.counters[0]!.code}`, form)).status).toBe(422);
    expect((await testApp.post(path, form)).status).toBe(303);
    expect(await ballotsOf(testApp)).toEqual([
      { counter_code: second.code, channel: 'slip', set_aside: null },
    ]);
    expect(await (await testApp.get(`/p/${plain}`)).text()).toContain('đã được dùng');
  });
});

describe('the front page', () => {
  it('accepts a slip’s code as typed, and reports a typing mistake at once', async () => {
    const { testApp, codes } = await openSlips();
    const typed = encodeURIComponent(` ${codes[0]!.toUpperCase().replaceAll('-', ' – ')} `);
    const opened = await testApp.get(`/?ma=${typed}`);
    expect([opened.status, opened.headers.get('location')]).toEqual([
      303,
      `/p/${codes[0]!.replaceAll('-', '')}`,
    ]);
    const english = await testApp.get(`/?lang=en&ma=${codes[0]}`);
    expect(english.headers.get('location')).toContain('?lang=en');
    const last = codes[0]!.at(-1);
    const wrong = await testApp.get(`/?ma=${codes[0]!.slice(0, -1)}${last === '2' ? '3' : '2'}`);
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('gõ chưa đúng');
  });
});

describe('a code that no slip has', () => {
  it('is said to be unknown, in both languages', async () => {
    const testApp = await createTestApp();
    const page = await testApp.get(`/p/${formatSlipCode(unknownCode())}`);
    expect(page.status).toBe(404);
    expect(await page.text()).toContain('Không có phiếu phát tay nào mang mã này');
    expect(await (await testApp.get('/p/k7mpx?lang=en')).text()).toContain('no slip with this code');
    expect((await testApp.post(`/p/${unknownCode()}`, { 'q.overall': '5' })).status).toBe(404);
  });

  it('is guessed ever more slowly from one network; mistyped ones, and other networks, cost nothing', async () => {
    const held: number[] = [];
    const testApp = await createTestApp({
      slipGuesses: createGuessLimit(async (ms) => {
        held.push(ms);
      }),
    });
    const staff = await signInAs(testApp, { role: 'staff' });
    const { codes } = await print(staff, { counter: testApp.counters[0]!.code });
    const guesser = openBrowser(testApp, '203.0.113.5');
    for (let guess = 0; guess < FREE_MISSES; guess += 1) {
      await guesser.get('/p/aaaa-aaaa-aaab');
      expect((await guesser.get(`/p/${unknownCode(`guess ${guess}`)}`)).status).toBe(404);
    }
    expect(held).toEqual([]);
    expect((await guesser.get(`/p/${unknownCode('one more')}`)).status).toBe(404);
    expect(held).toEqual([DELAY_MS]);
    // A valid slip is not rate limited, on the same network or another.
    for (const address of ['203.0.113.5', '203.0.113.6'])
      expect((await openBrowser(testApp, address).get(`/p/${codes[0]}`)).status).toBe(200);
    expect(held).toHaveLength(1);
  });

  it('is answered by an error where too many of a network wait, which a slip never is', async () => {
    const testApp = await createTestApp({ slipGuesses: { miss: async () => false } });
    const staff = await signInAs(testApp, { role: 'staff' });
    const { codes } = await print(staff, { counter: testApp.counters[0]!.code });
    expect((await testApp.get(`/p/${unknownCode()}`)).status).toBe(503);
    expect((await testApp.get(`/p/${codes[0]}`)).status).toBe(200);
  });
});

describe('printing slips', () => {
  it('shows codes once, stores only hashes, and logs who printed how many', async () => {
    const { testApp, codes, staff } = await openSlips();
    const dump = JSON.stringify(await dumpTables(testApp.context.db));
    for (const code of codes) {
      expect(dump).not.toContain(code);
      expect(dump).not.toContain(code.replaceAll('-', ''));
    }
    const page = await (await staff.get(SLIPS)).text();
    for (const code of codes) expect(page).not.toContain(code);
    expect(page).toContain('28/02/2024');
    const acts = await testApp.context.db.selectFrom('acts').select(['kind', 'params']).execute();
    expect(acts.map(({ kind }) => kind)).toContain('slips-printed');
    const administrator = await signInAs(testApp, { role: 'administrator' });
    expect(await (await administrator.get('/quan-tri/nhat-ky')).text()).toContain('Tạo 10 phiếu phát tay');
  });

  it('makes one batch of a form that is sent twice, and says so', async () => {
    const testApp = await createTestApp();
    const staff = await signInAs(testApp, { role: 'staff' });
    const form = await (await staff.get(SLIPS)).text();
    const fields = {
      batch: hiddenField(form, 'batch'),
      counter: testApp.counters[0]!.code,
      sheets: '2',
      days: '7',
    };
    expect((await staff.post(SLIPS, fields)).status).toBe(200);
    const again = await staff.post(SLIPS, fields);
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('đã được tạo rồi');
    expect(await testApp.context.db.selectFrom('slips').selectAll().execute()).toHaveLength(20);
  });

  it('reports all faults at once and keeps the input', async () => {
    const testApp = await createTestApp();
    const staff = await signInAs(testApp, { role: 'staff' });
    const response = await staff.post(SLIPS, { counter: '', sheets: 'nhiều', days: '1000' });
    expect(response.status).toBe(422);
    const html = await response.text();
    for (const said of ['Vui lòng chọn quầy.', 'từ 1 đến 20', 'Vui lòng chọn thời hạn', 'value="nhiều"']) {
      expect(html).toContain(said);
    }
    expect(await testApp.context.db.selectFrom('slip_batches').selectAll().execute()).toEqual([]);
  });

  it('is limited to one’s own counters; leaders read, and supervisors print theirs', async () => {
    const testApp = await createTestApp();
    const [own, other] = testApp.counters;
    const staff = await signInAs(testApp, { role: 'staff', counters: [own!.code] });
    const refused = await staff.post(SLIPS, { counter: other!.code, sheets: '1', days: '30' });
    expect(refused.status).toBe(422);
    await print(staff, { counter: own!.code });
    const administrator = await signInAs(testApp, { role: 'administrator' });
    await print(administrator, { counter: other!.code });
    const supervisor = await signInAs(testApp, { role: 'supervisor' });
    await print(supervisor, { counter: own!.code });

    const rowsOf = async (browser: TestBrowser) => {
      const html = await (await browser.get(SLIPS)).text();
      const table = /<tbody>.*?<\/tbody>/s.exec(html)?.[0] ?? '';
      return [...table.matchAll(/<th scope="row">([^<]*)</g)].map(([, name]) => name as string);
    };
    expect(await rowsOf(staff)).toEqual([own!.name]);
    expect(await rowsOf(supervisor)).toHaveLength(3);
    const leader = await signInAs(testApp, { role: 'leader' });
    expect(await rowsOf(leader)).toHaveLength(3);
    expect((await leader.post(SLIPS, { counter: own!.code, sheets: '1', days: '30' })).status).toBe(403);
    expect(await (await leader.get(SLIPS)).text()).not.toContain(`action="${SLIPS}"`);
  });

  it('counts used slips when the day is over and only from five on, and expired ones', async () => {
    const { testApp, codes } = await openSlips();
    const use = async (from: number, to: number) => {
      for (const code of codes.slice(from, to)) {
        await testApp.post(`/p/${code}`, await formOf(testApp, `/p/${code}`));
      }
    };
    const cells = async () => {
      // Sign in again: sessions expire overnight.
      const staff = await signInAs(testApp, { role: 'staff' });
      const html = await (await staff.get(SLIPS)).text();
      return /data-label="Đã dùng">([^<]*)<.*?data-label="Hết hạn">([^<]*)</s.exec(html)?.slice(1);
    };
    await use(0, 6);
    expect(await cells()).toEqual(['dưới 5', 'còn hạn']);
    testApp.setTime('2024-01-30T00:06:00+07:00');
    await runDailyWork(testApp.context);
    expect(await cells()).toEqual(['6', 'còn hạn']);
    testApp.setTime('2024-01-30T09:00:00+07:00');
    await use(6, 7);
    testApp.setTime('2024-03-20T09:00:00+07:00');
    await runDailyWork(testApp.context);
    expect(await cells()).toEqual(['7', '3']);
  });
});

describe('the figure of one-time slips', () => {
  const PERIOD = 'BC-2024-02';

  async function fill(testApp: TestApp, slips: number, posters: number): Promise<void> {
    await testApp.storeMany([
      ...Array.from({ length: slips }, (_, n) => ({
        channel: 'slip' as const,
        overall: n % 2 === 0 ? (5 as const) : (2 as const),
      })),
      ...Array.from({ length: posters }, () => ({ channel: 'poster' as const, overall: 5 as const })),
    ]);
    testApp.setTime('2024-02-20T08:00:00+07:00');
    await runDailyWork(testApp.context);
  }

  it('is shown beside the headline with its own n and interval, on pages and in the JSON', async () => {
    const testApp = await createTestApp();
    await fill(testApp, 40, 40);
    const leader = await signInAs(testApp, { role: 'leader' });
    const html = await (await leader.get(`/lanh-dao?ky=${PERIOD}`)).text();
    expect(html).toContain('Chỉ tính phiếu phát tay');
    expect(html).toContain('Trong 40 phiếu, 20 phiếu hài lòng (50,0%)');
    expect(html).toContain('không chứng minh ai đã trả lời');
    expect(textOf(html)).toContain('75,0 % hài lòng');
    expect(textOf(html)).toContain('80 phiếu 60 hài lòng');
    // A slip is handed out in person and a week may have only one, so a week has no figure of slips.
    const week = await (await leader.get('/can-bo?tuan=2024-W05')).text();
    expect(textOf(week)).toContain('80 phiếu 60 hài lòng');
    expect(week).not.toContain('Trong 40 phiếu');
    // Public once a quarter has closed.
    testApp.setTime('2024-03-20T08:00:00+07:00');
    await runDailyWork(testApp.context);
    const json = await (await testApp.get('/ket-qua.json?ky=BC-2024-Q1')).json();
    expect(json.report.single_use).toMatchObject({ numerator: 20, denominator: 40, percent: 50 });
    expect(json.report.single_use.interval.method).toBe('wilson-95');
    expect(json.report.headline).toBe('all');
    expect(await (await testApp.get('/ket-qua?ky=BC-2024-Q1&lang=en')).text()).toContain(
      'Of 40 ballots, 20 are satisfied',
    );
    const weekJson = await (await testApp.get(`/ket-qua.json?ky=2024-W05`)).json();
    expect(weekJson.report.single_use).toBeNull();
  });

  it('is hidden where the ballots without slips are fewer than five, and absent without slips', async () => {
    const few = await createTestApp();
    await fill(few, 40, 3);
    const leader = await signInAs(few, { role: 'leader' });
    const html = await (await leader.get(`/lanh-dao?ky=${PERIOD}`)).text();
    expect(textOf(html)).toContain('53,5 % hài lòng');
    expect(textOf(html)).toContain('43 phiếu 23 hài lòng');
    expect(html).not.toContain('Trong 40 phiếu');
    const none = await createTestApp();
    await fill(none, 0, 40);
    const other = await signInAs(none, { role: 'leader' });
    expect(await (await other.get(`/lanh-dao?ky=${PERIOD}`)).text()).not.toContain('phiếu phát tay');
  });
});

import { describe, expect, it } from 'vitest';
import { runDailyWork } from '../../server/daily-work.ts';
import { createApiClient } from '../helpers/api-client.ts';
import { faultsOf, textOf } from '../helpers/page-facts.ts';
import { signInAs } from '../helpers/staff-client.ts';
import { dumpTables } from '../helpers/table-dump.ts';
import { createTestApp, hiddenField, type TestApp } from '../helpers/test-app.ts';

const PAGE = '/quan-tri/muc-tieu';
const TARGET = { setting: 'target_percent' };
const administrator = (testApp: TestApp) => signInAs(testApp, { role: 'administrator' });
const read = async (response: Promise<Response>) => textOf(await (await response).text());

async function publicEvents(testApp: TestApp): Promise<{ kind: string; day: string; params: object }[]> {
  const { events } = (await (await testApp.get('/ket-qua.json')).json()) as {
    events: { kind: string; day: string; params: object }[];
  };
  return events;
}

/** All rows, without the times at which sessions were last seen. */
async function dump(testApp: TestApp) {
  const { sessions: _, ...tables } = await dumpTables(testApp.context.db);
  return tables;
}

describe('the page of targets', () => {
  it('takes the day from a calendar or as people write it, and gives back what it cannot read', async () => {
    const browser = await administrator(await createTestApp());
    const sinceOf = (html: string) => /<input[^>]*id="target_percent-since"[^>]*>/.exec(html)?.[0] ?? '';
    expect(sinceOf(await (await browser.get(PAGE)).text())).toContain('type="date"');
    for (const since of ['2024-02-05', '5/2/2024']) {
      const asked = await (await browser.post(PAGE, { ...TARGET, value: '85,5', since })).text();
      expect(textOf(asked)).toContain('Từ 05/02/2024 mục tiêu đổi từ 90% thành 85,5%.');
    }
    const html = await (await browser.post(PAGE, { ...TARGET, value: '85,5', since: '31/2/2024' })).text();
    expect(sinceOf(html)).toMatch(/type="text"[^>]*value="31\/2\/2024"|value="31\/2\/2024"[^>]*type="text"/);
  });

  it('shows the value in force, asks for confirmation, and publishes a change', async () => {
    const testApp = await createTestApp();
    const browser = await administrator(testApp);
    const before = await dump(testApp);
    const first = await (await browser.get(PAGE)).text();
    expect(textOf(first)).toContain('01/01/2024 90% đang áp dụng');
    expect(textOf(first)).toContain('01/01/2024 30 đang áp dụng');
    expect(faultsOf(first)).toEqual([]);

    const typed = { ...TARGET, value: '85,5', since: '5/2/2024' };
    const asked = await (await browser.post(PAGE, typed)).text();
    expect(textOf(asked)).toContain('Từ 05/02/2024 mục tiêu đổi từ 90% thành 85,5%.');
    expect(hiddenField(asked, 'value')).toBe('85,5');
    expect(await dump(testApp)).toEqual(before);

    const done = await browser.post(PAGE, { ...typed, confirm: 'yes' });
    expect([done.status, done.headers.get('location')]).toEqual([303, PAGE]);
    expect(await read(browser.get(PAGE))).toContain('05/02/2024 85,5% sẽ áp dụng');
    const line = 'Ngày 29/01/2024: từ 05/02/2024 mục tiêu đổi từ 90% thành 85,5%. Kỳ đã chốt không thay đổi.';
    expect(await read(testApp.get('/ket-qua'))).toContain(line);
    expect(await read(testApp.get('/ket-qua?lang=en'))).toContain(
      '29 Jan 2024: from 5 Feb 2024 the target changes from 90% to 85.5%.',
    );
    const params = { since: '2024-02-05', from: 90, to: 85.5 };
    expect(await publicEvents(testApp)).toEqual([{ day: '2024-01-29', kind: 'target-changed', params }]);
    expect(await read(browser.get('/quan-tri/nhat-ky'))).toContain(
      'Từ 05/02/2024 mục tiêu đổi từ 90% thành 85,5%',
    );
  });

  it('withdraws a change before its day, and not after', async () => {
    const testApp = await createTestApp();
    const browser = await administrator(testApp);
    const minimum = { setting: 'minimum_n' };
    const plan = { ...minimum, value: '50', since: '01/02/2024', confirm: 'yes' };
    expect((await browser.post(PAGE, plan)).status).toBe(303);
    const withdrawal = { ...minimum, since: '2024-02-01' };
    const asked = await read(browser.post(`${PAGE}/rut`, withdrawal));
    expect(asked).toContain(
      'Rút lại số phiếu tối thiểu 50 dự kiến áp dụng từ 01/02/2024; số phiếu tối thiểu vẫn là 30.',
    );
    expect((await browser.post(`${PAGE}/rut`, { ...withdrawal, confirm: 'yes' })).status).toBe(303);
    expect(await read(browser.get(PAGE))).not.toContain('sẽ áp dụng');
    expect(await read(testApp.get('/ket-qua'))).toContain(
      'Ngày 29/01/2024: rút lại số phiếu tối thiểu 50 dự kiến áp dụng từ 01/02/2024; số phiếu tối thiểu vẫn là 30.',
    );
    expect((await browser.post(`${PAGE}/rut`, withdrawal)).status).toBe(404);

    expect((await browser.post(PAGE, { ...plan, since: '29/01/2024' })).status).toBe(303);
    const late = await browser.post(`${PAGE}/rut`, { ...minimum, since: '2024-01-29', confirm: 'yes' });
    expect(late.status).toBe(422);
    expect(textOf(await late.text())).toContain('đã được áp dụng nên không rút lại được');
    expect((await publicEvents(testApp)).map(({ kind }) => kind)).toEqual([
      'minimum-changed',
      'minimum-withdrawn',
      'minimum-changed',
    ]);
  });

  it('reports all faults at once, at the top and at the field, and keeps the input', async () => {
    const testApp = await createTestApp();
    const browser = await administrator(testApp);
    const before = await dump(testApp);
    const sent = { ...TARGET, value: '<b>120</b>', since: '28/01/2024', confirm: 'yes' };
    const response = await browser.post(PAGE, sent);
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(faultsOf(html)).toEqual([]);
    expect(html).toContain('<title>Lỗi: ');
    expect(html).toContain('href="#target_percent-value"');
    expect(html).toContain('href="#target_percent-since"');
    expect(textOf(html).match(/không được trước hôm nay/g)).toHaveLength(2);
    expect(html).toContain('value="&lt;b>120&lt;/b>"');
    expect(html).toContain('value="28/01/2024"');
    expect(await dump(testApp)).toEqual(before);
  });

  it('takes nothing that it did not ask for', async () => {
    const testApp = await createTestApp();
    const browser = await administrator(testApp);
    const before = await dump(testApp);
    for (const setting of ['', 'opening_hours', '__proto__', 'constructor']) {
      for (const path of [PAGE, `${PAGE}/rut`]) {
        expect((await browser.post(path, { setting, value: '80', since: '2024-02-05' })).status).toBe(404);
      }
    }
    const long = { ...TARGET, value: '9'.repeat(9_000), since: ' '.repeat(9_000), confirm: 'yes' };
    expect((await browser.post(PAGE, long)).status).toBe(422);
    expect((await browser.post(PAGE, { ...TARGET, value: '9'.repeat(30_000), since: '' })).status).toBe(413);
    expect((await browser.post(PAGE, {}, { 'Content-Type': 'text/plain' })).status).toBe(415);
    expect(await dump(testApp)).toEqual(before);
  });

  it('is read by a supervisor, without a form', async () => {
    const testApp = await createTestApp();
    const browser = await signInAs(testApp, { role: 'supervisor' });
    const html = await (await browser.get(PAGE)).text();
    expect(textOf(html)).toContain('90%');
    expect(html).not.toContain(`action="${PAGE}`);
    expect((await browser.post(PAGE, { ...TARGET, value: '1', since: '29/01/2024' })).status).toBe(403);
  });
});

describe('the figure', () => {
  it('of a week across the change is judged by the target of its last day', async () => {
    const testApp = await createTestApp();
    const client = await createApiClient(testApp);
    // 43 of 50: 86 %, below 90 and above 85.
    const ballots = Array.from({ length: 50 }, (_, index) => ({ overall: index < 43 ? 5 : 1 }) as const);
    await testApp.storeMany(ballots);
    testApp.setTime('2024-01-31T08:00:00+07:00');
    const judged = async (week: string) => {
      const { indicator } = await client.getReport(`dong-son/${week}`);
      return [indicator.target, indicator.verdict];
    };
    expect(await judged('2024-W05')).toEqual([{ percent: 90, since: '2024-01-01' }, 'not-met']);
    const browser = await administrator(testApp);
    // In force from Sunday, the last day of the week.
    await browser.post(PAGE, { ...TARGET, value: '85', since: '04/02/2024', confirm: 'yes' });
    expect(await judged('2024-W05')).toEqual([{ percent: 85, since: '2024-02-04' }, 'met']);
    // In force from the following Monday, so that the week is not affected.
    await browser.post(`${PAGE}/rut`, { ...TARGET, since: '2024-02-04', confirm: 'yes' });
    await browser.post(PAGE, { ...TARGET, value: '85', since: '05/02/2024', confirm: 'yes' });
    expect(await judged('2024-W05')).toEqual([{ percent: 90, since: '2024-01-01' }, 'not-met']);
    expect((await judged('2024-W06'))[0]).toEqual({ percent: 85, since: '2024-02-05' });
  });

  it('of a closed period stays byte for byte what it was, whatever is changed', async () => {
    const testApp = await createTestApp();
    const client = await createApiClient(testApp);
    await testApp.storeMany(
      Array.from({ length: 40 }, (_, index) => ({ overall: index < 36 ? 5 : 2 }) as const),
    );
    // The week closed on 10 February; the month closes on 6 March.
    testApp.setTime('2024-02-10T00:06:00+07:00');
    await runDailyWork(testApp.context);
    const bytes = async () => {
      const response = await client.get('/api/v1/reports/dong-son/2024-W05');
      return [await response.text(), response.headers.get('ETag')];
    };
    const before = await bytes();
    expect(before[0]).toContain('"closed_at":"2024-02-10T00:00:00+07:00"');
    const browser = await administrator(testApp);
    const send = async (path: string, fields: Record<string, string>) =>
      expect((await browser.post(path, { ...fields, confirm: 'yes' })).status).toBe(303);
    await send(PAGE, { ...TARGET, value: '99', since: '10/02/2024' });
    await send(PAGE, { setting: 'minimum_n', value: '500', since: '10/02/2024' });
    await send(PAGE, { ...TARGET, value: '10', since: '11/02/2024' });
    await send(`${PAGE}/rut`, { ...TARGET, since: '2024-02-11' });
    await send('/quan-tri/phieu', { survey: 'mot-cua-day-du/1', counter: 'all', since: '10/02/2024' });
    expect(await bytes()).toEqual(before);
    await runDailyWork(testApp.context);
    expect(await bytes()).toEqual(before);
    expect((await client.getReport('dong-son/2024-02')).indicator).toMatchObject({
      target: { percent: 99 },
      minimum_n: 500,
    });
    expect(await publicEvents(testApp)).toHaveLength(5);
  });
});

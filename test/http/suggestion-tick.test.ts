import { describe, expect, it } from 'vitest';
import { runDailyWork } from '../../server/daily-work.ts';
import { recount } from '../../server/response/recount.ts';
import { verifySeals } from '../../server/seal/verify-seals.ts';
import { asOwner } from '../helpers/sealed-office.ts';
import { signInAs } from '../helpers/staff-client.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

const SETTING = '/quan-tri/o-goi-y';
const BOX = '<input type="checkbox" name="suggested" value="1"/>';
const QUARTER = 'BC-2024-Q1';

async function openOffice(): Promise<TestApp> {
  const testApp = await createTestApp();
  const administrator = await signInAs(testApp, { role: 'administrator' });
  const choice = { value: 'on', since: '29/01/2024', confirm: 'yes' };
  expect((await administrator.post(SETTING, choice)).status).toBe(303);
  return testApp;
}

/** People at a counter, the first of whom set the tick. */
async function answer(testApp: TestApp, place: number, count: number, ticked: number): Promise<void> {
  for (let person = 0; person < count; person += 1) {
    const tick = person < ticked ? { suggested: '1' } : {};
    const code = testApp.counters[place]!.code;
    expect((await testApp.submit(code, { 'q.overall': '5', ...tick })).status).toBe(303);
  }
}

async function endDay(testApp: TestApp): Promise<void> {
  testApp.setTime('2024-01-30T00:06:00+07:00');
  await runDailyWork(testApp.context);
}

const reportOf = async (testApp: TestApp, period = QUARTER) =>
  (await (await testApp.get(`/ket-qua.json?ky=${period}`)).json()).report;
const ticksOf = async (testApp: TestApp) =>
  (await testApp.context.db.selectFrom('ballot_box').select('suggested').execute())
    .map(({ suggested }) => suggested)
    .sort();

describe('the tick that somebody suggested the answers', () => {
  it('is not there until it is switched on, and what is sent under its name then says nothing', async () => {
    const testApp = await createTestApp();
    const code = testApp.counters[0]!.code;
    expect(await (await testApp.get(`/k/${code}`)).text()).not.toContain('name="suggested"');
    await answer(testApp, 0, 6, 6);
    expect(await ticksOf(testApp)).toEqual([null, null, null, null, null, null]);
    await endDay(testApp);
    expect((await reportOf(testApp)).suggested).toBeNull();
    expect(await (await testApp.get(`/ket-qua?ky=${QUARTER}`)).text()).not.toContain('Phiếu có người gợi ý');
  });

  it('is switched by the administrator alone, asked first, with an act and a public line', async () => {
    const testApp = await createTestApp();
    const administrator = await signInAs(testApp, { role: 'administrator' });
    const code = testApp.counters[0]!.code;
    const faulty = await administrator.post(SETTING, { value: 'off', since: '' });
    expect(faulty.status).toBe(422);
    const faults = await faulty.text();
    expect(faults).toContain('Đây là lựa chọn đang có');
    expect(faults).toContain('Xin ghi ngày bắt đầu áp dụng');
    expect((await administrator.post(SETTING, { value: 'single-use', since: '29/01/2024' })).status).toBe(
      422,
    );
    const asked = await administrator.post(SETTING, { value: 'on', since: '29/01/2024' });
    expect(await asked.text()).toContain('Từ 29/01/2024, cuối phiếu có ô này.');
    expect(await (await testApp.get(`/k/${code}`)).text()).not.toContain('name="suggested"');
    const done = await administrator.post(SETTING, { value: 'on', since: '29/01/2024', confirm: 'yes' });
    expect([done.status, done.headers.get('location')]).toEqual([303, SETTING]);
    expect(await (await testApp.get('/ket-qua')).text()).toContain(
      'từ 29/01/2024 cuối phiếu có thêm ô “Có người gợi ý tôi chọn câu trả lời”',
    );
    expect(await (await testApp.get('/ket-qua?lang=en')).text()).toContain('forms end with the box');
    expect(await (await administrator.get('/quan-tri/nhat-ky')).text()).toContain(
      'Từ 29/01/2024 phiếu có ô “Có người gợi ý tôi chọn câu trả lời”',
    );
    const supervisor = await signInAs(testApp, { role: 'supervisor' });
    expect(await (await supervisor.get(SETTING)).text()).not.toContain('<form class="form"');
    expect((await supervisor.post(SETTING, { value: 'off', since: '30/01/2024' })).status).toBe(403);
  });

  it('is never set beforehand, and comes back as it was with a form that has a fault', async () => {
    const testApp = await openOffice();
    const code = testApp.counters[0]!.code;
    const page = await (await testApp.get(`/k/${code}`)).text();
    expect(page).toContain(BOX);
    expect(page).toContain('Có người gợi ý tôi chọn câu trả lời');
    expect(page.indexOf('name="suggested"')).toBeGreaterThan(page.indexOf('name="comment"'));
    expect(await (await testApp.get(`/k/${code}?lang=en`)).text()).toContain(
      'Somebody suggested my answers to me',
    );
    const returned = await testApp.submit(code, { suggested: '1' });
    expect(returned.status).toBe(422);
    expect(await returned.text()).toMatch(/name="suggested" value="1" checked/);
    expect(await ticksOf(testApp)).toEqual([]);
  });

  it('is counted of those asked, sets no ballot aside, moves no figure, and nothing but 1 is a tick', async () => {
    const testApp = await openOffice();
    await answer(testApp, 0, 14, 3);
    await testApp.submit(testApp.counters[0]!.code, { 'q.overall': '1', suggested: ['yes', '0'] });
    expect(await ticksOf(testApp)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1]);
    await endDay(testApp);
    const report = await reportOf(testApp);
    expect(report.suggested).toEqual({ asked: 15, ticked: 3, percent: 20, suppressed: false });
    expect(report.ballots).toMatchObject({ received: 15, set_aside: 0, counted: 15 });
    expect(report.indicator).toMatchObject({ numerator: 14, denominator: 15 });
    // In public a week is its headline; people who sign in see it there too.
    expect((await reportOf(testApp, '2024-W05')).suggested).toBeNull();
    const sentence = 'Trong 15 phiếu có ô này, 3 phiếu đánh dấu';
    expect(await (await testApp.get(`/ket-qua?ky=${QUARTER}`)).text()).toContain(sentence);
    const leader = await signInAs(testApp, { role: 'leader' });
    for (const path of [`/lanh-dao?ky=${QUARTER}`, '/can-bo?tuan=2024-W05'])
      expect(await (await leader.get(path)).text(), path).toContain(sentence);
    expect(await recount(testApp.context.db, testApp.context.surveys, 'dong-son')).toEqual([]);
  });

  it('is not shown of fewer than five, nor of a counter beside which another one’s few would be told', async () => {
    const testApp = await openOffice();
    // Forms from before the day of the setting come in as well, and say nothing of it.
    const store = (place: number, asked: number, unasked: number) =>
      testApp.storeMany(
        Array.from({ length: asked + unasked }, (_, person) => ({
          counter_code: testApp.counters[place]!.code,
          answers: {
            levels: { overall: 4 },
            why: {},
            ...(person < asked ? { suggested: person === 0 } : {}),
          },
        })),
      );
    await store(0, 4, 6);
    await endDay(testApp);
    const hidden = { asked: null, ticked: null, percent: null, suppressed: true };
    expect((await reportOf(testApp)).suggested).toEqual(hidden);
    expect(await (await testApp.get(`/ket-qua?ky=${QUARTER}`)).text()).toContain('có dưới 5 phiếu');

    await store(0, 8, 2);
    await store(1, 6, 4);
    await store(2, 2, 8);
    testApp.setTime('2024-01-31T00:06:00+07:00');
    await runDailyWork(testApp.context);
    expect((await reportOf(testApp)).suggested).toMatchObject({ asked: 20, ticked: 4 });
    const leader = await signInAs(testApp, { role: 'leader' });
    const pageOf = async (place: number) =>
      (await leader.get(`/can-bo?tuan=2024-W05&quay=${testApp.counters[place]!.code}`)).text();
    // The third counter has two, which would be what the other two lack of twenty.
    expect(await pageOf(0)).toContain('Trong 12 phiếu có ô này, 2 phiếu đánh dấu');
    for (const place of [1, 2]) {
      expect(await pageOf(place)).toContain('hiện ra sẽ lộ phiếu của một nhóm dưới 5 người');
      expect(await pageOf(place)).not.toContain('phiếu đánh dấu “');
    }
  });

  it('follows the day on which the form was shown, not the one on which it is sent', async () => {
    const testApp = await createTestApp();
    const administrator = await signInAs(testApp, { role: 'administrator' });
    const code = testApp.counters[0]!.code;
    await administrator.post(SETTING, { value: 'on', since: '30/01/2024', confirm: 'yes' });
    const before = await (await testApp.get(`/k/${code}`)).text();
    testApp.setTime('2024-01-30T08:00:00+07:00');
    const after = await (await testApp.get(`/k/${code}`)).text();
    const fieldsOf = (html: string) => ({
      t: /name="t" value="([^"]+)"/.exec(html)?.[1] ?? '',
      s: 'mot-cua-ngan/1',
      'q.overall': '4',
      suggested: '1',
    });
    expect((await testApp.post(`/k/${code}`, fieldsOf(before))).status).toBe(303);
    expect(await ticksOf(testApp)).toEqual([null]);
    expect((await testApp.post(`/k/${code}`, fieldsOf(after))).status).toBe(303);
    expect(await ticksOf(testApp)).toEqual([1, null]);
  });

  it('lies in the seal: a tick that is taken back afterwards is named by its day', async () => {
    const testApp = await openOffice();
    await answer(testApp, 0, 6, 3);
    await endDay(testApp);
    const { db, surveys } = testApp.context;
    const verify = async () => (await verifySeals(db, surveys, 'dong-son')).fault;
    expect(await verify()).toBeNull();
    await asOwner(db, () => db.updateTable('ballots').set({ suggested: 0 }).execute());
    expect(await verify()).toMatchObject({ kind: 'ballots', day: '2024-01-29' });
  });
});

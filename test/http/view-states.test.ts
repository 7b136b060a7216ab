import { describe, expect, it } from 'vitest';
import { runDailyWork } from '../../server/daily-work.ts';
import { faultsOf, textOf } from '../helpers/page-facts.ts';
import { signInAs } from '../helpers/staff-client.ts';
import { createTestApp, hiddenField, type TestApp } from '../helpers/test-app.ts';

/** Pages of the running period and of the week, by reader. */
interface Views {
  readonly leader: string;
  readonly week: string;
  readonly results: string;
  readonly english: string;
  readonly json: {
    readonly report: {
      readonly indicator: { readonly percent: number | null; readonly denominator: number | null };
    };
  };
}

/** Opens every view; each must pass `faultsOf`. */
async function readViews(testApp: TestApp, week?: string): Promise<Views> {
  const leader = await signInAs(testApp, { role: 'leader' });
  const read = async (path: string): Promise<string> => {
    const response = await leader.get(path);
    expect(response.status, path).toBe(200);
    const html = await response.text();
    expect(faultsOf(html), path).toEqual([]);
    expect(html, path).not.toMatch(/undefined|NaN|\[object|null%/);
    return textOf(html);
  };
  return {
    leader: await read('/lanh-dao'),
    week: await read(week === undefined ? '/can-bo' : `/can-bo?tuan=${week}`),
    results: await read('/ket-qua'),
    english: await read('/ket-qua?lang=en'),
    json: await (await testApp.get('/ket-qua.json')).json(),
  };
}

/** An office with ballots on Monday 5 February, viewed on Wednesday of the same week. */
async function openOffice(satisfied: number, neutral: number): Promise<TestApp> {
  const testApp = await createTestApp();
  testApp.setTime('2024-02-05T09:00:00+07:00');
  await testApp.storeMany([
    ...Array.from({ length: satisfied }, () => ({ overall: 5 }) as const),
    ...Array.from({ length: neutral }, () => ({ overall: 3 }) as const),
  ]);
  testApp.setTime('2024-02-06T00:10:00+07:00');
  await runDailyWork(testApp.context);
  testApp.setTime('2024-02-07T09:00:00+07:00');
  return testApp;
}

describe('every view', () => {
  it.each([
    { state: 'no ballots', counts: [0, 0], percent: null, denominator: null },
    { state: 'one ballot', counts: [1, 0], percent: null, denominator: null },
    { state: 'four ballots', counts: [3, 1], percent: null, denominator: null },
    { state: 'five ballots', counts: [4, 1], percent: null, denominator: 5 },
    { state: 'less than the minimum', counts: [21, 4], percent: null, denominator: 25 },
    { state: 'exactly the minimum', counts: [25, 5], percent: 83.33, denominator: 30 },
    { state: 'exactly the target', counts: [27, 3], percent: 90, denominator: 30 },
    { state: 'all satisfied', counts: [40, 0], percent: 100, denominator: 40 },
    { state: 'none satisfied', counts: [0, 40], percent: 0, denominator: 40 },
  ] as const)('is sound and says the same at $state', async ({ counts, percent, denominator }) => {
    const [satisfied, neutral] = counts;
    const views = await readViews(await openOffice(satisfied, neutral), '2024-W06');
    expect(views.json.report.indicator).toMatchObject({ percent, denominator });
    const told = [views.leader, views.week, views.results];
    if (denominator === null) {
      for (const text of told)
        expect(text).not.toMatch(/\d,\d % hài lòng|phiếu \d+ hài lòng|trong \d+ phiếu/);
      expect(views.leader).toMatch(/CHƯA/);
      return;
    }
    const shown =
      percent === null
        ? `${satisfied} trong ${denominator} phiếu hài lòng CHƯA ĐỦ PHIẾU`
        : `${percent.toFixed(1).replace('.', ',')} % hài lòng`;
    for (const text of told) {
      expect(text).toContain(`${denominator} phiếu ${satisfied} hài lòng ${neutral} bình thường`);
      expect(text).toContain(shown);
      if (percent === null) expect(text).not.toMatch(/,\d % hài lòng/);
    }
    expect(views.english).toContain(
      percent === null ? `${satisfied} of ${denominator} ballots` : `${percent.toFixed(1)} % satisfied`,
    );
  });

  it('keeps the ballots of a counter that was closed midway, and closes with them', async () => {
    const testApp = await openOffice(35, 0);
    const [first] = testApp.counters;
    const admin = await signInAs(testApp, { role: 'administrator' });
    const address = `/quan-tri/quay/${first?.code}`;
    const asked = await (await admin.post(`${address}/dong`, { successor: '' })).text();
    const answer = await admin.post(`${address}/dong`, {
      successor: '',
      confirm: hiddenField(asked, 'confirm'),
    });
    expect(answer.status).toBe(303);
    const closed = await testApp.context.db
      .selectFrom('counters')
      .selectAll()
      .where('is_open', '=', 0)
      .execute();
    expect(closed.map(({ code }) => code)).toEqual([first?.code]);
    const views = await readViews(testApp, '2024-W06');
    for (const text of [views.leader, views.week, views.results]) {
      expect(text).toMatch(/100,0 % hài lòng.*35 phiếu 35 hài lòng/);
    }
    expect(views.leader).toContain(first?.name ?? '?');
    testApp.setTime('2024-03-25T00:10:00+07:00');
    await runDailyWork(testApp.context);
    testApp.setTime('2024-03-25T09:00:00+07:00');
    const later = await readViews(testApp, '2024-W06');
    expect(later.week).toMatch(/100,0 % hài lòng.*35 phiếu 35 hài lòng/);
  });

  it('opens on the week that has just ended on a Monday morning', async () => {
    const testApp = await openOffice(40, 5);
    testApp.setTime('2024-02-12T00:05:00+07:00');
    await runDailyWork(testApp.context);
    testApp.setTime('2024-02-12T07:00:00+07:00');
    const views = await readViews(testApp);
    expect(views.week).toContain('Tuần 05/02–11/02/2024');
    expect(views.week).toContain('45 phiếu 40 hài lòng');
  });

  it('knows the fifty-third week of a long year', async () => {
    const testApp = await createTestApp({ now: '2026-12-28T08:00:00+07:00' });
    await testApp.storeMany(Array.from({ length: 35 }, () => ({ overall: 5 }) as const));
    testApp.setTime('2027-01-04T00:10:00+07:00');
    await runDailyWork(testApp.context);
    testApp.setTime('2027-01-04T08:00:00+07:00');
    const views = await readViews(testApp);
    expect(views.week).toContain('Tuần 28/12/2026–03/01/2027');
    expect(views.week).toContain('35 phiếu 35 hài lòng');
    expect((await readViews(testApp, '2026-W53')).week).toContain('Tuần 28/12/2026–03/01/2027');
  });

  it('turns from one reporting month to the next between the 14th and the 15th', async () => {
    const testApp = await openOffice(33, 1);
    testApp.setTime('2024-02-14T23:59:00+07:00');
    expect((await readViews(testApp)).leader).toContain('Tháng 2/2024 15/01–14/02/2024 Tạm tính');
    testApp.setTime('2024-02-15T00:01:00+07:00');
    const { leader } = await readViews(testApp);
    expect(leader).toContain('Tháng 3/2024 15/02–14/03/2024 Tạm tính');
    expect(leader).not.toContain('Tháng 2/2024 15/01–14/02/2024');
  });
});

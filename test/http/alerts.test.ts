import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, type Day, listDays, weekdayOf } from '../../server/lib/day.ts';
import type { Report } from '../../server/reporting/report.v1.ts';
import { listCountsOf } from '../../server/trust/intake-count.store.ts';
import { HOUR_MEASURES, readHours } from '../../server/trust/odd-hours.ts';
import { alertsVi } from '../../web/messages/alerts.vi.ts';
import { publicAlertsEn } from '../../web/messages/public-alerts.en.ts';
import { type ApiClient, createApiClient } from '../helpers/api-client.ts';
import { ballotsOf, endDay, fillDay } from '../helpers/comment-days.ts';
import { textOf } from '../helpers/page-facts.ts';
import { signInAs, type TestBrowser } from '../helpers/staff-client.ts';
import { type BallotToStore, createTestApp, type TestApp } from '../helpers/test-app.ts';

/** First of four usual weeks, and the Monday of the unusual week. */
const FIRST: Day = '2024-01-29';
const ODD_DAY: Day = '2024-02-26';
const NEXT_DAY: Day = '2024-02-27';

const USUAL = [6, 8, 5, 7, 6];
/** The second counter has twice as many ballots, so that a day without any is unlikely. */
const TIMES = 2;

/** The compared fields of an alert. */
const briefly = ({ alerts }: Pick<Report, 'alerts'>) =>
  alerts.map(({ id, params }) => [id, params.counter, params.observed] as const);

let testApp: TestApp;
let client: ApiClient;
let first: string;
let second: string;

const usualBallots = (counter: string, day: Day, times = 1): BallotToStore[] =>
  ballotsOf(counter, times * (USUAL[weekdayOf(day) - 1] ?? 0)).map((ballot) => ({
    ...ballot,
    isOddHour: false,
  }));

const readText = async (browser: Pick<TestBrowser, 'get'>, path: string): Promise<string> => {
  const response = await browser.get(path);
  expect(response.status).toBe(200);
  return textOf(await response.text());
};

const readPublic = async (period: string): Promise<Report> =>
  ((await (await testApp.get(`/ket-qua.json?ky=${period}`)).json()) as { report: Report }).report;

describe('what later data show', () => {
  beforeAll(async () => {
    testApp = await createTestApp();
    client = await createApiClient(testApp);
    [first, second] = testApp.counters.map(({ code }) => code) as [string, string];
    for (const day of listDays(FIRST, addDays(ODD_DAY, -1)).filter((one) => weekdayOf(one) <= 5)) {
      await fillDay(testApp, day, [...usualBallots(first, day), ...usualBallots(second, day, TIMES)]);
    }
    await endDay(testApp, addDays(ODD_DAY, -1));
    const night = ballotsOf(first, 60).map((ballot) => ({ ...ballot, overall: 5 as const, isOddHour: true }));
    await fillDay(testApp, ODD_DAY, [...usualBallots(first, ODD_DAY), ...night]);
  });

  it('is nothing while the day lasts, however often the page is read', async () => {
    const report = await client.getReport('dong-son/2024-W09');
    expect(report.ballots.received).toBe(66);
    expect(report.alerts).toEqual([]);
    const leader = await signInAs(testApp, { role: 'leader' });
    expect(await readText(leader, '/lanh-dao?ky=2024-W09')).not.toContain(alertsVi.heading);
  });

  it('is in the JSON the next day, with its computation', async () => {
    await endDay(testApp, ODD_DAY);
    testApp.setTime(`${NEXT_DAY}T08:00:00+07:00`);
    const report = await client.getReport('dong-son/2024-W09');
    expect(briefly(report)).toEqual([
      ['sudden-rise', null, 66],
      ['sudden-rise', first, 66],
      ['odd-hours', null, 60],
      ['silent-counter', second, 0],
    ]);
    expect(report.alerts[1]?.params).toMatchObject({
      from: ODD_DAY,
      to: ODD_DAY,
      expected: 6.4,
      mean: 6.4,
      history_days: 20,
      history_from: FIRST,
      history_to: '2024-02-23',
      working_days: 1,
      alert_from_one_in: 2500,
    });
    expect(report.alerts[1]?.params.one_in).toBeGreaterThan(2500);
    // Earlier weeks have no alerts.
    expect((await client.getReport('dong-son/2024-W08')).alerts).toEqual([]);
    expect(briefly(await client.getReport('dong-son/2024-02'))).toHaveLength(4);
  });

  it('is shown to leader and supervisor, with a link on the first screen', async () => {
    for (const role of ['leader', 'supervisor'] as const) {
      const browser = await signInAs(testApp, { role });
      const html = await (await browser.get('/lanh-dao?ky=2024-W09')).text();
      expect(html).toContain('href="#alerts"');
      const text = textOf(html);
      expect(text).toContain(alertsVi.link('4'));
      expect(text).toContain('Nhận được 66 phiếu trong một ngày; mọi ngày khoảng 6,4.');
      expect(text).toContain('60 phiếu được gửi ngoài giờ làm việc trong một ngày; mọi ngày khoảng 0.');
      expect(text).toContain('20 ngày trước đó (29/01–23/02/2024) có trung bình 6,4 phiếu mỗi ngày');
      expect(text).toContain('Không có phiếu nào trong 1 ngày làm việc');
      expect(text).toContain(alertsVi.intro);
    }
  });

  it('is shown to staff of all counters, to others only for their own', async () => {
    const all = await signInAs(testApp, { role: 'staff' });
    expect(await readText(all, '/can-bo?tuan=2024-W09')).toContain(alertsVi.wholeUnit);
    const text = await readText(all, `/can-bo?tuan=2024-W09&quay=${first}`);
    expect(text).toContain('Nhận được 66 phiếu trong một ngày');
    expect(text).not.toContain(`${alertsVi.wholeUnit}, `);
    // Alerts of the current week are shown below the last finished week.
    expect(await readText(all, '/can-bo')).toContain('Nhận được 66 phiếu trong một ngày');
    const own = await signInAs(testApp, { role: 'staff', counters: [second] });
    for (const path of ['/can-bo?tuan=2024-W09', '/can-bo']) {
      const seen = await readText(own, path);
      expect(seen).toContain('Không có phiếu nào trong 1 ngày làm việc');
      expect(seen).not.toContain('66 phiếu');
      expect(seen).not.toContain(`${alertsVi.wholeUnit}, `);
    }
  });

  it("is public for the unit's number of ballots alone, in the JSON and on the page, in both languages", async () => {
    expect(briefly(await readPublic('2024-W09'))).toEqual([
      ['sudden-rise', null, 66],
      ['odd-hours', null, 60],
    ]);
    const text = await readText(testApp, '/ket-qua?ky=2024-W09');
    expect(text).toContain('Nhận được 66 phiếu trong một ngày');
    expect(text).toContain(alertsVi.publicNote);
    expect(text).not.toContain('Không có phiếu nào trong');
    const english = await readText(testApp, '/ket-qua?ky=2024-W09&lang=en');
    expect(english).toContain(publicAlertsEn.intro);
    expect(english).toContain('66 ballots came in one day; usually there are about 19.2.');
    const quiet = await readText(testApp, '/ket-qua?ky=2024-W08&lang=en');
    expect(english).toContain(publicAlertsEn.heading);
    expect(quiet).not.toContain(publicAlertsEn.heading);
  });
});

describe('a week that has closed', () => {
  it('keeps the alerts that it had, whatever comes later', async () => {
    await endDay(testApp, '2024-03-09');
    const closed = await client.getReport('dong-son/2024-W09');
    expect(closed.period.closed_at).toBe('2024-03-09T00:00:00+07:00');
    expect(briefly(await readPublic('2024-W09')).map(([id]) => id)).toEqual([
      'sudden-rise',
      'odd-hours',
      // No ballots at all from Tuesday to Friday.
      'silent-counter',
    ]);

    await testApp.context.db.updateTable('counters').set({ is_open: 0 }).execute();
    expect((await client.getReport('dong-son/2024-W09')).alerts).toEqual(closed.alerts);
  });
});

describe('the hours at which ballots come', () => {
  it('are counted as odd or ordinary, of ballots set aside too, without any time', async () => {
    const office = await createTestApp();
    const code = office.counters[0]?.code ?? '';
    const submitAt = async (time: string) => {
      office.setTime(`2024-01-29T${time}:00+07:00`);
      expect((await office.submit(code, { 'q.overall': '5' })).status).toBe(303);
    };
    // Opening hours are 07:30 to 17:00; ballots up to an hour outside of them, or at noon, cause no alert.
    for (const time of ['06:29', '06:30', '12:15', '17:59', '18:00', '23:59']) await submitAt(time);
    const counts = await listCountsOf(office.context.db, 'dong-son', HOUR_MEASURES, FIRST, FIRST);
    expect(counts.map(({ measure, n }) => [measure, n]).sort()).toEqual([
      ['hours-odd', 3],
      ['hours-ordinary', 3],
    ]);
    await office.storeMany([{ isOddHour: true, set_aside: 'repeat-device' }, { isOddHour: null }]);
    office.setTime('2024-02-03T10:00:00+07:00');
    expect((await office.submit(code, { 'q.overall': '5' })).status).toBe(303);
    const days = readHours(
      await listCountsOf(office.context.db, 'dong-son', HOUR_MEASURES, FIRST, '2024-02-03'),
    );
    expect(days).toEqual([
      { day: FIRST, others: 4, slips: 0 },
      { day: '2024-02-03', others: 1, slips: 0 },
    ]);
  });
});

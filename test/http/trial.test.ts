import { describe, expect, test } from 'vitest';
import type { Report } from '../../server/reporting/report.v1.ts';
import { signInAs } from '../helpers/staff-client.ts';
import { createTestApp, hiddenField, type TestApp } from '../helpers/test-app.ts';

const NOT_PUBLIC = 'chưa dùng cho người dân. Cán bộ xem được từng phiếu; sẽ xóa hết.';

async function publicReport(office: TestApp): Promise<Report> {
  const view = (await (await office.get('/ket-qua.json')).json()) as { report: Report };
  return view.report;
}

const startTrial = (now?: string) => createTestApp({ isOfficial: false, ...(now ? { now } : {}) });

describe('a trial', () => {
  test('has its mark on every page, before the first question and in the tab', async () => {
    const office = await startTrial();
    const code = office.counters[0]?.code as string;
    for (const path of [
      '/',
      `/k/${code}`,
      '/cam-on',
      '/rieng-tu',
      '/ket-qua',
      '/dang-nhap',
      '/k/zzzzz',
      '/none',
    ]) {
      const html = await (await office.get(path)).text();
      expect(html.slice(0, 400), path).toContain('<title>CHẠY THỬ: ');
      expect(html, path).toContain(NOT_PUBLIC);
    }
    const survey = await (await office.get(`/k/${code}?lang=en`)).text();
    expect(survey).toContain('<title>TRIAL: ');
    expect(survey.indexOf('Staff see each answer')).toBeLessThan(survey.indexOf('q.overall'));
  });

  test('is told in the JSON, with the id of the installation', async () => {
    const office = await startTrial();
    const report = await publicReport(office);
    expect(report.trial).toBe(true);
    expect(report.trial_record).toBeNull();
    expect(report.installation).toMatch(/^[0-9a-f]{32}$/);
    const other = await startTrial();
    expect((await publicReport(other)).installation).not.toBe(report.installation);
  });

  test('marks posters, slips and file names whatever PUBLIC_URL says', async () => {
    const office = await createTestApp({
      isOfficial: false,
      environment: { PUBLIC_URL: 'https://khaosat.example.gov.vn' },
    });
    const staff = await signInAs(office, { role: 'leader' });
    expect(await (await staff.get('/can-bo/ma-qr')).text()).toContain('class="poster-trial"');
    const file = await staff.get('/lanh-dao/so-lieu.csv');
    expect(file.headers.get('content-disposition')).toContain('chay-thu-');
  });

  test('ends thirty days after its first ballot: no ballot is taken, what a phone holds is kept', async () => {
    const office = await startTrial('2024-01-29T08:00:00+07:00');
    const code = office.counters[0]?.code as string;
    await office.submit(code, { 'q.overall': '5' });
    office.setTime('2024-02-27T23:50:00+07:00');
    const html = await (await office.get(`/k/${code}`)).text();
    const form = { t: hiddenField(html, 't'), s: hiddenField(html, 's'), 'q.overall': '4' };
    office.setTime('2024-02-28T00:00:00+07:00');
    expect((await office.get(`/k/${code}`)).status).toBe(503);
    const refused = await office.post(`/k/${code}`, form);
    expect(refused.status).toBe(503);
    expect(await office.context.db.selectFrom('ballot_box').selectAll().execute()).toHaveLength(1);
  });

  test('an official installation has no mark', async () => {
    const office = await createTestApp();
    expect(await (await office.get('/')).text()).not.toContain('CHẠY THỬ');
    const report = await publicReport(office);
    expect(report.trial).toBe(false);
    expect(report.installation).toMatch(/^[0-9a-f]{32}$/);
  });
});

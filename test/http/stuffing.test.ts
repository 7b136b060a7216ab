import { describe, expect, it } from 'vitest';
import { runDailyWork } from '../../server/daily-work.ts';
import type { Report } from '../../server/reporting/report.v1.ts';
import { textOf } from '../helpers/page-facts.ts';
import { signInAs } from '../helpers/staff-client.ts';
import { createTestApp, hiddenField, type TestApp } from '../helpers/test-app.ts';

// An attack by a script without cookies on an office that opened this morning.

const STUFFED = 800;
const ADDRESS = '203.0.113.7';

const openForm = async ({ get, counters }: TestApp, index: number) => {
  const path = `/k/${counters[index % counters.length]!.code}`;
  const html = await (await get(path)).text();
  return { path, t: hiddenField(html, 't'), s: hiddenField(html, 's') };
};

/** Submits ballots; `wait` is called between opening the forms and submitting them. */
async function stuff(office: TestApp, count: number, wait: () => void = () => {}, isVaried = true) {
  const forms = [];
  for (let index = 0; index < count; index += 1) forms.push(await openForm(office, index));
  wait();
  for (const [index, { path, ...form }] of forms.entries()) {
    const levels = { 'q.overall': isVaried ? String(1 + (index % 5)) : '5' };
    const response = await office.app.request(
      `http://localhost${path}`,
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ ...form, ...levels }).toString(),
      },
      { incoming: { socket: { remoteAddress: ADDRESS } } },
    );
    expect([response.status, response.headers.get('location')]).toEqual([303, '/cam-on?gui=1']);
  }
}

const countBy = async ({ context }: TestApp): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { set_aside } of await context.db.selectFrom('ballot_box').select('set_aside').execute())
    counts[set_aside ?? 'counted'] = (counts[set_aside ?? 'counted'] ?? 0) + 1;
  return counts;
};

const alertsOf = async (office: TestApp, role: 'leader' | 'supervisor') =>
  textOf(await (await (await signInAs(office, { role })).get('/lanh-dao?ky=2024-01')).text());

describe('eight hundred ballots of a script on the first day', () => {
  it('do not count when they are sent at once, and leader and supervisor see what one network sent', async () => {
    const office = await createTestApp({ hasFirstRules: true });
    await stuff(office, STUFFED);
    expect(await countBy(office)).toEqual({ 'too-fast': STUFFED });
    const dump = JSON.stringify(await office.context.db.selectFrom('intake_counts').selectAll().execute());
    expect(dump).not.toContain(ADDRESS);
    office.setTime('2024-01-30T08:00:00+07:00');
    await runDailyWork(office.context);
    for (const role of ['leader', 'supervisor'] as const)
      expect(await alertsOf(office, role)).toContain(
        'Một mạng (một địa chỉ) gửi 800 phiếu trong 10 phút; cả ngày đơn vị nhận 800 phiếu.',
      );
    const view = (await (await office.get('/ket-qua.json')).json()) as { report: Report };
    expect(JSON.stringify(view.report.alerts)).not.toContain('one-network');
  });

  it('count up to thirty a counter in ten minutes when the script waits first', async () => {
    const office = await createTestApp({ hasFirstRules: true });
    await stuff(office, 200, () => office.setTime('2024-01-29T08:05:00+07:00'));
    const counted = Math.min(200, 30 * office.counters.length);
    expect(await countBy(office)).toEqual({ counted, burst: 200 - counted });
  });

  it('count up to twenty in a row when they are all alike', async () => {
    const office = await createTestApp({ hasFirstRules: true });
    await stuff(office, 60, () => office.setTime('2024-01-29T08:05:00+07:00'), false);
    expect(await countBy(office)).toEqual({ counted: 20, 'same-run': 40 });
  });

  it('count in a trial, and the page of the rules says what each would have done', async () => {
    const office = await createTestApp({ hasFirstRules: true, isOfficial: false });
    await stuff(office, 40);
    expect(await countBy(office)).toEqual({ counted: 40 });
    const page = textOf(
      await (await (await signInAs(office, { role: 'administrator' })).get('/quan-tri/quy-tac')).text(),
    );
    expect(page).toContain('Trong thời gian chạy thử, mọi phiếu đều được tính');
    expect(page).toContain(
      'Nếu đã áp dụng, số phiếu không tính đến nay: Gửi nhanh hơn thời gian để đọc: 40.',
    );
    expect(textOf(await (await office.get('/ket-qua')).text())).toContain('mọi phiếu đều được tính');
  });
});

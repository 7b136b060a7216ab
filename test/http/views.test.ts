import { describe, expect, it } from 'vitest';
import { faultsOf, textOf } from '../helpers/page-facts.ts';
import { signInAs, type TestBrowser } from '../helpers/staff-client.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

const read = async (browser: TestBrowser, path: string): Promise<string> => {
  const response = await browser.get(path);
  expect(response.status, path).toBe(200);
  const html = await response.text();
  expect(faultsOf(html), path).toEqual([]);
  return textOf(html);
};

/** Stores ballots of the first counter on one day, and ends the day. */
async function storeDay(
  testApp: TestApp,
  day: string,
  satisfied: number,
  dissatisfied: number,
): Promise<void> {
  testApp.setTime(`${day}T09:00:00+07:00`);
  const one = (overall: 5 | 2, i34: 5 | 1) => ({ overall, answers: { levels: { overall, i34 }, why: {} } });
  await testApp.storeMany([
    ...Array.from({ length: satisfied }, () => one(5, 5)),
    ...Array.from({ length: dissatisfied }, () => one(2, 1)),
  ]);
}

describe("the leader's page from real ballots", () => {
  it('compares periods, names the counter that fell, and what those not satisfied marked low', async () => {
    const testApp = await createTestApp();
    await storeDay(testApp, '2024-02-05', 58, 2);
    await storeDay(testApp, '2024-02-20', 42, 18);
    testApp.setTime('2024-02-22T09:00:00+07:00');
    const leader = await signInAs(testApp, { role: 'leader' });
    const text = await read(leader, '/lanh-dao');
    expect(text).toContain('Kỳ trước (15/01–14/02/2024): 96,7% trong 60 phiếu. Nay giảm rõ: 26,7 điểm.');
    expect(text).toContain('Chưa có cùng kỳ năm trước để so sánh.');
    expect(text).toMatch(/So với kỳ trước: .{1,60}: giảm rõ 26,7 điểm/);
    expect(text).toContain('Trong 18 phiếu chưa hài lòng (kể cả bình thường)');
    expect(text).toContain('Thời gian trả kết quả so với ngày hẹn: 18 phiếu');
    expect(text).toContain(', còn 22 ngày kể cả hôm nay');
    expect(text).toMatch(/Năm 2024 .*T2 96,7.*T3 70,0.*Quý I 83,3/);
    // 100 ballots at level 5 and 20 at level 2: 100 × (100 × 5 + 20 × 2) / (5 × 120) = 90.
    expect(await read(leader, '/lanh-dao?ky=BC-2024')).toContain(
      '4,50 trên 5 (bằng 90,0% của điểm cao nhất)',
    );
    const week = await read(leader, '/can-bo?tuan=2024-W08');
    expect(week).toContain('Chưa đủ phiếu để so với tuần');
    expect(week).not.toContain('Điểm được hài lòng cao');
  });

  it('calls no change of a counter below 30 ballots, and mentions no suppressed figure', async () => {
    const testApp = await createTestApp();
    await storeDay(testApp, '2024-02-05', 29, 0);
    await storeDay(testApp, '2024-02-20', 5, 3);
    testApp.setTime('2024-02-22T09:00:00+07:00');
    const leader = await signInAs(testApp, { role: 'leader' });
    const text = await read(leader, '/lanh-dao');
    expect(text).toContain('Chưa có quầy nào đủ 30 phiếu ở cả hai kỳ');
    expect(text).not.toContain('số phiếu cho mức 1–2');
    expect(text).not.toContain('trên 5 (bằng');
  });

  it('counts in what to mend first only questions with five answers in the period', async () => {
    const testApp = await createTestApp();
    const store = (day: string, levels: readonly Record<string, 1 | 2>[]) => {
      testApp.setTime(`${day}T09:00:00+07:00`);
      return testApp.storeMany(
        levels.map((given) => ({ answers: { levels: { overall: 2, ...given }, why: {} } })),
      );
    };
    const some = (n: number, given: Record<string, 1 | 2>) => Array.from({ length: n }, () => given);
    // i34 has three answers in the first quarter, ten in the second.
    await store('2024-02-05', [...some(3, { i34: 1, i25: 1 }), ...some(7, { i25: 1 })]);
    await store('2024-04-08', some(10, { i34: 1 }));
    testApp.setTime('2024-04-10T09:00:00+07:00');
    const leader = await signInAs(testApp, { role: 'leader' });
    const first = await read(leader, '/lanh-dao?ky=BC-2024-Q1');
    expect(first).toContain('Chỗ ngồi chờ và bàn viết: 10 phiếu');
    expect(first).not.toContain('Thời gian trả kết quả so với ngày hẹn: ');
    const year = await read(leader, '/lanh-dao?ky=BC-2024');
    expect(year).toContain('Thời gian trả kết quả so với ngày hẹn: 13 phiếu');
  });

  it('answers for every day of the calendar that is odd', async () => {
    const testApp = await createTestApp();
    await storeDay(testApp, '2024-02-14', 4, 1);
    let leader = await signInAs(testApp, { role: 'leader' });
    expect(await read(leader, '/lanh-dao')).toContain(', hôm nay là ngày cuối');
    expect(await read(leader, '/lanh-dao')).toContain('Kỳ sắp hết (hôm nay là ngày cuối) mà còn ít phiếu.');
    testApp.setTime('2024-02-14T23:30:00+07:00');
    leader = await signInAs(testApp, { role: 'leader' });
    testApp.setTime('2024-02-15T00:00:00+07:00');
    expect(await read(leader, '/lanh-dao')).toContain('Tháng 3/2024 15/02–14/03/2024');
    expect(await read(leader, '/lanh-dao')).toContain(', còn 29 ngày kể cả hôm nay');
    expect(await read(leader, '/lanh-dao?ky=BC-2025-Q1')).toContain(
      'Kỳ này chưa đến Kỳ bắt đầu ngày 15/12/2024.',
    );
    expect(await read(leader, '/lanh-dao?ky=2020')).toContain('Đơn vị bắt đầu khảo sát từ ngày 29/01/2024.');
    expect(await read(leader, '/can-bo?tuan=2024-W20')).toContain('Tuần này chưa đến');
    expect(await read(leader, '/can-bo?tuan=2020-W53')).toContain('Tuần này chưa có khảo sát');
    expect(await read(leader, '/can-bo?tuan=2024-W06')).toContain('Tuần này không có phiếu nào');
  });
});

describe('the figures of others', () => {
  const PAGE = '/quan-tri/sipas';
  const figure = { setting: 'sipas', period: '2023', percent: '84,6', source: 'Báo cáo của tỉnh <12/04>' };

  it('is empty until an administrator enters it, and can be removed', async () => {
    const testApp = await createTestApp();
    const leader = await signInAs(testApp, { role: 'leader' });
    const administrator = await signInAs(testApp, { role: 'administrator' });
    const line = 'SIPAS năm 2023 của tỉnh, điều tra hộ gia đình: 84,6% (nguồn: Báo cáo của tỉnh <12/04>).';
    const upward = async () =>
      ((await (await leader.get('/lanh-dao/gui-cap-tren.json')).json()) as { report: { external: unknown } })
        .report.external;
    expect(await read(leader, '/lanh-dao')).not.toContain('nguồn:');
    expect(await upward()).toEqual([]);

    const wrong = await administrator.post(PAGE, { ...figure, percent: '846', source: '' });
    expect(wrong.status).toBe(422);
    const text = textOf(await wrong.text());
    expect(text).toContain('Tỷ lệ cần là một số từ 0 đến 100');
    expect(text).toContain('Vui lòng điền nguồn công bố.');

    const done = await administrator.post(PAGE, figure);
    expect([done.status, done.headers.get('location')]).toEqual([303, `${PAGE}?xong=1`]);
    expect(await read(leader, '/lanh-dao')).toContain(line);
    expect(await read(administrator, PAGE)).toContain(line);
    expect(await read(administrator, '/quan-tri/nhat-ky')).toContain(
      'Ghi chỉ số SIPAS năm 2023 của tỉnh: 84,6%',
    );

    const portal = { setting: 'dvcqg-766', period: '12/2023', percent: '99', source: 'Cổng' };
    expect((await administrator.post(PAGE, portal)).status).toBe(303);
    expect(await read(leader, '/lanh-dao')).toContain(
      'tháng 12/2023, hồ sơ đúng hạn và không bị phản ánh: 99%',
    );
    expect(await upward()).toEqual([
      { code: 'sipas', period: '2023', percent: 84.6, source: figure.source },
      { code: 'dvcqg-766', period: '2023-12', percent: 99, source: 'Cổng' },
    ]);

    for (const setting of ['sipas', 'dvcqg-766']) {
      const empty = { setting, period: '', percent: '', source: '' };
      expect((await administrator.post(PAGE, empty)).status).toBe(303);
    }
    expect(await read(leader, '/lanh-dao')).not.toContain('nguồn:');
    expect(await read(administrator, '/quan-tri/nhat-ky')).toContain('Bỏ chỉ số SIPAS của tỉnh');
  });

  it('is readable by supervisors and changed only by administrators', async () => {
    const testApp = await createTestApp();
    const supervisor = await signInAs(testApp, { role: 'supervisor' });
    expect(await read(supervisor, PAGE)).not.toContain('Nguồn công bố');
    expect((await supervisor.get(PAGE)).status).toBe(200);
    expect((await supervisor.post(PAGE, figure)).status).toBe(403);
    const leader = await signInAs(testApp, { role: 'leader' });
    expect((await leader.get(PAGE)).status).toBe(403);
  });
});

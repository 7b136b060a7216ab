import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../server/period/period.ts';
import { improvementsAfter } from '../../server/unit/dated-setting.ts';
import { ballotsOf, endDay, fillDay } from '../helpers/comment-days.ts';
import { textOf } from '../helpers/page-facts.ts';
import { signInAs } from '../helpers/staff-client.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

const PAGE = '/lanh-dao/viec-da-sua';
const HEADING = 'Việc đã sửa theo góp ý';
const THANKS = '/cam-on?gui=1';

const read = async (testApp: TestApp, path: string): Promise<string> => (await testApp.get(path)).text();

describe('what was changed after comments', () => {
  it('is written by the leader and read by citizens after the ballot and on the public page', async () => {
    const testApp = await createTestApp();
    for (const path of [THANKS, '/ket-qua']) expect(await read(testApp, path)).not.toContain(HEADING);
    const leader = await signInAs(testApp, { role: 'leader' });
    expect(textOf(await (await leader.get(PAGE)).text())).toContain('người dân không thấy mục này');
    const text = 'Thêm 12 ghế.\r\n<b>In chữ to</b>';
    const saved = await leader.post(PAGE, { text });
    expect([saved.status, saved.headers.get('location')]).toEqual([303, `${PAGE}?xong=1`]);
    for (const path of [THANKS, `${THANKS}&lang=en`, '/ket-qua', '/ket-qua?lang=en']) {
      const html = await read(testApp, path);
      expect(html, path).toContain('<ul lang="vi"><li>Thêm 12 ghế.</li><li>&lt;b>In chữ to&lt;/b></li></ul>');
    }
    expect(await read(testApp, '/cam-on')).not.toContain(HEADING);
    const supervisor = await signInAs(testApp, { role: 'supervisor' });
    expect(await (await supervisor.get('/quan-tri/nhat-ky')).text()).toContain('Ghi việc đã sửa theo góp ý');
    expect(await (await supervisor.get(PAGE)).text()).not.toContain('<textarea');
    expect((await supervisor.post(PAGE, { text: 'x' })).status).toBe(403);

    expect((await leader.post(PAGE, { text: ' ' })).status).toBe(303);
    for (const path of [THANKS, '/ket-qua']) expect(await read(testApp, path)).not.toContain(HEADING);
  });

  it('has at most 500 characters, and the answer keeps what was typed', async () => {
    const testApp = await createTestApp();
    const leader = await signInAs(testApp, { role: 'leader' });
    const refused = await leader.post(PAGE, { text: 'ế'.repeat(501) });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html.match(/Nội dung dài quá 500 ký tự\./g)).toHaveLength(2);
    expect(html).toContain('ế'.repeat(501));
    expect((await leader.post(PAGE, { text: 'ế'.repeat(500) })).status).toBe(303);
    expect(await read(testApp, THANKS)).toContain('ế'.repeat(500));
  });

  it('belongs to the period in which it was said and the one before', () => {
    const row = (since: string, value: string | null) => ({ name: 'improvements', since, value }) as const;
    const rows = [row('2024-03-20', 'một'), row('2024-07-01', 'hai')];
    const shown = (id: string, today: string) => improvementsAfter(rows, parsePeriod(id)!, today);
    expect(shown('BC-2024-Q1', '2024-07-02')).toBe('một');
    expect(shown('BC-2024-Q2', '2024-06-30')).toBe('một');
    expect(shown('BC-2024-Q2', '2024-07-01')).toBe('hai');
    expect(shown('BC-2023-Q4', '2024-07-01')).toBeNull();
    expect(shown('BC-2024-Q4', '2025-01-01')).toBeNull();
    expect(
      improvementsAfter([...rows, row('2024-07-02', null)], parsePeriod('BC-2024-Q2')!, '2024-07-02'),
    ).toBeNull();
  });
});

describe('the public results', () => {
  it('show the last closed quarter with a figure, else the running one', async () => {
    const testApp = await createTestApp();
    const shown = async () => {
      const { report } = (await (await testApp.get('/ket-qua.json')).json()) as {
        report: { period: { id: string } };
      };
      return report.period.id;
    };
    expect(await shown()).toBe('BC-2024-Q1');
    await fillDay(testApp, '2024-01-30', ballotsOf(testApp.counters[0]!.code, 40));
    await endDay(testApp, '2024-01-30');
    await endDay(testApp, '2024-03-16');
    // The period is over, but not closed yet.
    expect(await shown()).toBe('BC-2024-Q2');
    await endDay(testApp, '2024-03-25');
    expect(await shown()).toBe('BC-2024-Q1');
    expect(textOf(await read(testApp, '/ket-qua'))).toContain('40 phiếu');
    await endDay(testApp, '2024-07-01');
    // The second quarter closed without any ballot.
    expect(await shown()).toBe('BC-2024-Q3');
  });
});

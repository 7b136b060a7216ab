import { describe, expect, it } from 'vitest';
import { scheduleDailyWork } from '../../server/daily-work.ts';
import { addDays } from '../../server/lib/day.ts';
import { listSeals } from '../../server/seal/seal.store.ts';
import { shortSeal } from '../../server/seal/seal.ts';
import { captureLog } from '../helpers/captured-log.ts';
import { finishDays } from '../helpers/finished-days.ts';
import { createMachine } from '../helpers/machine.ts';
import { signInAs } from '../helpers/staff-client.ts';
import { createTestApp, START, type TestApp } from '../helpers/test-app.ts';

const FIRST = START.slice(0, 10);
const PAGE = '/lanh-dao/niem-phong';

/** Passes `count` days, up to the morning after the last one. */
async function passDays(testApp: TestApp, count: number): Promise<void> {
  testApp.setTime(`${addDays(FIRST, count)}T08:00:00+07:00`);
  await finishDays(testApp.context);
}

const sealsOf = ({ context }: TestApp) => listSeals(context.db, 'dong-son', '0000-00-00', '9999-99-99');

const text = async (response: Promise<Response>): Promise<string> => (await response).text();

describe('the days’ seals on pages', () => {
  it('are reported as missing before the first day is over', async () => {
    const testApp = await createTestApp();
    const leader = await signInAs(testApp, { role: 'leader' });
    expect(await text(testApp.get('/ket-qua'))).toContain('Chưa khóa số liệu ngày nào.');
    expect(await text(testApp.get('/ket-qua?lang=en'))).toContain('No day is locked yet.');
    const json = await (await testApp.get('/ket-qua.json')).json();
    expect([json.latest_seal, json.report.seal]).toEqual([null, null]);
    expect(await text(leader.get('/lanh-dao'))).not.toContain('Mã đối chiếu số liệu');
    const page = await leader.get(PAGE);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain('Chưa khóa số liệu ngày nào.');
    expect(html).not.toContain('<svg');
    expect((await leader.get(`${PAGE}?ngay=${FIRST}`)).status).toBe(404);
  });

  it('are the latest in public, the period’s last for the leader, and the same in the JSON', async () => {
    const testApp = await createTestApp();
    await testApp.storeMany(Array.from({ length: 3 }, () => ({ overall: 5 as const })));
    await passDays(testApp, 8);
    const seals = await sealsOf(testApp);
    const { digest, chain } = seals.at(-1)!;
    const short = shortSeal(chain);
    const html = await text(testApp.get('/ket-qua?ky=2024-W05'));
    expect(html).toContain('Mã mới nhất, khóa đến hết ngày 05/02/2024:');
    expect(html).toContain(`${short}</strong>`);
    expect(html).toContain(`${chain}</code>`);
    const json = await (await testApp.get('/ket-qua.json?ky=2024-W05')).json();
    expect(json.latest_seal).toEqual({ day: '2024-02-05', ballots: 0, digest, chain, short });
    expect(json.report.seal).toEqual({
      algorithm: 'sha256',
      days: seals.slice(0, 7).map(({ day, ballots, digest, chain }) => ({ day, ballots, digest, chain })),
    });
    expect(json.report.seal.days[0].ballots).toBe(3);

    const leader = await signInAs(testApp, { role: 'supervisor' });
    const sunday = shortSeal(seals[6]!.chain);
    const week = await text(leader.get('/lanh-dao?ky=2024-W05'));
    expect(week).toContain('Mã đối chiếu số liệu đến hết ngày 04/02/2024:');
    expect(week).toContain(`${sunday}</strong>`);
    expect(week).toContain(`href="${PAGE}"`);
  });

  it('can be copied day by day, a month per page', async () => {
    const testApp = await createTestApp();
    await testApp.storeMany([{ overall: 4 }]);
    await passDays(testApp, 40);
    const seals = await sealsOf(testApp);
    const reader = await signInAs(testApp, { role: 'supervisor' });
    const html = await text(reader.get(PAGE));
    const last = seals.at(-1)!;
    expect(html).toContain(`>dong-son ${last.day} ${last.chain}<`);
    expect(html).toContain('<svg');
    const daysOf = (page: string) => [...page.matchAll(/ngay=([\d-]+)" aria-label/g)].map(([, day]) => day);
    expect(daysOf(html)).toEqual(
      seals
        .slice(-31)
        .toReversed()
        .map(({ day }) => day),
    );
    expect(html).not.toContain('Ngày mới nhất');
    const older = /href="([^"]*)">Các ngày trước/.exec(html)?.[1] as string;
    expect(older).toBe(`${PAGE}?ngay=${seals[8]!.day}`);

    const before = await text(reader.get(older));
    expect(daysOf(before)).toEqual(
      seals
        .slice(0, 9)
        .toReversed()
        .map(({ day }) => day),
    );
    expect(before).toContain(`>dong-son ${seals[8]!.day} ${seals[8]!.chain}<`);
    expect(before).not.toContain('Các ngày trước');
    expect(before).toContain(`href="${PAGE}">Ngày mới nhất`);
    const first = await text(reader.get(`${PAGE}?ngay=${FIRST}`));
    expect(first).toContain('<dd>1</dd>');
    expect(first).toContain('Ngày khóa số liệu');
    expect(first).toContain('<dd>09/03/2024</dd>');
  });

  it('are not found for what is no day, and for days before the first', async () => {
    const testApp = await createTestApp();
    await passDays(testApp, 2);
    const reader = await signInAs(testApp, { role: 'leader' });
    for (const day of ['2024-01-28', '2024-02-30', 'hom-qua', "2024-01-29' or 1=1", '9'.repeat(5_000)]) {
      expect((await reader.get(`${PAGE}?ngay=${encodeURIComponent(day)}`)).status, day).toBe(404);
    }
    // A future day shows the last sealed day.
    expect(await text(reader.get(`${PAGE}?ngay=2030-01-01`))).toContain('dong-son 2024-01-30 ');
    expect((await reader.get(`${PAGE}?ngay=`)).status).toBe(200);
  });
});

describe('the daily work', () => {
  it('seals a day when it has ended, and says that the clock went back', async () => {
    const { log, lines } = captureLog();
    const machine = createMachine('2024-01-30T08:00:00+07:00');
    const testApp = await createTestApp({ log, machine });
    const turn = async (hours: number) => {
      machine.pass(hours);
      await (await scheduleDailyWork(testApp.context))();
    };
    await turn(16 + 4 / 60);
    expect(await sealsOf(testApp)).toEqual([]);
    await turn(1 / 60);
    expect((await sealsOf(testApp)).map(({ day }) => day)).toEqual(['2024-01-30']);
    expect(lines.join('')).not.toContain('clock is doubted');
    machine.show('2023-12-01T12:00:00+07:00');
    await turn(0);
    expect(lines.join('').match(/clock is doubted/g)).toHaveLength(1);
    expect(await sealsOf(testApp)).toHaveLength(1);
  });
});

import { describe, expect, it, vi } from 'vitest';
import { runDailyWork } from '../../server/daily-work.ts';
import { signInAs } from '../helpers/staff-client.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

const PATHS = ['/ket-qua', '/ket-qua?lang=en', '/ket-qua?ky=2024-W05', '/ket-qua.json'] as const;

/** Number of statements that the database executes during `work`. */
async function countReads({ context }: TestApp, work: () => Promise<unknown>): Promise<number> {
  const { db } = context;
  const { selectFrom } = db;
  let reads = 0;
  db.selectFrom = ((...given: Parameters<typeof selectFrom>) => {
    reads += 1;
    return selectFrom.apply(db, given);
  }) as typeof selectFrom;
  await work().finally(() => {
    db.selectFrom = selectFrom;
  });
  return reads;
}

const read = async (office: TestApp, path: string) => (await office.get(path)).text();

describe('the public results', () => {
  it('are sent from stored bytes, each language, period and form its own', async () => {
    const office = await createTestApp();
    const first = await Promise.all(PATHS.map((path) => read(office, path)));
    expect(new Set(first).size).toBe(PATHS.length);
    const reads = await countReads(office, async () => {
      expect(await Promise.all(PATHS.map((path) => read(office, path)))).toEqual(first);
    });
    expect(reads).toBeLessThan(PATHS.length);
  });

  it('answer 304 to whoever has them, compressed or not, and the whole to others', async () => {
    const office = await createTestApp();
    for (const path of PATHS) {
      const whole = await office.get(path);
      const tag = whole.headers.get('ETag') ?? '';
      expect(whole.headers.get('Cache-Control')).toBe('no-cache');
      for (const known of [tag, `W/${tag}`, `"other", ${tag}`]) {
        const again = await office.get(path, { 'If-None-Match': known });
        expect([again.status, await again.text()], known).toEqual([304, '']);
      }
      const zipped = await office.get(path, { 'Accept-Encoding': 'gzip', 'If-None-Match': '"other"' });
      expect([zipped.status, zipped.headers.get('Content-Encoding')]).toEqual([200, 'gzip']);
      expect(zipped.headers.get('Content-Security-Policy')).toBe(
        whole.headers.get('Content-Security-Policy'),
      );
    }
  });

  it('change at once with a setting, a settled day and a closing', async () => {
    const office = await createTestApp();
    const administrator = await signInAs(office, { role: 'administrator' });
    const differs = async (work: () => Promise<unknown>, part: string) => {
      expect(await read(office, '/ket-qua')).not.toContain(part);
      await work();
      expect(await read(office, '/ket-qua')).toContain(part);
    };
    const rule = '/quan-tri/quy-tac/repeat-device';
    await differs(
      () => administrator.post(rule, { state: 'off', threshold: '2', confirm: 'yes' }),
      'quyết định tắt quy tắc',
    );
    await office.storeMany(Array.from({ length: 40 }, () => ({ overall: 5 as const })));
    await differs(async () => {
      office.setTime('2024-01-30T08:00:00+07:00');
      await runDailyWork(office.context);
    }, '100,0%');
    const closed = async () => {
      const { report } = JSON.parse(await read(office, '/ket-qua.json?ky=2024-W05')) as {
        report: { period: { closed_at: string | null } };
      };
      return report.period.closed_at;
    };
    expect(await closed()).toBeNull();
    office.setTime('2024-02-12T08:00:00+07:00');
    await runDailyWork(office.context);
    expect(await closed()).not.toBeNull();
  });

  it('are at most three seconds old, however often they are requested', async () => {
    const office = await createTestApp();
    const start = performance.now();
    const time = vi.spyOn(performance, 'now').mockReturnValue(start);
    const total = async () =>
      (JSON.parse(await read(office, '/ket-qua.json')) as { received_total: number }).received_total;
    expect(await total()).toBe(0);
    await office.storeMany([{}, {}]);
    for (const seconds of [1, 2, 2.9]) {
      time.mockReturnValue(start + seconds * 1_000);
      expect(await total()).toBe(0);
    }
    time.mockReturnValue(start + 3_100);
    expect(await total()).toBe(2);
  });

  it('show each ballot of a trial at once', async () => {
    const office = await createTestApp({ isOfficial: false });
    const total = async () =>
      (JSON.parse(await read(office, '/ket-qua.json')) as { received_total: number }).received_total;
    for (const n of [0, 1, 2]) {
      expect(await total()).toBe(n);
      await office.storeMany([{}]);
    }
  });
});

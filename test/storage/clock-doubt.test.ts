import { describe, expect, it } from 'vitest';
import { isClockDoubtful, runDailyWork } from '../../server/daily-work.ts';
import { createTestApp } from '../helpers/test-app.ts';

const HOUR_MS = 3_600_000;

describe('a clock that is far ahead of the last day that ended', () => {
  it('is doubted until the process has run for six hours, because what it closes stays closed', async () => {
    const testApp = await createTestApp();
    await runDailyWork(testApp.context);
    testApp.setTime('2024-03-12T08:00:00+07:00');
    expect(await isClockDoubtful(testApp.context, 0)).toBe(false);
    testApp.setTime('2024-03-14T08:00:00+07:00');
    expect(await isClockDoubtful(testApp.context, 0)).toBe(true);
    expect(await isClockDoubtful(testApp.context, 6 * HOUR_MS - 1)).toBe(true);
    expect(await isClockDoubtful(testApp.context, 6 * HOUR_MS)).toBe(false);
  });

  it('is not doubted on a first start, nor when it is behind', async () => {
    const testApp = await createTestApp();
    expect(await isClockDoubtful(testApp.context, 0)).toBe(false);
    await runDailyWork(testApp.context);
    testApp.setTime('2024-01-02T08:00:00+07:00');
    expect(await isClockDoubtful(testApp.context, 0)).toBe(false);
  });
});

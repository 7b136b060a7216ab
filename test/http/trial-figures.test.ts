import { describe, expect, it } from 'vitest';
import { createApiClient } from '../helpers/api-client.ts';
import { createTestApp } from '../helpers/test-app.ts';

describe('the figures of a trial', () => {
  it.each([
    { isOfficial: false, counted: 1, pending: 0, overall: { '2': 1 }, poster: 1 },
    { isOfficial: true, counted: 0, pending: 1, overall: undefined, poster: undefined },
  ])('move with its first ballot, and without groups (official: $isOfficial)', async (expected) => {
    const testApp = await createTestApp({ isOfficial: expected.isOfficial });
    const client = await createApiClient(testApp);
    await testApp.storeMany([{ overall: 2 }]);
    for (const period of ['2024-W05', 'BC-2024-02', '2024']) {
      const report = await client.getReport(`dong-son/${period}`);
      const { counted, pending } = expected;
      expect(report.ballots).toEqual({ received: 1, set_aside: 0, carried_in: 0, counted, pending });
      expect(report.indicator.denominator ?? 0).toBe(counted);
      const overall = report.questions.find(({ id }) => id === 'overall')?.counts;
      if (expected.overall) expect(overall).toMatchObject(expected.overall);
      else expect(overall).toBeUndefined();
      expect(report.channels.find(({ channel }) => channel === 'poster')?.counted).toBe(expected.poster);
      expect(report.counters[0]?.denominator ?? 0).toBe(counted);
    }
  });
});

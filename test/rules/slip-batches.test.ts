import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGuessLimit, DELAY_MS, FREE_MISSES, MAX_DELAYED } from '../../server/slip/guess-limit.ts';
import { checkBatchWish, findUsesToShow, isExpired, MAX_SHEETS } from '../../server/slip/slip-batch.ts';

describe('a request for a batch', () => {
  const typed = { counter: 'aaaaa', sheets: '3', days: '30' };

  it('is accepted for a counter that the person can print for; a supervisor’s has no counter', () => {
    expect(checkBatchWish(typed, ['aaaaa', 'bbbbb'])).toEqual({
      wish: { counterCode: 'aaaaa', sheets: 3, validDays: 30 },
      faults: [],
    });
    expect(checkBatchWish(typed, null).wish?.counterCode).toBeNull();
  });

  it('has all its faults reported at once', () => {
    const { wish, faults } = checkBatchWish({ counter: 'ccccc', sheets: '0', days: '31' }, ['aaaaa']);
    expect(wish).toBeNull();
    expect(faults).toEqual([
      { field: 'counter', code: 'counter-missing' },
      { field: 'sheets', code: 'sheets-range' },
      { field: 'days', code: 'days-unknown' },
    ]);
  });

  it('has a whole number of sheets in its range and nothing else', () => {
    for (const sheets of ['', '-1', '1.5', '1e1', String(MAX_SHEETS + 1), '٣', '9'.repeat(50)]) {
      expect(checkBatchWish({ ...typed, sheets }, ['aaaaa']).wish, sheets).toBeNull();
    }
    expect(checkBatchWish({ ...typed, sheets: ` ${MAX_SHEETS} ` }, ['aaaaa']).wish?.sheets).toBe(MAX_SHEETS);
  });

  it('ends with its last day, not on it', () => {
    const batch = { expires_on: '2024-02-05' };
    expect([isExpired(batch, '2024-02-05'), isExpired(batch, '2024-02-06')]).toEqual([false, true]);
  });
});

describe('what is shown of used slips', () => {
  it('grows by five or more while the batch is valid, and never beyond what was used', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 30 }), (days) => {
        let used = 0;
        let shown = 0;
        for (const today of days) {
          used += today;
          const more = findUsesToShow({ used, shown, isExpired: false });
          expect(more === 0 || more >= 5).toBe(true);
          shown += more;
          expect(used - shown).toBeGreaterThanOrEqual(0);
          expect(used - shown).toBeLessThan(5);
        }
      }),
    );
  });

  it('is completed once when the batch has expired, unless fewer than five were used', () => {
    expect(findUsesToShow({ used: 12, shown: 10, isExpired: true })).toBe(2);
    expect(findUsesToShow({ used: 4, shown: 0, isExpired: true })).toBe(0);
    expect(findUsesToShow({ used: 10, shown: 10, isExpired: true })).toBe(0);
  });
});

describe('guessing slips', () => {
  const at = (minute: number) => new Date(Date.UTC(2024, 0, 29, 1, minute));

  it('is free at first, then delayed by two seconds each; other networks are not delayed', async () => {
    const held: number[] = [];
    const limit = createGuessLimit(async (ms) => {
      held.push(ms);
    });
    for (let miss = 0; miss < FREE_MISSES; miss += 1) expect(await limit.miss('192.0.2.1', at(0))).toBe(true);
    expect(held).toEqual([]);
    expect(await limit.miss('192.0.2.1', at(1))).toBe(true);
    expect(held).toEqual([DELAY_MS]);
    expect(await limit.miss('192.0.2.2', at(1))).toBe(true);
    expect(held).toHaveLength(1);
    // After an hour without a miss, the count is reset.
    expect(await limit.miss('192.0.2.1', at(62))).toBe(true);
    expect(held).toHaveLength(1);
  });

  it('is rejected while too many wait', async () => {
    const releases: (() => void)[] = [];
    const limit = createGuessLimit(() => new Promise((resolve) => releases.push(resolve)));
    for (let miss = 0; miss < FREE_MISSES; miss += 1) await limit.miss('192.0.2.1', at(0));
    const waiting = Array.from({ length: MAX_DELAYED }, () => limit.miss('192.0.2.1', at(0)));
    expect(await limit.miss('192.0.2.1', at(0))).toBe(false);
    for (const release of releases) release();
    expect(await Promise.all(waiting)).toEqual(Array.from({ length: MAX_DELAYED }, () => true));
    const next = limit.miss('192.0.2.1', at(0));
    releases.at(-1)?.();
    expect(await next).toBe(true);
  });
});

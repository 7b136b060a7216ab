import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dailyCopyName,
  dayOfDailyCopy,
  KEPT_AT_LEAST,
  KEPT_DAYS,
  listExpiredCopies,
} from '../../server/backup/copy-names.ts';
import { addDays } from '../../server/lib/day.ts';
import { formatTrailer, parseTrailer, TRAILER_BYTES } from '../../server/storage/sqlite-file.ts';

const today = '2024-03-01';
const daysAgo = (count: number) => dailyCopyName(addDays(today, -count));

describe('daily copies', () => {
  it('are kept for 14 days, today included', () => {
    const names = Array.from({ length: 20 }, (_, count) => daysAgo(count));
    expect(listExpiredCopies(names, today).sort()).toEqual(names.slice(14).sort());
  });

  it('are kept however old they are, when they are the last three', () => {
    const names = [daysAgo(100), daysAgo(200), daysAgo(300), daysAgo(400)];
    expect(listExpiredCopies(names, today)).toEqual([daysAgo(400)]);
  });

  it('survive a clock that jumps ahead: the last three stay', () => {
    const names = Array.from({ length: 14 }, (_, count) => daysAgo(count));
    const kept = new Set(names);
    for (const name of listExpiredCopies([...names, dailyCopyName('2099-01-01')], '2099-01-01')) {
      kept.delete(name);
    }
    expect([...kept]).toEqual([daysAgo(0), daysAgo(1)]);
  });

  it('leave every other file alone', () => {
    const others = ['before-003-x.sqlite', 'daily-2020-02-30.sqlite', 'daily-2020-01-01.sqlite.bak', 'a'];
    expect(others.map(dayOfDailyCopy)).toEqual([null, null, null, null]);
    expect(listExpiredCopies([...others, daysAgo(0), daysAgo(1), daysAgo(2)], today)).toEqual([]);
  });

  it('lose only past ones, never more than all but three, and none of the last 14 days', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: -30, max: 400 })), (ages) => {
        const names = ages.map(daysAgo);
        const expired = listExpiredCopies(names, today);
        expect(names.length - expired.length).toBeGreaterThanOrEqual(Math.min(KEPT_AT_LEAST, names.length));
        const limit = daysAgo(KEPT_DAYS - 1);
        expect(expired.every((name) => names.includes(name) && name < limit)).toBe(true);
        const kept = names.filter((name) => !expired.includes(name));
        if (kept.length > KEPT_AT_LEAST) {
          expect(kept.filter((name) => name < limit).length).toBeLessThanOrEqual(KEPT_AT_LEAST);
        }
      }),
    );
  });
});

describe('the trailer of a copy', () => {
  it('says the day and the digest again, and has one length', () => {
    const trailer = { madeOn: '2024-02-29', sha256: 'a1'.repeat(32) };
    expect(formatTrailer(trailer)).toHaveLength(TRAILER_BYTES);
    expect(parseTrailer(formatTrailer(trailer))).toEqual(trailer);
  });

  it('is not one with any character changed in what it says it is, or in a day that is none', () => {
    const text = formatTrailer({ madeOn: '2024-02-29', sha256: 'a1'.repeat(32) });
    fc.assert(
      fc.property(fc.nat(15), (at) => {
        expect(parseTrailer(`${text.slice(0, at)}#${text.slice(at + 1)}`)).toBeNull();
      }),
    );
    expect(parseTrailer(text.replace('2024-02-29', '2023-02-29'))).toBeNull();
    expect(parseTrailer(text.slice(1))).toBeNull();
  });
});

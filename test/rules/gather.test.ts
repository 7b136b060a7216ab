import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWaiting, gatherDays } from '../../server/disclosure/gather.ts';
import type { ShownCounts } from '../../server/disclosure/shown-counts.ts';
import { addDays, startOfDay } from '../../server/lib/day.ts';
import { listNamedPeriodsTouching, type NamedPeriod, nextPeriod } from '../../server/period/period.ts';
import { addLevels, countLevels, NO_LEVELS, subtractLevels } from '../../server/tally/level-counts.ts';
import type { CounterDay } from '../../server/tally/tally.ts';
import {
  COUNTERS,
  FIRST_DAY,
  LAST_DAY,
  showPeriod,
  someHistory,
  storeHistory,
} from '../helpers/ballot-history.ts';

const ALL = { begins_on: '', first_release: '' };
const dayOf = (day: string, counted: number, set_aside = 0, counter_code = 'aaaaa'): CounterDay => ({
  day: `2024-01-${day}`,
  counter_code,
  counted,
  set_aside,
});
const releasesOf = (days: readonly CounterDay[], start = ALL) =>
  gatherDays(days, start).releases.map(
    ({ counter_code, from, day, counted, set_aside }) =>
      `${counter_code} ${from.slice(8)}-${day.slice(8)} ${counted}+${set_aside}`,
  );

describe('the days of a counter', () => {
  it('are released one by one when each has five ballots that count', () => {
    expect(releasesOf([dayOf('08', 5), dayOf('09', 12, 3)])).toEqual(['aaaaa 08-08 5+0', 'aaaaa 09-09 12+3']);
  });

  it('wait for each other, across weeks and months, with the ballots set aside', () => {
    expect(releasesOf([dayOf('14', 2, 1), dayOf('15', 2, 9), dayOf('31', 1), dayOf('31', 0)])).toEqual([
      'aaaaa 14-31 5+10',
    ]);
  });

  it('do not wait for, nor help, another counter', () => {
    expect(releasesOf([dayOf('08', 4), dayOf('08', 4, 0, 'bbbbb'), dayOf('09', 1, 0, 'bbbbb')])).toEqual([
      'bbbbb 08-09 5+0',
    ]);
  });

  it('stay waiting when fewer than five count, however many were set aside', () => {
    const gathered = gatherDays([dayOf('08', 4, 20)], ALL);
    expect(gathered.releases).toEqual([]);
    expect(countWaiting(gathered, '2024-12-31')).toBe(24);
  });

  it('of an earlier version are left out, and nothing is released before its last stored report ends', () => {
    const start = { begins_on: '2024-01-15', first_release: '2024-01-21' };
    const days = [dayOf('14', 3), dayOf('16', 6), dayOf('19', 2), dayOf('22', 5)];
    expect(releasesOf(days, start)).toEqual(['aaaaa 16-22 13+0']);
    expect(releasesOf([...days.slice(0, 3), dayOf('21', 1), dayOf('22', 5)], start)).toEqual([
      'aaaaa 16-21 9+0',
      'aaaaa 22-22 5+0',
    ]);
  });
});

const sum = (counts: Iterable<number>): number => [...counts].reduce((total, n) => total + n, 0);

const checkAccount = ({ received, carried_in, pending, set_aside, headline }: ShownCounts): void =>
  expect(received + carried_in).toBe(countLevels(headline) + set_aside + pending);

describe('the figures of 200 random histories', () => {
  const instants = [0, 3, 9, 20, 33, 44, 60, 400].map((shift) => startOfDay(addDays(FIRST_DAY, shift)));

  it('add up, for the unit and for each counter, period after period', () => {
    fc.assert(
      fc.property(
        someHistory,
        fc.constantFrom(...instants),
        fc.integer({ min: 0, max: 23 }),
        (history, day, hour) => {
          const now = new Date(day.getTime() + hour * 3_600_000);
          const known = history.filter((ballot) => startOfDay(ballot.day) <= now);
          const stored = storeHistory(known);
          const show = (period: NamedPeriod, code: string | null = null) =>
            showPeriod(stored, period, now, code);
          for (const period of listNamedPeriodsTouching(FIRST_DAY, LAST_DAY)) {
            const shown = show(period);
            checkAccount(shown);
            const parts = COUNTERS.map((code) => show(period, code));
            for (const part of parts) checkAccount(part);
            const counters = [...shown.counters.values()];
            expect(counters.map(({ levels }) => levels).reduce(addLevels, NO_LEVELS)).toEqual(shown.headline);
            expect(sum(counters.map(({ pending }) => pending))).toBe(shown.pending);
            expect(parts.map(({ headline }) => headline).reduce(addLevels)).toEqual(shown.headline);
            expect(sum(parts.map(({ carried_in }) => carried_in))).toBe(shown.carried_in);
            if (period.kind !== 'report-9m' && startOfDay(addDays(period.to, 1)) <= now)
              expect(show(nextPeriod(period)).carried_in).toBe(shown.pending);
            for (const groups of [shown.channels, shown.kinds, shown.fields]) {
              const rest = [...groups.values()].reduce(subtractLevels, shown.headline);
              expect(rest.every((n) => n >= 0)).toBe(true);
            }
            expect(sum(shown.reasons.values())).toBeLessThanOrEqual(shown.set_aside);
            const { overall } = shown.questions;
            expect(overall === undefined ? 0 : sum(overall)).toBe(countLevels(shown.headline));
          }
        },
      ),
      { numRuns: 200 },
    );
  }, 120_000);

  it('never change once their last day is over', () => {
    fc.assert(
      fc.property(someHistory, (history) => {
        const stored = storeHistory(history);
        for (const period of listNamedPeriodsTouching(FIRST_DAY, LAST_DAY)) {
          const next = startOfDay(addDays(period.to, 1));
          const soon = showPeriod(storeHistory(history.filter(({ day }) => day <= period.to)), period, next);
          expect({
            ...showPeriod(stored, period, startOfDay(addDays(period.to, 90))),
            is_closed: false,
          }).toEqual(soon);
        }
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  it('contain nothing of the running day', () => {
    fc.assert(
      fc.property(someHistory, (history) => {
        const last = history.at(-1);
        const today = last?.day ?? LAST_DAY;
        const before = storeHistory(history.filter(({ day }) => day < today));
        const now = new Date(startOfDay(today).getTime() + 9 * 3_600_000);
        for (const period of listNamedPeriodsTouching(today, today)) {
          const { received, pending, counters, ...figures } = showPeriod(storeHistory(history), period, now);
          const { received: r, pending: p, counters: c, ...old } = showPeriod(before, period, now);
          expect(figures).toEqual(old);
          expect(pending - p).toBe(received - r);
          for (const [code, { levels }] of counters) expect(levels).toEqual(c.get(code)?.levels ?? NO_LEVELS);
        }
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});

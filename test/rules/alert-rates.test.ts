import { describe, expect, it } from 'vitest';
import type { Alert } from '../../server/alert/alert.ts';
import { findAlerts } from '../../server/alert/find-alerts.ts';
import { createSeededRandom, type SeededRandom } from '../../server/lib/seeded-random.ts';
import type { DayCount } from '../../server/tally/tally.store.ts';
import { alertInput, countsOf, workingDays } from '../helpers/alert-days.ts';

/** A Poisson random number, by Knuth's method of products. */
function drawPoisson(random: SeededRandom, mean: number): number {
  let count = -1;
  for (let product = 1; product > Math.exp(-mean); count += 1) product *= random.next();
  return count;
}

/** Random factor of a day: mean 1, standard deviation one third. */
const drawSwing = (random: SeededRandom): number => {
  let product = 1;
  for (let draw = 0; draw < 9; draw += 1) product *= 1 - random.next();
  return -Math.log(product) / 9;
};

/** Factors for Monday to Friday. */
const WEEKDAYS = [1.3, 1.1, 1, 0.9, 0.7];

/** Ballots of four counters on some working days, with more variance than a Poisson distribution. */
function makeUpDays(random: SeededRandom, days: number): DayCount[] {
  return [15, 11, 6, 2].flatMap((mean, counter) =>
    countsOf(
      `k${counter}`,
      Array.from({ length: days }, (_, day) =>
        drawPoisson(random, mean * drawSwing(random) * (WEEKDAYS[day % 5] ?? 1)),
      ),
    ),
  );
}

const COUNTERS = ['k0', 'k1', 'k2', 'k3'];

describe('an honest office', () => {
  it('has fewer false alarms than the budget says: a half for each counter and year, and the unit', () => {
    const random = createSeededRandom('honest years');
    const dates = workingDays(290);
    const years = 8;
    const alerts = Array.from({ length: years }, () =>
      findAlerts(
        alertInput({
          from: dates[40] ?? '',
          to: dates[289] ?? '',
          openCounters: COUNTERS,
          days: makeUpDays(random, 290),
        }),
      ),
    ).flat();
    const ofCounters = alerts.filter(({ counter }) => counter !== null);
    expect(ofCounters.length / (years * COUNTERS.length)).toBeLessThanOrEqual(0.3);
    expect((alerts.length - ofCounters.length) / years).toBeLessThanOrEqual(0.3);
  });
});

/** Share of two hundred months in which an ongoing anomaly is detected by its third working day. */
function shareFound(
  name: string,
  more: (day: number, counter: number, random: SeededRandom) => number,
): number {
  const random = createSeededRandom(name);
  const dates = workingDays(23);
  const found = Array.from({ length: 200 }, () => {
    const days = makeUpDays(random, 23).map((count) => {
      const day = dates.indexOf(count.day) - 20;
      const counter = COUNTERS.indexOf(count.counter);
      const received = count.received + (day < 0 ? 0 : more(day, counter, random));
      return { ...count, received, counted: received };
    });
    return findAlerts(alertInput({ from: dates[20] ?? '', to: dates[22] ?? '', days })).some(isRise);
  });
  return found.filter(Boolean).length / found.length;
}

const isRise = ({ id }: Alert): boolean => id === 'sudden-rise';

describe('within three working days, after a month of history', () => {
  it('thirty ballots more a day at one counter are found', () => {
    expect(shareFound('cleared cookies', (_, counter) => (counter === 1 ? 30 : 0))).toBeGreaterThanOrEqual(
      0.95,
    );
  });

  it('a hundred and fifty phones in two days are found', () => {
    expect(shareFound('chat groups', (day) => (day < 2 ? 19 : 0))).toBeGreaterThanOrEqual(0.95);
  });

  it('a night of five hundred is found', () => {
    expect(shareFound('script', (day, counter) => (day === 0 && counter === 0 ? 500 : 0))).toBe(1);
  });

  it('nothing is found where nothing goes on', () => {
    expect(shareFound('nothing', () => 0)).toBeLessThanOrEqual(0.02);
  });
});

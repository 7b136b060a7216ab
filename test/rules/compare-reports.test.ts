import { describe, expect, it } from 'vitest';
import { createSeededRandom, type SeededRandom } from '../../server/lib/seeded-random.ts';
import {
  COUNTER_MINIMUM_N,
  type Comparable,
  compareReports,
  compareWithEarlier,
  YEAR_BEFORE,
} from '../../server/results/compare-reports.ts';
import { holm } from '../../server/statistics/holm.ts';

const ITEMS = ['i25', 'i28', 'i31', 'i32', 'i34', 'i37'];
const COUNTERS = ['q1', 'q2', 'q3'];

type Share = readonly [satisfied: number, n: number];

/** Questions and counters without counts are suppressed. */
function report(
  overall: Share,
  questions: Readonly<Record<string, Share>> = {},
  counters: Readonly<Record<string, Share>> = {},
): Comparable {
  const [numerator, denominator] = overall;
  return {
    indicator: {
      code: 'satisfaction',
      rule: 'share-satisfied/1',
      question: 'overall',
      numerator,
      denominator,
      percent: null,
      neutral: denominator - numerator,
      dissatisfied: 0,
      interval: null,
      interval_finite: null,
      target: null,
      minimum_n: 30,
      verdict: null,
      certain: false,
      suppressed: false,
    },
    questions: Object.entries(questions).map(([id, [satisfied, n]]) => ({
      id,
      official_item: null,
      factor: null,
      n,
      counts: { '1': 0, '2': 0, '3': n - satisfied, '4': satisfied, '5': 0, na: 0, skipped: 0 },
      suppressed: false,
    })),
    counters: Object.entries(counters).map(([code, [satisfied, n]]) => ({
      code,
      name: code,
      numerator: satisfied,
      denominator: n,
      suppressed: false,
    })),
  };
}

const calledIn = (before: Comparable, after: Comparable): string[] =>
  compareReports(before, after)
    .filter(({ called }) => called !== null)
    .map(({ id }) => id);

const toShare = ([satisfied = 0, n = 0]: readonly number[] = []): Share => [satisfied, n];

/** A simulated week; a citizen's answers are correlated. */
function drawWeek(random: SeededRandom, ballots: number): Comparable {
  const count = { all: 0, questions: ITEMS.map(() => 0), counters: COUNTERS.map(() => [0, 0]) };
  for (let ballot = 0; ballot < ballots; ballot += 1) {
    const isContent = random.next() < 0.85;
    const isSatisfied = random.next() < (isContent ? 0.97 : 0.3);
    const counter = count.counters[Math.floor(random.next() * COUNTERS.length)] as number[];
    counter[1] = (counter[1] ?? 0) + 1;
    if (isSatisfied) {
      count.all += 1;
      counter[0] = (counter[0] ?? 0) + 1;
    }
    for (const [index, n] of count.questions.entries()) {
      if (random.next() < (isContent ? 0.96 : 0.4)) count.questions[index] = n + 1;
    }
  }
  return report(
    [count.all, ballots],
    Object.fromEntries(ITEMS.map((id, index) => [id, [count.questions[index] as number, ballots]])),
    Object.fromEntries(COUNTERS.map((code, index) => [code, toShare(count.counters[index])])),
  );
}

/** Probabilities of 0 to n successes. */
function binomial(n: number, p: number): number[] {
  const chances: number[] = [];
  let chance = (1 - p) ** n;
  for (let k = 0; k <= n; k += 1) {
    chances.push(chance);
    chance *= ((n - k) / (k + 1)) * (p / (1 - p));
  }
  return chances;
}

describe('what a page calls a change', () => {
  it.each([60, 150, 400])(
    'is called in at most 5 % of quiet weeks, over all that it shows: %d ballots',
    (n) => {
      const random = createSeededRandom(`quiet weeks of ${n}`);
      const PAIRS = 400;
      let false_calls = 0;
      let before = drawWeek(random, n);
      for (let pair = 0; pair < PAIRS; pair += 1) {
        const after = drawWeek(random, n);
        if (calledIn(before, after).length > 0) false_calls += 1;
        before = after;
      }
      expect(false_calls / PAIRS).toBeLessThanOrEqual(0.05);
    },
  );

  it('is called in at least 80 % of pairs drawn from 92 % and 70 % with 60 ballots each, among all the rest', () => {
    const [high, low] = [binomial(60, 0.92), binomial(60, 0.7)];
    const quiet: Record<string, Share> = Object.fromEntries(ITEMS.map((id) => [id, [50, 55]]));
    const counters: Record<string, Share> = { q1: [31, 34], q2: [28, 30], q3: [29, 32] };
    let chance = 0;
    for (let satisfied = 0; satisfied <= 60; satisfied += 1) {
      // Stops at the smallest number in the second week that is not significantly lower.
      for (let later = 0; later < satisfied; later += 1) {
        const before = report([satisfied, 60], quiet, counters);
        if (!calledIn(before, report([later, 60], quiet, counters)).includes('overall')) break;
        chance += (high[satisfied] as number) * (low[later] as number);
      }
    }
    expect(chance).toBeGreaterThanOrEqual(0.8);
    expect(chance).toBeLessThan(0.85);
  });

  it('leaves counters out below 30 ballots on either side, however far apart', () => {
    const few = report([90, 100], {}, { q1: [2, COUNTER_MINIMUM_N - 1] });
    const enough = report([90, 100], {}, { q1: [COUNTER_MINIMUM_N, COUNTER_MINIMUM_N] });
    const low = report([90, 100], {}, { q1: [2, COUNTER_MINIMUM_N] });
    expect(calledIn(few, enough)).toEqual([]);
    expect(calledIn(enough, few)).toEqual([]);
    expect(calledIn(low, enough)).toEqual(['q1']);
  });

  it('does not compare what is suppressed on one side', () => {
    const shown = report([90, 100], { i34: [90, 100] }, { q1: [90, 100] });
    const hidden = report([90, 100]);
    const changes = compareReports(hidden, shown);
    expect(changes.map(({ id, difference_points }) => [id, difference_points])).toEqual([
      ['overall', 0],
      ['i34', null],
      ['q1', null],
    ]);
  });

  it('judges two earlier periods together, the one just before first', () => {
    const after = report([70, 100], {}, { q1: [70, 100] });
    const before = report([84, 100], {}, { q1: [72, 100] });
    const changes = compareWithEarlier(after, before, report([84, 100], {}, { q1: [1, 100] }));
    expect(changes.map(({ id }) => id)).toEqual(['overall', YEAR_BEFORE, 'q1']);
    const [first, year, counter] = changes;
    expect(counter?.difference_points).toBe(-2);
    expect(first?.p).toBe(year?.p);
    expect([first?.called, year?.called, counter?.called]).toEqual(['down', null, null]);
    // The differences are equal, but the previous period has the larger weight.
    expect(first?.p_adjusted).toBeLessThan(year?.p_adjusted as number);
    expect(compareWithEarlier(after, null, null)).toEqual([]);
    expect(compareWithEarlier(after, null, before).map(({ id }) => id)).toEqual([YEAR_BEFORE]);
  });
});

describe("Holm's correction with weights", () => {
  it('divides the chance by the weights, and passes on what is called', () => {
    // Weights 0.75, 0.125 and 0.125: 0.03 / 0.75, then 0.02 / (0.125 / 0.25), then the last p, not less than the one
    // before it.
    expect(holm([0.03, 0.02, 0.9], [6, 1, 1]).map((p) => Number(p.toFixed(6)))).toEqual([0.04, 0.04, 0.9]);
    expect(holm([0.5, 0.002], [3, 1])).toEqual([0.5, 0.008]);
  });

  it('is the plain one with equal weights', () => {
    const values = [0.01, 0.04, 0.03, 0.005];
    const weighted = holm(values, [2, 2, 2, 2]);
    holm(values).forEach((p, index) => {
      expect(weighted[index]).toBeCloseTo(p, 14);
    });
  });

  it('rejects invalid weights', () => {
    expect(() => holm([0.1], [0])).toThrow(RangeError);
    expect(() => holm([0.1, 0.2], [1])).toThrow(RangeError);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Comparison, computeChanges, fisherExact, holm } from '../../server/indicator/change.ts';

/** Ways to choose `k` of `n`. */
function choose(n: number, k: number): bigint {
  let ways = 1n;
  for (let i = 1; i <= k; i += 1) ways = (ways * BigInt(n - k + i)) / BigInt(i);
  return ways;
}

/** The two-sided p of a table by whole numbers alone: a sum of products of binomials over another. */
function exactP(a: number, b: number, c: number, d: number): number {
  const [row, otherRow, column] = [a + b, c + d, a + c];
  const waysOf = (k: number) => choose(row, k) * choose(otherRow, column - k);
  const observed = waysOf(a);
  let unlikely = 0n;
  for (let k = Math.max(0, column - otherRow); k <= Math.min(row, column); k += 1) {
    const ways = waysOf(k);
    if (ways * 10_000_000n <= observed * 10_000_001n) unlikely += ways;
  }
  const all = choose(row + otherRow, column);
  // Seventeen digits whatever the size.
  const shift = 10n ** BigInt(Math.max(0, String(all).length - String(unlikely).length) + 17);
  return Number((unlikely * shift) / all) / Number(shift);
}

describe("Fisher's exact test", () => {
  it.each([
    // Fisher, The Design of Experiments (1935), chapter II: the lady tasting tea; 34/70.
    ['tea', 3, 1, 1, 3, 0.4857, 4],
    // Fisher (1970), convictions of same-sex twins of criminals, as in the examples of R's fisher.test.
    ['twins', 2, 10, 15, 3, 0.0005367, 7],
    // The worked example of "Fisher's exact test" in Wikipedia: studying by sex, two-tailed.
    ['studying', 1, 9, 11, 3, 0.002759456, 9],
  ])('of the published example "%s" gives the published value', (_, a, b, c, d, p, digits) => {
    expect(fisherExact(a, b, c, d).toFixed(digits)).toBe(p.toFixed(digits));
    expect(exactP(a, b, c, d).toFixed(digits)).toBe(p.toFixed(digits));
  });

  it('is 34/70 for the tea, to the last digit', () => {
    expect(fisherExact(3, 1, 1, 3)).toBeCloseTo(34 / 70, 14);
  });

  const cell = fc.nat(60);

  it('agrees with a computation in whole numbers', () => {
    fc.assert(
      fc.property(cell, cell, cell, cell, (a, b, c, d) => {
        const [p, exact] = [fisherExact(a, b, c, d), exactP(a, b, c, d)];
        expect(Math.abs(p - exact)).toBeLessThanOrEqual(1e-11 * exact);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    [930, 70, 900, 100],
    [1860, 140, 1800, 200],
    [1990, 10, 1995, 5],
    [1000, 1000, 1, 1999],
  ])('agrees with it for large counts: %i %i / %i %i', (a, b, c, d) => {
    const [p, exact] = [fisherExact(a, b, c, d), exactP(a, b, c, d)];
    expect(Math.abs(p - exact)).toBeLessThanOrEqual(1e-9 * exact);
  });

  it('is 1 when two large sides are alike, and next to 0 when they are opposite', () => {
    expect(fisherExact(5000, 5000, 5000, 5000)).toBe(1);
    expect(fisherExact(9000, 1000, 9000, 1000)).toBe(1);
    expect(fisherExact(10_000, 0, 0, 10_000)).toBeLessThan(1e-300);
  });

  it('is 1 when a margin is empty', () => {
    expect(fisherExact(0, 0, 0, 0)).toBe(1);
    expect(fisherExact(0, 0, 3, 4)).toBe(1);
    expect(fisherExact(5, 0, 7, 0)).toBe(1);
    expect(fisherExact(0, 5, 0, 7)).toBe(1);
  });

  it('does not depend on which side or which answer stands first', () => {
    fc.assert(
      fc.property(cell, cell, cell, cell, (a, b, c, d) => {
        const p = fisherExact(a, b, c, d);
        expect(fisherExact(c, d, a, b)).toBeCloseTo(p, 10);
        expect(fisherExact(b, a, d, c)).toBeCloseTo(p, 10);
        expect(fisherExact(a, c, b, d)).toBeCloseTo(p, 10);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('refuses what is no count', () => {
    expect(() => fisherExact(-1, 1, 1, 1)).toThrow(RangeError);
    expect(() => fisherExact(0.5, 1, 1, 1)).toThrow(RangeError);
  });
});

describe("Holm's correction", () => {
  // The example of "Holm–Bonferroni method" in Wikipedia: at 0.05 only the first and the last are rejected.
  it('adjusts the published example', () => {
    const adjusted = holm([0.01, 0.04, 0.03, 0.005]);
    [0.03, 0.06, 0.06, 0.02].forEach((p, index) => {
      expect(adjusted[index]).toBeCloseTo(p, 12);
    });
    expect(adjusted.map((p) => p <= 0.05)).toEqual([true, false, false, true]);
  });

  it('leaves a single value as it is, and none as none', () => {
    expect(holm([0.04])).toEqual([0.04]);
    expect(holm([])).toEqual([]);
  });

  it('refuses what is no probability', () => {
    expect(() => holm([0.1, 1.1])).toThrow(RangeError);
    expect(() => holm([Number.NaN])).toThrow(RangeError);
  });

  const someP = fc.double({ min: 0, max: 1, noNaN: true });
  const manyP = fc.array(someP, { maxLength: 20 });

  it('never makes a value smaller, nor larger than Bonferroni would, nor larger than 1', () => {
    fc.assert(
      fc.property(manyP, (values) => {
        holm(values).forEach((adjusted, index) => {
          const p = values[index]!;
          expect(adjusted).toBeGreaterThanOrEqual(p);
          expect(adjusted).toBeLessThanOrEqual(Math.min(1, p * values.length));
        });
      }),
    );
  });

  it('keeps the order of values, equal ones equal', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 0.001, 0.01, 0.02, 0.04, 0.5, 1)), (values) => {
        const adjusted = holm(values);
        values.forEach((p, i) => {
          values.forEach((other, j) => {
            if (p < other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j]!);
            if (p === other) expect(adjusted[i]).toBe(adjusted[j]);
          });
        });
      }),
    );
  });

  it('calls what the step-down rule itself rejects', () => {
    fc.assert(
      fc.property(manyP, someP, (values, alpha) => {
        const sorted = [...values].sort((left, right) => left - right);
        const firstKept = sorted.findIndex((p, rank) => p * (sorted.length - rank) > alpha);
        const rejected = firstKept < 0 ? sorted.length : firstKept;
        expect(holm(values).filter((p) => p <= alpha)).toHaveLength(alpha >= 1 ? values.length : rejected);
      }),
    );
  });
});

describe('changes between two periods', () => {
  const compare = (id: string, before: [number, number], after: [number, number]): Comparison => ({
    id,
    before: { numerator: before[0], denominator: before[1] },
    after: { numerator: after[0], denominator: after[1] },
  });

  it('are called with their direction where chance hardly explains them', () => {
    const [up, down, none] = computeChanges([
      compare('up', [300, 400], [380, 400]),
      compare('down', [380, 400], [300, 400]),
      compare('none', [90, 100], [93, 100]),
    ]);
    expect(up).toMatchObject({ id: 'up', called: 'up', difference_points: 20 });
    expect(down).toMatchObject({ id: 'down', called: 'down', difference_points: -20 });
    expect(none).toMatchObject({ id: 'none', called: null, difference_points: 3 });
    expect(none?.p).toBeGreaterThan(0.05);
  });

  it('are called less easily the more is compared', () => {
    const one = compare('overall', [80, 100], [92, 100]);
    const [alone] = computeChanges([one]);
    expect(alone?.p).toBeLessThan(0.05);
    expect(alone?.called).toBe('up');
    const others = ['i25', 'i28', 'i31', 'i32', 'i34', 'i37'].map((id) => compare(id, [90, 100], [90, 100]));
    const [among] = computeChanges([one, ...others]);
    expect(among?.p).toBe(alone?.p);
    expect(among?.p_adjusted).toBeCloseTo(7 * (alone?.p ?? 0), 12);
    expect(among?.called).toBeNull();
  });

  it('are not known where one side is empty, which counts as no comparison', () => {
    const real = compare('overall', [80, 100], [92, 100]);
    const empty = compare('i25', [0, 0], [5, 9]);
    const [nothing, first] = computeChanges([empty, real]);
    expect(nothing).toEqual({ id: 'i25', difference_points: null, p: null, p_adjusted: null, called: null });
    expect(first).toEqual(computeChanges([real])[0]);
    expect(computeChanges([])).toEqual([]);
  });

  it('are judged at the level asked for', () => {
    const one = compare('overall', [80, 100], [92, 100]);
    expect(computeChanges([one], 0.01)[0]?.called).toBeNull();
  });

  const someProportion = fc
    .tuple(fc.nat(80), fc.nat(80))
    .map(([x, y]): [number, number] => [Math.min(x, y), Math.max(x, y)]);
  const someComparisons = fc
    .array(fc.tuple(someProportion, someProportion), { maxLength: 8 })
    .map((pairs) => pairs.map(([before, after], n) => compare(`i${n}`, before, after)));

  it('turn round when the periods change places', () => {
    const opposite = { up: 'down', down: 'up' } as const;
    fc.assert(
      fc.property(someComparisons, (comparisons) => {
        const there = computeChanges(comparisons);
        const back = computeChanges(
          comparisons.map(({ id, before, after }) => ({ id, before: after, after: before })),
        );
        there.forEach((change, index) => {
          const other = back[index]!;
          expect(other.called).toBe(change.called === null ? null : opposite[change.called]);
          if (change.p === null) expect(other.p).toBeNull();
          else expect(other.p).toBeCloseTo(change.p, 10);
        });
      }),
    );
  });

  it('are called in the direction in which the share went', () => {
    fc.assert(
      fc.property(someComparisons, (comparisons) => {
        for (const { called, difference_points, p_adjusted } of computeChanges(comparisons)) {
          if (called === null) continue;
          expect(Math.sign(difference_points!)).toBe(called === 'up' ? 1 : -1);
          expect(p_adjusted!).toBeLessThanOrEqual(0.05);
        }
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Comparison, computeChanges } from '../../server/indicator/change.ts';
import { formatShare } from '../../web/formatting/numbers.ts';

describe('changes between two periods', () => {
  const compare = (id: string, before: [number, number], after: [number, number]): Comparison => ({
    id,
    before: { numerator: before[0], denominator: before[1] },
    after: { numerator: after[0], denominator: after[1] },
  });

  const someProportion = fc
    .tuple(fc.nat(80), fc.nat(80))
    .map(([x, y]): [number, number] => [Math.min(x, y), Math.max(x, y)]);
  const someComparisons = fc
    .array(fc.tuple(someProportion, someProportion), { maxLength: 8 })
    .map((pairs) => pairs.map(([before, after], n) => compare(`i${n}`, before, after)));

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

  it('are the difference of the printed shares, not of the exact ones', () => {
    const differences = computeChanges([
      // 93,85 % and 92,64 % differ by exactly 1,21; the rounded 93,9 and 92,6 would differ by 1,3.
      compare('down', [9385, 10_000], [9264, 10_000]),
      compare('up', [9264, 10_000], [9385, 10_000]),
      compare('same', [6996, 10_000], [7004, 10_000]),
    ]).map(({ difference_points }) => difference_points);
    expect(differences).toEqual([-1.3, 1.3, 0]);
  });

  it('never contradict a reader who subtracts the two shares', () => {
    fc.assert(
      fc.property(someComparisons, (comparisons) => {
        computeChanges(comparisons).forEach(({ difference_points }, index) => {
          const { before, after } = comparisons[index]!;
          if (difference_points === null) return;
          const printed = ({ numerator, denominator }: typeof before) =>
            Number(formatShare(numerator, denominator, null, 'en').slice(0, -1));
          expect(difference_points).toBeCloseTo(printed(after) - printed(before), 8);
        });
      }),
    );
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

  it('are reversed when the periods are swapped', () => {
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

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeFactorMean, FACTOR_MEAN, type ItemLevels } from '../../server/indicator/factor-mean.v1.ts';
import { FACTORS, type Factor } from '../../server/survey/definition.ts';

/** A question answered with level 4 by `satisfied` of `n` people. */
const item = (id: string, factor: Factor, satisfied: number, n: number): ItemLevels => ({
  id,
  factor,
  levels: [0, 0, n - satisfied, satisfied, 0],
});

describe('factor-mean/1', () => {
  it('is named in every output', () => {
    expect(FACTOR_MEAN).toBe('factor-mean/1');
  });

  it('is the unweighted mean of factors, each the unweighted mean of its items', () => {
    const result = computeFactorMean([
      item('i25', 'access', 900, 1000),
      item('i28', 'procedure', 24, 30),
      item('i31', 'official', 40, 40),
      item('i32', 'official', 300, 400),
      item('i34', 'result', 35, 50),
      item('i37', 'feedback', 18, 30),
    ]);
    // (90 + 80 + (100 + 75) / 2 + 70 + 60) / 5
    expect(result.percent).toBeCloseTo(77.5, 10);
    expect(result.by.map(({ id, percent, n }) => [id, percent, n])).toEqual([
      ['access', 90, 1000],
      ['procedure', 80, 30],
      ['official', 87.5, 40],
      ['result', 70, 50],
      ['feedback', 60, 30],
    ]);
  });

  it('leaves out items with fewer than 30 answers and names them', () => {
    const result = computeFactorMean([
      item('i31', 'official', 30, 30),
      item('i32', 'official', 0, 29),
      item('i34', 'result', 0, 29),
      item('i25', 'access', 15, 30),
      item('i28', 'procedure', 30, 60),
    ]);
    expect(result.by.find(({ id }) => id === 'official')).toEqual({
      id: 'official',
      percent: 100,
      n: 30,
      items: ['i31'],
      left_out: ['i32'],
    });
    expect(result.by.find(({ id }) => id === 'result')).toEqual({
      id: 'result',
      percent: null,
      n: null,
      items: [],
      left_out: ['i34'],
    });
    expect(result.by.map(({ id }) => id)).not.toContain('feedback');
    expect(result.percent).toBeCloseTo((100 + 50 + 50) / 3, 10);
  });

  it('needs three factors', () => {
    const two = [item('i25', 'access', 30, 30), item('i28', 'procedure', 30, 30)];
    expect(computeFactorMean(two).percent).toBeNull();
    expect(computeFactorMean(two).by).toHaveLength(2);
    expect(computeFactorMean([...two, item('i31', 'official', 29, 29)]).percent).toBeNull();
    expect(computeFactorMean([...two, item('i31', 'official', 30, 30)]).percent).toBe(100);
  });

  it('accepts another minimum', () => {
    const items = FACTORS.map((factor, index) => item(`i${index}`, factor, 5, 5));
    expect(computeFactorMean(items).percent).toBeNull();
    expect(computeFactorMean(items, 5).percent).toBe(100);
  });

  it('does not count an item without answers, even when no minimum is asked', () => {
    const result = computeFactorMean([item('i25', 'access', 0, 0)], 0);
    expect(result.by).toEqual([{ id: 'access', percent: null, n: null, items: [], left_out: ['i25'] }]);
  });

  it('has no percentage without answers', () => {
    expect(computeFactorMean([])).toEqual({ percent: null, by: [] });
  });

  const someItems = fc
    .array(fc.tuple(fc.constantFrom(...FACTORS), fc.nat(80), fc.nat(80)), { maxLength: 16 })
    .map((items) =>
      items.map(([factor, one, other], n) =>
        item(`i${n}`, factor, Math.min(one, other), Math.max(one, other)),
      ),
    );

  it('puts every item among the used or the left out, once', () => {
    fc.assert(
      fc.property(someItems, (items) => {
        const { by } = computeFactorMean(items);
        const named = by.flatMap((factor) => [...factor.items, ...factor.left_out]);
        expect(named.sort()).toEqual(items.map(({ id }) => id).sort());
      }),
    );
  });

  it('lies between the lowest and the highest of its factors', () => {
    fc.assert(
      fc.property(someItems, (items) => {
        const { percent, by } = computeFactorMean(items);
        const shares = by.flatMap((factor) => (factor.percent === null ? [] : [factor.percent]));
        if (shares.length < 3) expect(percent).toBeNull();
        else {
          expect(percent!).toBeGreaterThanOrEqual(Math.min(...shares) - 1e-9);
          expect(percent!).toBeLessThanOrEqual(Math.max(...shares) + 1e-9);
        }
      }),
    );
  });

  it('does not depend on the order of items', () => {
    fc.assert(
      fc.property(someItems, (items) => {
        const [there, back] = [computeFactorMean(items), computeFactorMean([...items].reverse())];
        const stateOf = ({ id, percent, n }: (typeof there.by)[number]) => [id, percent === null, n];
        expect(back.by.map(stateOf)).toEqual(there.by.map(stateOf));
        if (there.percent === null) expect(back.percent).toBeNull();
        else expect(back.percent).toBeCloseTo(there.percent, 9);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDisclosiveColumns, hasSmallCut } from '../../server/disclosure/small-cuts.ts';
import { findComputableGroups } from '../helpers/computable-groups.ts';

const tableOf = (rows: readonly (readonly number[])[]) =>
  new Map(rows.map((row, week) => [`w${week}`, new Map(row.map((n, counter) => [`c${counter}`, n]))]));

/** The same result by linear algebra: each ballot is a person, rows and columns are the figures. */
function canComputeFew(rows: readonly (readonly number[])[]): boolean {
  const people = rows.flatMap((row, week) =>
    row.flatMap((n, counter) => Array.from({ length: n }, () => ({ week, counter }))),
  );
  const figures = [
    ...rows.map((_, week) => people.map((person) => (person.week === week ? 1 : 0))),
    ...(rows[0] ?? []).map((_, counter) => people.map((person) => (person.counter === counter ? 1 : 0))),
  ];
  return findComputableGroups(figures, people.length).length > 0;
}

const someTable = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }))
  .chain(([weeks, counters]) =>
    fc.array(fc.array(fc.constantFrom(0, 0, 1, 2, 5, 8), { minLength: counters, maxLength: counters }), {
      minLength: weeks,
      maxLength: weeks,
    }),
  );

describe('weeks’ sums beside counters’ sums', () => {
  it('isolate a counter’s few ballots when another counter has ballots in the same week only', () => {
    expect(
      hasSmallCut(
        tableOf([
          [4, 0],
          [1, 5],
        ]),
      ),
    ).toBe(true);
    expect(
      hasSmallCut(
        tableOf([
          [4, 1],
          [1, 5],
        ]),
      ),
    ).toBe(false);
    expect(
      hasSmallCut(
        tableOf([
          [5, 0],
          [0, 5],
        ]),
      ),
    ).toBe(false);
  });

  it('isolate few ballots exactly when linear algebra says so', () => {
    fc.assert(
      fc.property(someTable, (rows) => {
        expect(hasSmallCut(tableOf(rows))).toBe(canComputeFew(rows));
      }),
      { numRuns: 300 },
    );
  });

  it('isolate no small group once the disclosive counters are merged', () => {
    fc.assert(
      fc.property(someTable, (rows) => {
        const sums = rows.map((row) => row.reduce<number>((sum, n) => sum + n, 0));
        fc.pre(sums.every((sum) => sum === 0 || sum >= 5));
        const hidden = findDisclosiveColumns(tableOf(rows));
        const merged = rows.map((row) => [
          row.reduce<number>((sum, n, counter) => (hidden.has(`c${counter}`) ? sum + n : sum), 0),
          ...row.filter((_, counter) => !hidden.has(`c${counter}`)),
        ]);
        expect(canComputeFew(merged)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, listDays, weekdayOf } from '../../server/lib/day.ts';
import { atomOf, listAtoms, type Part, partsOf, quartersOf } from '../../server/period/atoms.ts';
import { type Period, parsePeriod, periodOf, TILING_KINDS } from '../../server/period/period.ts';

const get = (id: string): Period => {
  const period = parsePeriod(id);
  if (period === null) throw new Error(`${id} is no period`);
  return period;
};
const someDay = fc.integer({ min: 366, max: 364_000 }).map((offset) => addDays('2000-01-01', offset));
const namedPeriod = fc
  .tuple(fc.constantFrom(...TILING_KINDS, 'report-9m' as const), someDay)
  .map(([kind, day]) => periodOf(kind, day))
  .filter((period) => period !== null);
const someRange = fc
  .tuple(someDay, fc.integer({ min: 0, max: 100 }))
  .map(([from, length]) => ({ from, to: addDays(from, length) }));

const leavesOf = (part: Part): Part[] => (part.parts.length === 0 ? [part] : part.parts.flatMap(leavesOf));
const spanOf = ({ from, to }: { from: string; to: string }) => `${from}..${to}`;

describe('an atom', () => {
  it.each([
    ['2024-01-29', '2024-01-29', '2024-01-31'],
    ['2024-02-01', '2024-02-01', '2024-02-04'],
    ['2024-02-07', '2024-02-05', '2024-02-11'],
    ['2024-02-14', '2024-02-12', '2024-02-14'],
    ['2024-02-15', '2024-02-15', '2024-02-18'],
    ['2024-02-29', '2024-02-26', '2024-02-29'],
    ['2023-12-31', '2023-12-25', '2023-12-31'],
    ['2024-01-01', '2024-01-01', '2024-01-07'],
    ['2024-09-01', '2024-09-01', '2024-09-01'],
  ])('with %s in it runs from %s to %s', (day, from, to) => {
    expect(atomOf(day)).toEqual({ from, to });
  });

  it('begins on a Monday, a 1st or a 15th and has no other of these inside', () => {
    const isCut = (day: string) => weekdayOf(day) === 1 || day.endsWith('-01') || day.endsWith('-15');
    fc.assert(
      fc.property(someDay, (day) => {
        const { from, to } = atomOf(day);
        const [first, ...others] = listDays(from, to);
        expect(first !== undefined && isCut(first)).toBe(true);
        expect(others.some(isCut)).toBe(false);
        expect(isCut(addDays(to, 1))).toBe(true);
        expect(from <= day && day <= to).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('is found from each of its days', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const atom = atomOf(day);
        for (const other of listDays(atom.from, atom.to)) expect(atomOf(other)).toEqual(atom);
      }),
    );
  });
});

describe('atoms of a span', () => {
  it('follow each other without gap and cover it, whole at both ends', () => {
    fc.assert(
      fc.property(someRange, ({ from, to }) => {
        const atoms = listAtoms(from, to);
        expect(atoms[0]).toEqual(atomOf(from));
        expect(atoms.at(-1)).toEqual(atomOf(to));
        expect(atoms.flatMap((atom) => listDays(atom.from, atom.to))).toEqual(
          listDays(atomOf(from).from, atomOf(to).to),
        );
      }),
    );
  });

  it('are empty when it ends before it begins', () => {
    expect(listAtoms('2024-01-02', '2024-01-01')).toEqual([]);
  });

  it('make up every named period exactly', () => {
    fc.assert(
      fc.property(namedPeriod, ({ from, to }) => {
        const atoms = listAtoms(from, to);
        expect(atoms[0]?.from).toBe(from);
        expect(atoms.at(-1)?.to).toBe(to);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the parts of a period', () => {
  const outline = (id: string) => partsOf(get(id)).parts.map(spanOf);

  it('of a reporting year are its quarters, and theirs are months', () => {
    const year = partsOf(get('BC-2024'));
    expect(year.parts.map(spanOf)).toEqual(
      ['BC-2024-Q1', 'BC-2024-Q2', 'BC-2024-Q3', 'BC-2024-Q4'].map((id) => spanOf(get(id))),
    );
    expect(year.parts[0]?.parts.map(spanOf)).toEqual(
      ['BC-2024-01', 'BC-2024-02', 'BC-2024-03'].map((id) => spanOf(get(id))),
    );
    expect(year.parts[0]?.parts[1]).toEqual(partsOf(get('BC-2024-02')));
  });

  it('of halves and nine months are quarters', () => {
    expect(outline('BC-2024-H2')).toEqual(['BC-2024-Q3', 'BC-2024-Q4'].map((id) => spanOf(get(id))));
    expect(outline('BC-2024-9M')).toEqual(
      ['BC-2024-Q1', 'BC-2024-Q2', 'BC-2024-Q3'].map((id) => spanOf(get(id))),
    );
    expect(outline('2024-H1')).toEqual(['2024-Q1', '2024-Q2'].map((id) => spanOf(get(id))));
    expect(outline('2024')).toHaveLength(4);
    expect(outline('2024-Q1')).toEqual(['2024-01', '2024-02', '2024-03'].map((id) => spanOf(get(id))));
  });

  it('are summed quarters only for halves, nine months and years', () => {
    const quarters = (id: string) => quartersOf(get(id)).map((quarter) => quarter.id);
    expect(quarters('BC-2024')).toEqual(['BC-2024-Q1', 'BC-2024-Q2', 'BC-2024-Q3', 'BC-2024-Q4']);
    expect(quarters('BC-2024-9M')).toEqual(['BC-2024-Q1', 'BC-2024-Q2', 'BC-2024-Q3']);
    expect(quarters('2024-H2')).toEqual(['2024-Q3', '2024-Q4']);
    expect(['2024-Q1', '2024-01', '2024-W05'].flatMap(quarters)).toEqual([]);
  });

  it('of a week are its atoms, and of a week in one piece none', () => {
    expect(outline('2024-W05')).toEqual(['2024-01-29..2024-01-31', '2024-02-01..2024-02-04']);
    expect(partsOf(get('2024-W06'))).toEqual({ from: '2024-02-05', to: '2024-02-11', parts: [] });
  });

  it('partition their parent at every depth, and are never a single one', () => {
    const check = (part: Part): void => {
      if (part.parts.length === 0) return;
      expect(part.parts.length).toBeGreaterThan(1);
      expect(part.parts[0]?.from).toBe(part.from);
      expect(part.parts.at(-1)?.to).toBe(part.to);
      part.parts.slice(1).forEach((next, index) => {
        expect(daysBetween(part.parts[index]!.to, next.from)).toBe(1);
      });
      part.parts.forEach(check);
    };
    fc.assert(
      fc.property(namedPeriod, (period) => {
        const whole = partsOf(period);
        expect(spanOf(whole)).toBe(spanOf(period));
        check(whole);
      }),
    );
  });

  it('end in whole atoms for a named period', () => {
    fc.assert(
      fc.property(namedPeriod, (period) => {
        const leaves = leavesOf(partsOf(period));
        expect(leaves).toEqual(listAtoms(period.from, period.to).map((atom) => ({ ...atom, parts: [] })));
      }),
    );
  });
});

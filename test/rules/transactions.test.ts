import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Day, listDays, weekdayOf } from '../../server/lib/day.ts';
import { checkEntries, isOver } from '../../server/transactions/check-entries.ts';
import { countTransactions } from '../../server/transactions/count-transactions.ts';
import {
  type CurrentEntry,
  countsTwice,
  currentEntries,
  type EntryRevision,
  type ProposedEntry,
} from '../../server/transactions/entry.ts';
import { listTotalPeriods, totalPeriodOf } from '../../server/transactions/entry-periods.ts';

const isWeekday = (day: Day): boolean => weekdayOf(day) <= 5;
const MONDAY = '2024-01-29';
const SUNDAY = '2024-02-04';
const COUNTERS = ['k7mpx', 'd2xyz'];

const entry = (from: Day, to: Day, counter: string | null, n: number): CurrentEntry => ({
  from,
  to,
  counter,
  n,
  revision: 1,
  source: 'typed',
  enteredAt: '2024-02-05T08:00:00+07:00',
  actorName: 'mot-cua',
});
const span = {
  from: MONDAY,
  to: SUNDAY,
  openedOn: '2024-01-01',
  counters: COUNTERS,
  isWorkingDay: isWeekday,
};
const weekdays = listDays(MONDAY, '2024-02-02');
const everyDay = COUNTERS.flatMap((code, index) => weekdays.map((day) => entry(day, day, code, index + 1)));

describe('transactions of a period', () => {
  test('are the sum when every working day has a number of every counter', () => {
    const { unit, counters, missing } = countTransactions(everyDay, span);
    expect(unit).toEqual({ n: 15, source: 'typed' });
    expect([...counters].map(([code, count]) => [code, count?.n])).toEqual([
      ['k7mpx', 5],
      ['d2xyz', 10],
    ]);
    expect(missing).toEqual([]);
  });

  test('are the sum of numbers of the unit, which say nothing of a counter', () => {
    const entries = [entry(MONDAY, '2024-01-31', null, 40), entry('2024-02-01', SUNDAY, null, 20)];
    const counts = countTransactions(entries, span);
    expect(counts.unit?.n).toBe(60);
    expect([...counts.counters.values()]).toEqual([null, null]);
  });

  test('count Saturdays that are there and need none', () => {
    expect(
      countTransactions([...everyDay, entry('2024-02-03', '2024-02-03', 'k7mpx', 7)], span).unit?.n,
    ).toBe(22);
  });

  test('take a zero for a number', () => {
    const zeros = weekdays.map((day) => entry(day, day, null, 0));
    expect(countTransactions(zeros, span).unit).toEqual({ n: 0, source: 'typed' });
  });

  test('are not known without one day of one counter, and that day is named', () => {
    const counts = countTransactions(everyDay.slice(0, -1), span);
    expect(counts.unit).toBeNull();
    expect(counts.missing).toEqual([{ day: '2024-02-02', counters: ['d2xyz'] }]);
    expect(counts.counters.get('k7mpx')?.n).toBe(5);
    expect(counts.counters.get('d2xyz')).toBeNull();
  });

  test("are not known when a number reaches beyond: a week's total cannot be cut", () => {
    const week = [entry(MONDAY, SUNDAY, null, 60)];
    const january = countTransactions(week, { ...span, from: MONDAY, to: '2024-01-31' });
    expect(january.unit).toBeNull();
    expect(january.missing).toEqual([]);
    expect(january.straddling).toHaveLength(1);
    expect(countTransactions(week, span).unit?.n).toBe(60);
  });

  test('are not known where nothing was entered, whatever the days', () => {
    const weekend = { ...span, from: '2024-02-03', to: '2024-02-04' };
    expect(countTransactions([], weekend).unit).toBeNull();
    expect(countTransactions([], span).missing).toHaveLength(5);
  });

  test('need no number of days before the unit was opened', () => {
    const late = everyDay.filter(({ from }) => from >= '2024-02-01');
    expect(countTransactions(late, { ...span, openedOn: '2024-02-01' }).unit?.n).toBe(6);
  });

  test('come from files only when all of them do', () => {
    const imported = everyDay.map((each) => ({ ...each, source: 'imported' as const }));
    expect(countTransactions(imported, span).unit?.source).toBe('imported');
    expect(countTransactions([...imported.slice(1), everyDay[0]!], span).unit?.source).toBe('typed');
  });

  test('of two halves add up to those of the whole, whenever both are known', () => {
    const days = listDays('2024-01-01', '2024-01-28');
    const runs = fc.array(
      fc.record({
        length: fc.integer({ min: 1, max: 3 }),
        whose: fc.constantFrom('unit', 'unit', 'counters', 'counters', 'counters', 'nobody'),
        n: fc.nat(50),
      }),
      { minLength: 28, maxLength: 28 },
    );
    const entries = runs.map((list) => {
      const kept: CurrentEntry[] = [];
      let start = 0;
      for (const { length, whose, n } of list) {
        const from = days[start];
        const to = days[start + length - 1];
        if (from === undefined || to === undefined) break;
        if (whose === 'unit') kept.push(entry(from, to, null, n));
        if (whose === 'counters')
          kept.push(...COUNTERS.map((code, index) => entry(from, to, code, n + index)));
        start += length;
      }
      return kept;
    });
    let known = 0;
    fc.assert(
      fc.property(
        entries,
        fc.integer({ min: 0, max: 26 }),
        fc.integer({ min: 0, max: 6 }),
        (kept, cut, off) => {
          const ask = (from: Day, to: Day) =>
            countTransactions(kept, {
              from,
              to,
              openedOn: '2024-01-01',
              counters: COUNTERS,
              isWorkingDay: (day) => weekdayOf(day) === off + 1,
            }).unit;
          const left = ask(days[0]!, days[cut]!);
          const right = ask(days[cut + 1]!, days[27]!);
          if (left === null || right === null) return;
          known += 1;
          expect(ask(days[0]!, days[27]!)?.n).toBe(left.n + right.n);
        },
      ),
      { numRuns: 400 },
    );
    expect(known).toBeGreaterThan(0);
  });
});

describe('numbers that are to be kept', () => {
  const rules = {
    today: '2024-02-02',
    openedOn: '2024-01-10',
    counters: COUNTERS,
    own: null,
    isWorkingDay: isWeekday,
  };
  const proposed = (from: Day, to: Day, counter: string | null, n: number | null = 1): ProposedEntry => ({
    from,
    to,
    counter,
    n,
  });
  const codes = (
    entries: readonly ProposedEntry[],
    current: readonly CurrentEntry[] = [],
    change: Partial<typeof rules> | { own: readonly string[] } = {},
  ) => checkEntries(entries, current, { ...rules, ...change }).map(({ code }) => code);

  test.each([
    ['a day of today', [proposed('2024-02-02', '2024-02-02', null)], []],
    ['a day to come', [proposed('2024-02-05', '2024-02-05', null)], ['not-over']],
    ['a week whose last working day is today', [proposed(MONDAY, SUNDAY, null)], []],
    ['a day before the survey', [proposed('2024-01-09', '2024-01-09', null)], ['before-opening']],
    ['an end before its beginning', [proposed(SUNDAY, MONDAY, null)], ['span']],
    ['more than a year', [proposed('2024-01-10', '2025-02-10', null)], ['span']],
    ['no such day', [proposed('2024-01-32', '2024-01-32', null)], ['span']],
    ['a number below zero', [proposed(MONDAY, MONDAY, null, -1)], ['number']],
    ['half a transaction', [proposed(MONDAY, MONDAY, null, 0.5)], ['number']],
    ['too many', [proposed(MONDAY, MONDAY, null, 100_001)], ['number']],
    ['an unknown counter', [proposed(MONDAY, MONDAY, 'zzzzz')], ['counter-unknown']],
    [
      'the same twice',
      [proposed(MONDAY, MONDAY, null), proposed(MONDAY, MONDAY, null, 2)],
      ['twice-in-form'],
    ],
    ['a day and its week', [proposed(MONDAY, SUNDAY, null), proposed(MONDAY, MONDAY, 'k7mpx')], ['overlap']],
    ['two counters on a day', COUNTERS.map((code) => proposed(MONDAY, MONDAY, code)), []],
  ])('%s', (_, entries, expected) => {
    expect(codes(entries)).toEqual(expected);
  });

  test('correct what is there by the same days and counter, and overlap nothing else', () => {
    const current = [entry(MONDAY, SUNDAY, null, 60)];
    expect(codes([proposed(MONDAY, SUNDAY, null, 61)], current)).toEqual([]);
    const [fault] = checkEntries([proposed(MONDAY, MONDAY, 'k7mpx')], current, rules);
    expect(fault).toMatchObject({ code: 'overlap', other: { from: MONDAY, to: SUNDAY, counter: null } });
    // An entry that the same change withdraws causes no conflict.
    expect(codes([proposed(MONDAY, SUNDAY, null, null), proposed(MONDAY, MONDAY, 'k7mpx')], current)).toEqual(
      [],
    );
  });

  test('of somebody with some counters are of those alone', () => {
    const own = { own: ['k7mpx'] };
    expect(codes([proposed(MONDAY, MONDAY, 'k7mpx')], [], own)).toEqual([]);
    expect(codes([proposed(MONDAY, MONDAY, 'd2xyz')], [], own)).toEqual(['counter-not-yours']);
    expect(codes([proposed(MONDAY, MONDAY, null)], [], own)).toEqual(['whole-unit-not-yours']);
  });

  test('never count the same transactions twice, whatever was accepted one after the other', () => {
    const days = listDays('2024-01-10', '2024-01-30');
    const drafts = fc.array(
      fc.record({
        start: fc.nat(20),
        length: fc.integer({ min: 1, max: 9 }),
        counter: fc.constantFrom(null, ...COUNTERS),
        n: fc.option(fc.nat(9)),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(drafts, (list) => {
        let revisions: EntryRevision[] = [];
        for (const { start, length, counter, n } of list) {
          const next = { from: days[start]!, to: days[Math.min(20, start + length - 1)]!, counter, n };
          if (checkEntries([next], currentEntries(revisions), rules).length > 0) continue;
          const revision =
            1 +
            revisions.filter(
              (each) => each.from === next.from && each.to === next.to && each.counter === counter,
            ).length;
          revisions = [...revisions, { ...entry(next.from, next.to, counter, 0), n, revision }];
        }
        const kept = currentEntries(revisions);
        const pairs = kept.flatMap((one, index) => kept.slice(index + 1).map((two) => [one, two] as const));
        expect(pairs.filter(([one, two]) => countsTwice(one, two))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('weeks and months for one number', () => {
  test('are over when their last working day has come, and begin with the survey', () => {
    expect(isOver({ from: MONDAY, to: SUNDAY }, { today: '2024-02-01', isWorkingDay: isWeekday })).toBe(
      false,
    );
    expect(isOver({ from: MONDAY, to: SUNDAY }, { today: '2024-02-02', isWorkingDay: isWeekday })).toBe(true);
    const offered = listTotalPeriods('2024-02-02', '2024-01-10', isWeekday);
    expect(offered.map(({ period, from }) => `${period.id} ${from}`)).toEqual([
      '2024-W05 2024-01-29',
      '2024-W04 2024-01-22',
      '2024-W03 2024-01-15',
      '2024-W02 2024-01-10',
      '2024-01 2024-01-10',
      'BC-2024-01 2024-01-10',
    ]);
    expect(totalPeriodOf('2024-01-10', '2024-01-14', '2024-01-10')?.id).toBe('2024-W02');
    expect(totalPeriodOf('2024-01-11', '2024-01-14', '2024-01-10')).toBeNull();
  });
});

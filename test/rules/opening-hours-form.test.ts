import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../server/lib/day.ts';
import { parseTypedDay } from '../../server/lib/typed-day.ts';
import { DEFAULT_OPENING_HOURS, openingHoursSchema } from '../../server/unit/opening-hours.ts';
import {
  listRuns,
  parseOpeningHoursForm,
  parseTypedTime,
  type TypedOpeningHours,
} from '../../server/unit/opening-hours-form.ts';

const TODAY = '2024-01-29';
const CLOSED = { morning: { from: '', to: '' }, afternoon: { from: '', to: '' } };
const OFFICE = { morning: { from: '7h30', to: '11:30' }, afternoon: { from: '13.30', to: '1700' } };
const GOOD: TypedOpeningHours = {
  week: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, CLOSED, CLOSED],
  days_off: '',
};

const parse = (change: Partial<TypedOpeningHours>) => parseOpeningHoursForm({ ...GOOD, ...change });
const faultsOf = (change: Partial<TypedOpeningHours>) => {
  const parsed = parse(change);
  return 'faults' in parsed
    ? parsed.faults.map(({ params = {}, ...fault }) => ({ ...fault, ...params }))
    : [];
};
const daysOffOf = (days_off: string) => {
  const parsed = parse({ days_off });
  return 'value' in parsed ? parsed.value.days_off : parsed.faults;
};
const withMonday = (change: Partial<(typeof GOOD.week)[number]>) =>
  faultsOf({ week: [{ ...OFFICE, ...change }, ...GOOD.week.slice(1)] });

describe('a typed time', () => {
  it.each([
    ['07:30', '07:30'],
    ['7:30', '07:30'],
    [' 7h30 ', '07:30'],
    ['7g30', '07:30'],
    ['7H', '07:00'],
    ['0730', '07:30'],
    ['17.00', '17:00'],
    ['0:00', '00:00'],
    ['23:59', '23:59'],
  ])('%s is %s', (typed, time) => expect(parseTypedTime(typed)).toBe(time));

  it.each(['', '7', '24:00', '7:60', '7:3', '730', 'sáng', '7:30 AM', '-1:00', '07:30:00'])(
    '%s is none',
    (typed) => expect(parseTypedTime(typed)).toBeNull(),
  );
});

describe('a typed day', () => {
  it.each([
    ['2/9/2025', '2025-09-02'],
    ['02-09-2025', '2025-09-02'],
    [' 02.09.2025 ', '2025-09-02'],
    ['2025-09-02', '2025-09-02'],
    ['29/02/2024', '2024-02-29'],
  ])('%s is %s', (typed, day) => expect(parseTypedDay(typed)).toBe(day));

  it.each(['', '29/02/2023', '31/04/2024', '9/31/2024', '2/9/25', '2025-9-2', 'mai', '1'.repeat(100)])(
    '%s is none',
    (typed) => expect(parseTypedDay(typed)).toBeNull(),
  );
});

describe('the form of the opening hours', () => {
  it('is taken with times written in any way that people write them', () => {
    expect(parse({})).toEqual({ value: DEFAULT_OPENING_HOURS });
  });

  it('takes days off one a line, single or from a first to a last one, in any order, each once', () => {
    const typed = '02/09/2024\n\n 8/2/2024 - 10/2/2024 \r\n09/02/2024–11/02/2024\n2024-02-09';
    expect(daysOffOf(typed)).toEqual(['2024-02-08', '2024-02-09', '2024-02-10', '2024-02-11', '2024-09-02']);
  });

  it('names every fault with its day or its line', () => {
    const faults = faultsOf({
      week: [
        { ...OFFICE, morning: { from: '25:00', to: '11:30' } },
        { ...OFFICE, afternoon: { from: '13:30', to: '' } },
        { ...OFFICE, morning: { from: '11:30', to: '7:30' } },
        { morning: { from: '7:30', to: '14:00' }, afternoon: { from: '13:30', to: '17:00' } },
        ...GOOD.week.slice(4),
      ],
      days_off: '02/09/2024\nTết\n10/02/2024 - 08/02/2024\n01/01/2024 - 31/12/2024',
    });
    expect(faults).toEqual([
      { field: '1.morning', code: 'time-form' },
      { field: '2.afternoon', code: 'session-half' },
      { field: '3.morning', code: 'session-order' },
      { field: '4.afternoon', code: 'afternoon-early' },
      { field: 'days_off', code: 'day-form', line: 2 },
      { field: 'days_off', code: 'days-order', line: 3 },
      { field: 'days_off', code: 'days-many', line: 4 },
    ]);
  });

  it('lets the afternoon begin as the morning ends, and a day have one session', () => {
    expect(withMonday({ morning: { from: '7:00', to: '13:30' } })).toEqual([]);
    expect(withMonday({ afternoon: { from: '', to: '' } })).toEqual([]);
  });

  it('has a session in the week, for an empty form would close the office for ever', () => {
    const faults = faultsOf({ week: [] });
    expect(faults).toEqual([{ field: '1.morning', code: 'week-empty' }]);
  });

  it('keeps at most a hundred days off', () => {
    const days = (count: number) =>
      Array.from({ length: count }, (_, index) => addDays(TODAY, index * 2)).join('\n');
    expect(faultsOf({ days_off: days(100) })).toEqual([]);
    expect(faultsOf({ days_off: days(101) })).toEqual([{ field: 'days_off', code: 'days-many' }]);
  });

  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      '07:30',
      '11:30',
      '13:30',
      '17:00',
      '02/09/2024',
      '2024-02-05',
      '08/02/2024 - 14/02/2024',
    ),
  );
  const session = fc.record({ from: text, to: text });
  const typed = fc.record({
    week: fc.array(fc.record({ morning: session, afternoon: session }), { maxLength: 8 }),
    days_off: fc.array(text, { maxLength: 5 }).map((lines) => lines.join('\n')),
  });

  it('gives hours that can be kept, or faults, whatever was typed', () => {
    fc.assert(
      fc.property(typed, (form) => {
        const parsed = parseOpeningHoursForm(form);
        if ('value' in parsed) expect(() => openingHoursSchema.parse(parsed.value)).not.toThrow();
        else expect(parsed.faults.length).toBeGreaterThan(0);
      }),
    );
  });

  it('shows days off in runs that are read as the same days', () => {
    const offsets = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 40 });
    fc.assert(
      fc.property(offsets, (counts) => {
        const days = counts.map((count) => addDays(TODAY, count)).sort();
        const runs = listRuns(days);
        const lines = runs.map(({ from, to }) => (from === to ? from : `${from} - ${to}`));
        expect(daysOffOf(lines.join('\n'))).toEqual(days);
        for (const [index, run] of runs.slice(1).entries()) {
          expect(run.from > addDays(runs[index]!.to, 1)).toBe(true);
        }
      }),
    );
  });
});

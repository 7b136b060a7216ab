import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../server/lib/day.ts';
import { parseTypedDay } from '../../server/lib/typed-day.ts';
import { type DatedSetting, rowsOf, settingInForce } from '../../server/unit/dated-setting.ts';
import {
  checkChange,
  findPlanFault,
  findWithdrawFault,
  latestRow,
  PLAN_AHEAD_DAYS,
} from '../../server/unit/setting-change.ts';
import { SETTINGS } from '../../server/unit/settings.ts';

const TODAY = '2024-02-05';
const rows = (...days: string[]) => days.map((since) => ({ since }));

describe('a change from a day on', () => {
  it('begins today or later, behind all that is there', () => {
    expect(findPlanFault([], TODAY, TODAY)).toBeNull();
    expect(findPlanFault(rows('2024-01-01'), TODAY, TODAY)).toBeNull();
    expect(findPlanFault(rows('2024-03-01', '2024-01-01'), '2024-03-02', TODAY)).toBeNull();
  });

  it('never begins on a day that is over, nor so far ahead that the year was mistyped', () => {
    expect(findPlanFault([], '2024-02-04', TODAY)).toEqual({ code: 'day-past' });
    expect(findPlanFault([], addDays(TODAY, PLAN_AHEAD_DAYS), TODAY)).toBeNull();
    expect(findPlanFault([], addDays(TODAY, PLAN_AHEAD_DAYS + 1), TODAY)).toEqual({ code: 'day-far' });
  });

  it('does not take the day of another, nor come before one that is planned', () => {
    expect(findPlanFault(rows(TODAY), TODAY, TODAY)).toEqual({ code: 'day-taken' });
    for (const since of [TODAY, '2024-02-29', '2024-03-01']) {
      expect(findPlanFault(rows('2024-01-01', '2024-03-01'), since, TODAY)).toEqual({
        code: 'planned-later',
        params: { day: '2024-03-01' },
      });
    }
  });

  it('is withdrawn before its day, the last first, and never the only one', () => {
    const all = rows('2024-01-01', '2024-03-01', '2024-04-01');
    expect(findWithdrawFault(all, '2024-04-01', TODAY)).toBeNull();
    expect(findWithdrawFault(all, '2024-03-01', TODAY)).toBe('not-last');
    expect(findWithdrawFault(all, '2024-01-01', TODAY)).toBe('in-force');
    expect(findWithdrawFault(rows('2024-01-01', TODAY), TODAY, TODAY)).toBe('in-force');
    expect(findWithdrawFault(rows('2024-03-01'), '2024-03-01', TODAY)).toBe('nothing-before');
  });
});

describe('a day as people type it', () => {
  it('is day, month, year, or the calendar’s own form', () => {
    for (const text of ['05/02/2024', '5/2/2024', ' 5-2-2024 ', '05.02.2024', '2024-02-05']) {
      expect(parseTypedDay(text), text).toBe('2024-02-05');
    }
  });

  it('is in the calendar', () => {
    for (const text of ['', '31/02/2024', '13/13/2024', '5/2', '5/2/24', 'mai', '0/1/2024', '2024-2-5']) {
      expect(parseTypedDay(text), text).toBeNull();
    }
    expect(parseTypedDay(`${' '.repeat(100)}5/2/2024`)).toBeNull();
  });

  it('comes back from however it is written', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.constantFrom('/', '-', '.'), fc.boolean(), (date, mark, isPadded) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, day] = iso.split('-') as [string, string, string];
        const [d, m] = isPadded ? [day, month] : [String(Number(day)), String(Number(month))];
        expect(parseTypedDay(`${d}${mark}${m}${mark}${year}`)).toBe(iso);
      }),
    );
  });
});

/** The number parsed for a setting; null if it is not valid. */
function parseValue(name: 'target_percent' | 'minimum_n', value: string): number | null {
  const parsed = SETTINGS[name].parse({ value }, TODAY);
  return 'value' in parsed ? parsed.value : null;
}

describe('a value as people type it', () => {
  it('is a target with a comma or a point', () => {
    const parse = (text: string) => parseValue('target_percent', text);
    expect(['85', '85,5', '85.25', ' 85 % ', '85%', '0', '100', '100,00', '92,55'].map(parse)).toEqual([
      85, 85.5, 85.25, 85, 85, 0, 100, 100, 92.55,
    ]);
    for (const text of ['', '101', '100,01', '-1', '85,555', '8,5,5', '1e1', 'tám', '0x10', '85%%', '٨٥']) {
      expect(parse(text), text).toBeNull();
    }
  });

  it('is a whole minimum from 5 to 10 000, its thousands grouped or not', () => {
    const parse = (text: string) => parseValue('minimum_n', text);
    expect(['5', '30', '1000', '1.000', '10.000', '10000'].map(parse)).toEqual([
      5, 30, 1000, 1000, 10_000, 10_000,
    ]);
    for (const text of ['4', '10001', '10.001', '30,5', '30.5', '-30', '', 'ba mươi', '1.00', '999999999']) {
      expect(parse(text), text).toBeNull();
    }
  });

  it('is every target of two decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (hundredths) => {
        const text = (hundredths / 100).toFixed(2);
        expect(parseValue('target_percent', text)).toBe(hundredths / 100);
        expect(parseValue('target_percent', text.replace('.', ','))).toBe(hundredths / 100);
      }),
    );
  });
});

describe('a change of a setting', () => {
  const set: DatedSetting[] = [
    { name: 'target_percent', since: '2024-01-01', value: 90 },
    { name: 'minimum_n', since: '2024-01-01', value: 30 },
  ];
  const check = (value: string, since: string) =>
    checkChange(SETTINGS.target_percent, rowsOf(set, 'target_percent'), { value, since }, TODAY);

  it('says what it changes from', () => {
    expect(check('85', '05/02/2024')).toEqual({
      change: { since: TODAY, from: 90, to: 85 },
      isUnchanged: false,
    });
    const first = checkChange(SETTINGS.minimum_n, [], { value: '40', since: TODAY }, TODAY);
    expect(first).toMatchObject({ change: { since: TODAY, from: null, to: 40 } });
  });

  it('tells all its faults at once', () => {
    const codes = (value: string, since: string) => {
      const checked = check(value, since);
      return 'faults' in checked ? checked.faults.map(({ field, code }) => `${field} ${code}`) : [];
    };
    expect(codes('', '')).toEqual(['value value-missing', 'since day-missing']);
    expect(codes('cao', 'mai')).toEqual(['value value-form', 'since day-malformed']);
    expect(codes('90,0', '04/02/2024')).toEqual(['value value-same', 'since day-past']);
  });

  it('keeps what was said in public true, whatever is planned and withdrawn', () => {
    const step = fc.oneof(
      fc.record({ plan: fc.integer({ min: 0, max: 100 }), in: fc.integer({ min: -2, max: 20 }) }),
      fc.record({ withdraw: fc.integer({ min: 0, max: 30 }) }),
      fc.record({ wait: fc.integer({ min: 1, max: 9 }) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let today = TODAY;
        let all: DatedSetting[] = [{ name: 'target_percent', since: '2024-01-01', value: 90 }];
        const judged = new Map<string, number>();
        const judge = () => judged.set(today, settingInForce(all, 'target_percent', today)!.value as number);
        judge();
        for (const each of steps) {
          if ('wait' in each) {
            for (let day = 0; day < each.wait; day += 1) {
              today = addDays(today, 1);
              judge();
            }
          } else if ('plan' in each) {
            const since = addDays(today, each.in);
            const typed = { value: String(each.plan), since };
            const own = rowsOf(all, 'target_percent');
            const checked = checkChange(SETTINGS.target_percent, own, typed, today);
            if ('faults' in checked) continue;
            const { change } = checked;
            // The public event quotes the value that is in force until the day before.
            expect(settingInForce(all, 'target_percent', addDays(since, -1))?.value).toBe(change.from);
            expect(change.from).not.toBe(change.to);
            all = [...all, { name: 'target_percent', since, value: change.to }];
            judge();
          } else {
            const row = all[each.withdraw % all.length]!;
            if (findWithdrawFault(all, row.since, today) === null) {
              all = all.filter((other) => other !== row);
            }
          }
          // A change never affects the verdict on earlier days; one from today affects today.
          for (const [day, value] of judged) {
            expect(settingInForce(all, 'target_percent', day)?.value).toBe(value);
          }
          expect(new Set(all.map(({ since }) => since)).size).toBe(all.length);
          expect(latestRow(all)).toBe(all.at(-1));
        }
      }),
    );
  });
});

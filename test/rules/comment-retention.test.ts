import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../server/lib/day.ts';
import { periodOf } from '../../server/period/period.ts';
import { firstKeptWeek, RETENTION_MONTHS } from '../../server/unit/comment-retention.ts';
import { commentMonthsOn, type DatedSetting } from '../../server/unit/dated-setting.ts';
import { SETTINGS } from '../../server/unit/settings.ts';

describe('how long comments are kept', () => {
  it('is two years where nothing was chosen, and the newest choice from its day on', () => {
    const rows: DatedSetting[] = [
      { name: 'comment_months', since: '2024-03-01', value: 6 },
      { name: 'comment_months', since: '2024-01-10', value: 12 },
    ];
    expect(commentMonthsOn([], '2024-01-01')).toBe(24);
    expect(commentMonthsOn(rows, '2024-01-09')).toBe(24);
    expect(commentMonthsOn(rows, '2024-01-10')).toBe(12);
    expect(commentMonthsOn(rows, '2024-02-29')).toBe(12);
    expect(commentMonthsOn(rows, '2024-03-01')).toBe(6);
  });

  it('is one of a few choices', () => {
    const parse = (months: string) => SETTINGS.comment_months.parse({ months }, '2024-01-01');
    expect(parse('6')).toEqual({ value: 6 });
    for (const text of ['', '0', '5', '06', '6.0', ' 6', '-6', '1e1']) {
      expect(parse(text), text).toHaveProperty('faults');
    }
  });

  it.each([
    // Six months before 2024-08-31 is 29 February: a Thursday of the week from the 26th.
    ['2024-08-31', 6, '2024-W09', '2024-02-26'],
    ['2024-02-29', 12, '2023-W09', '2023-02-27'],
    ['2024-01-29', 24, '2022-W04', '2022-01-24'],
    ['2024-12-31', 60, '2020-W01', '2019-12-30'],
  ])('on %s with %i months the first week kept is %s', (today, months, id, from) => {
    expect(firstKeptWeek(today, months)).toMatchObject({ id, from });
  });

  it('no comment is deleted early, and none is kept more than a week longer', () => {
    const days = fc.integer({ min: 0, max: 4000 }).map((shift) => addDays('2020-01-01', shift));
    fc.assert(
      fc.property(days, fc.constantFrom(...RETENTION_MONTHS), (today, months) => {
        const { id, from } = firstKeptWeek(today, months);
        const lastDeleted = addDays(from, -1);
        // Months differ in length: 30.1 to 30.7 days on average over the spans tested.
        expect(daysBetween(lastDeleted, today)).toBeGreaterThanOrEqual(Math.floor(months * 30.1));
        expect(daysBetween(from, today)).toBeLessThanOrEqual(Math.ceil(months * 30.7) + 6);
        expect(periodOf('week', lastDeleted).id < id).toBe(true);
        expect(firstKeptWeek(addDays(today, 1), months).id >= id).toBe(true);
      }),
    );
  });
});

import type { AlertInput, DayCount } from '../../server/alert/alert-input.ts';
import { addDays, type Day, listDays, weekdayOf } from '../../server/lib/day.ts';
import type { Channel } from '../../server/storage/schema.ts';

/** A Monday; made-up histories begin with it. */
export const FIRST_MONDAY: Day = '2024-01-01';

export const isWeekday = (day: Day): boolean => weekdayOf(day) <= 5;

/** The first `count` working days from the first Monday on. */
export const workingDays = (count: number): Day[] =>
  listDays(FIRST_MONDAY, addDays(FIRST_MONDAY, 2 * count + 7))
    .filter(isWeekday)
    .slice(0, count);

/** Ballots of a counter on working days in a row, one number a day; none where it is 0. */
export const countsOf = (
  counter: string,
  numbers: readonly number[],
  channel: Channel = 'poster',
): DayCount[] =>
  workingDays(numbers.length).flatMap((day, index) => {
    const received = numbers[index] ?? 0;
    return received === 0 ? [] : [{ day, counter, channel, received, counted: received }];
  });

/** Everything empty but what is given, over the last given day unless days are asked for. */
export const alertInput = (given: Partial<AlertInput> & Pick<AlertInput, 'from' | 'to'>): AlertInput => ({
  openedOn: FIRST_MONDAY,
  isWorkingDay: isWeekday,
  openCounters: [],
  days: [],
  oddHours: [],
  transactions: [],
  batches: [],
  ...given,
});

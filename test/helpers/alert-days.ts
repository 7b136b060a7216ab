import type { AlertInput } from '../../server/alert/alert.ts';
import { addDays, type Day, listDays, weekdayOf } from '../../server/lib/day.ts';
import type { Channel } from '../../server/storage/schema.ts';
import type { DayCount } from '../../server/tally/tally.store.ts';

export const FIRST_MONDAY: Day = '2024-01-01';

export const isWeekday = (day: Day): boolean => weekdayOf(day) <= 5;

export const workingDays = (count: number): Day[] =>
  listDays(FIRST_MONDAY, addDays(FIRST_MONDAY, 2 * count + 7))
    .filter(isWeekday)
    .slice(0, count);

/** One entry per working day from `FIRST_MONDAY` on; a day without ballots has no entry. */
export const countsOf = (
  counter: string,
  numbers: readonly number[],
  channel: Channel = 'poster',
): DayCount[] =>
  workingDays(numbers.length).flatMap((day, index) => {
    const received = numbers[index] ?? 0;
    return received === 0 ? [] : [{ day, counter, channel, received, counted: received }];
  });

/** Lists that are not given are empty. `to` must be the last day of the given lists. */
export const alertInput = (given: Partial<AlertInput> & Pick<AlertInput, 'from' | 'to'>): AlertInput => ({
  openedOn: FIRST_MONDAY,
  isWorkingDay: isWeekday,
  openCounters: [],
  days: [],
  oddHours: [],
  networks: [],
  transactions: [],
  batches: [],
  ...given,
});

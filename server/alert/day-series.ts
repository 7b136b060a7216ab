import { type Day, earlierOf, listDays } from '../lib/day.ts';
import type { Channel } from '../storage/schema.ts';
import type { DayCount } from '../tally/tally.store.ts';
import type { AlertInput } from './alert.ts';

/**
 * Channels through which one person can send any number of ballots; the numbers of slips and paper forms are
 * limited.
 */
const OPEN_CHANNELS: readonly Channel[] = ['poster', 'link', 'tablet'];

interface SubjectDay {
  readonly received: number;
  readonly open: number;
  readonly counted: number;
}

export interface DaySeries {
  /** Counter code; null: the whole unit. */
  readonly counter: string | null;
  /** First day with a ballot; earlier days do not count as days with zero ballots. */
  readonly firstDay: Day;
  readonly on: (day: Day) => SubjectDay;
}

const NOTHING: SubjectDay = { received: 0, open: 0, counted: 0 };

/** One series per counter with ballots, then one for the whole unit; empty when there are no ballots. */
export function listSeries(days: readonly DayCount[]): DaySeries[] {
  const counters = [...new Set(days.map(({ counter }) => counter))].sort();
  const ofCounters = counters.map((counter) =>
    seriesOf(
      counter,
      days.filter((day) => day.counter === counter),
    ),
  );
  return days.length === 0 ? [] : [...ofCounters, seriesOf(null, days)];
}

function seriesOf(counter: string | null, days: readonly DayCount[]): DaySeries {
  const byDay = new Map<Day, SubjectDay>();
  for (const { day, channel, received, counted } of days) {
    const known = byDay.get(day) ?? NOTHING;
    byDay.set(day, {
      received: known.received + received,
      open: known.open + (OPEN_CHANNELS.includes(channel) ? received : 0),
      counted: known.counted + counted,
    });
  }
  const firstDay = [...byDay]
    .filter(([, { received }]) => received > 0)
    .map(([day]) => day)
    .reduce(earlierOf, '9999-12-31');
  return { counter, firstDay, on: (day) => byDay.get(day) ?? NOTHING };
}

export const workingDaysOf = ({ openedOn, days, to, isWorkingDay }: AlertInput): Day[] => {
  const first = days.map(({ day }) => day).reduce(earlierOf, to);
  return listDays(first < openedOn ? openedOn : first, to).filter(isWorkingDay);
};

import { type Day, earlierOf, listDays } from '../lib/day.ts';
import type { Channel } from '../storage/schema.ts';
import type { AlertInput, DayCount } from './alert-input.ts';

/** Channels by which anybody can answer any number of times; of slips and paper there are as many as there are. */
const OPEN_CHANNELS: readonly Channel[] = ['poster', 'link', 'tablet'];

/** A day's ballots of one subject. */
export interface SubjectDay {
  /** All received. */
  readonly received: number;
  /** Received through channels by which anybody can answer any number of times. */
  readonly open: number;
  /** Less those that were set aside. */
  readonly counted: number;
}

/** The daily ballots of a counter, or of the whole unit. */
export interface DaySeries {
  /** A counter's code; null: the whole unit. */
  readonly counter: string | null;
  /** The first day with a ballot, of those known; earlier days say nothing of what is usual. */
  readonly firstDay: Day;
  readonly on: (day: Day) => SubjectDay;
}

const NOTHING: SubjectDay = { received: 0, open: 0, counted: 0 };

/** The days of each counter that has ballots, then those of the unit; none where there are no ballots. */
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

/** The working days from the beginning of the history to the last day asked for, in order. */
export const workingDaysOf = ({ openedOn, days, to, isWorkingDay }: AlertInput): Day[] => {
  const first = days.map(({ day }) => day).reduce(earlierOf, to);
  return listDays(first < openedOn ? openedOn : first, to).filter(isWorkingDay);
};

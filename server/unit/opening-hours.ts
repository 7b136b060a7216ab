import { z } from 'zod';
import { type Day, isDay, weekdayOf } from '../lib/day.ts';

/** Strings of this form sort by time. */
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time, HH:MM');

const session = z
  .strictObject({ from: time, to: time })
  .refine(({ from, to }) => from < to, 'must end after it begins');

const weekday = z
  .strictObject({ morning: session.nullable(), afternoon: session.nullable() })
  .refine(
    ({ morning, afternoon }) => morning === null || afternoon === null || morning.to <= afternoon.from,
    'the afternoon must begin when the morning is over',
  );

export const MAX_DAYS_OFF = 100;

export const openingHoursSchema = z.strictObject({
  /** Seven days, Monday first; a null session is closed. A session includes its first minute, but not its last. */
  week: z.array(weekday).length(7),
  /** Holidays and other days on which nobody works, whatever the weekday. */
  days_off: z.array(z.string().refine(isDay, 'must be a day, YYYY-MM-DD')).max(MAX_DAYS_OFF),
});

export type OpeningHours = z.infer<typeof openingHoursSchema>;
export type OpeningSession = z.infer<typeof session>;
/** Sessions of one weekday; both null: closed. */
export type OpeningDay = z.infer<typeof weekday>;

const OFFICE_DAY: OpeningDay = {
  morning: { from: '07:30', to: '11:30' },
  afternoon: { from: '13:30', to: '17:00' },
};
const CLOSED_DAY: OpeningDay = { morning: null, afternoon: null };

/** Usual office hours, Monday to Friday, until the unit sets its own. */
export const DEFAULT_OPENING_HOURS: OpeningHours = {
  week: [OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, CLOSED_DAY, CLOSED_DAY],
  days_off: [],
};

export function sessionsOf(hours: OpeningHours, day: Day): readonly OpeningSession[] {
  if (hours.days_off.includes(day)) return [];
  const { morning, afternoon } = hours.week[weekdayOf(day) - 1] ?? CLOSED_DAY;
  return [morning, afternoon].filter((part) => part !== null);
}

export const isWorkingDay = (hours: OpeningHours, day: Day): boolean => sessionsOf(hours, day).length > 0;

/** Minutes after midnight of a time `HH:MM`. */
export const minutesOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

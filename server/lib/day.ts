/**
 * A calendar day in Vietnam, `YYYY-MM-DD`. Such strings sort by time.
 * Vietnam has had one offset and no summer time since 1975, so the offset is a constant here.
 */
export type Day = string;

const OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/** The same few days, some years, are formatted again and again. */
const MOST_REMEMBERED = 5_000;
const midnights = new Map<Day, number>();
const texts = new Map<number, Day>();

function remember<Key, Value>(known: Map<Key, Value>, key: Key, value: Value): Value {
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(key, value);
  return value;
}

const atUtcMidnight = (day: Day): number =>
  midnights.get(day) ?? remember(midnights, day, Date.parse(`${day}T00:00:00Z`));

function fromUtcMs(ms: number): Day {
  const days = Math.floor(ms / DAY_MS);
  return texts.get(days) ?? remember(texts, days, new Date(ms).toISOString().slice(0, 10));
}

/** The day in Asia/Ho_Chi_Minh on which an instant falls. */
export const dayOf = (instant: Date): Day => fromUtcMs(instant.getTime() + OFFSET_MS);

/** How many minutes after midnight in Vietnam an instant is, 0–1439. */
export const minuteOf = (instant: Date): number =>
  Math.floor(((instant.getTime() + OFFSET_MS) % DAY_MS) / 60_000);

/** The instant at which a day begins in Vietnam. */
export const startOfDay = (day: Day): Date => new Date(atUtcMidnight(day) - OFFSET_MS);

/** An instant as ISO 8601 with Vietnam's offset, to the second: `2024-02-10T00:00:00+07:00`. */
export const toVietnamTime = (instant: Date): string =>
  `${new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 19)}+07:00`;

/** The day `count` days later; earlier when negative. */
export const addDays = (day: Day, count: number): Day => fromUtcMs(atUtcMidnight(day) + count * DAY_MS);

/** Whole days from `from` to `to`; 0 for the same day, negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => (atUtcMidnight(to) - atUtcMidnight(from)) / DAY_MS;

/** Monday is 1, Sunday is 7 (ISO 8601). */
export const weekdayOf = (day: Day): number => new Date(atUtcMidnight(day)).getUTCDay() || 7;

/** Whether a text is a real day of the calendar between the years 1000 and 9999. */
export function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(ms) && fromUtcMs(ms) === text;
}

/** Every day from `from` to `to`, both included; empty when `to` is earlier. */
export function listDays(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/**
 * The day with this number in a month of the Gregorian calendar. A month below 1 or above 12 runs into
 * the years beside: `dayInMonth(2024, 0, 15)` is 2023-12-15, and day 0 is the last of the month before.
 */
export const dayInMonth = (year: number, month: number, day: number): Day =>
  fromUtcMs(Date.UTC(year, month - 1, day));

/** The year of a day, 1000–9999. */
export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** The month of a day, 1–12. */
export const monthOf = (day: Day): number => Number(day.slice(5, 7));

/** The Monday of the ISO week in which a day lies. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));

/** The one of two days that comes first. */
export function earlierOf(left: Day, right: Day): Day {
  return left <= right ? left : right;
}

/** The one of two days that comes last. */
export function laterOf(left: Day, right: Day): Day {
  return left <= right ? right : left;
}

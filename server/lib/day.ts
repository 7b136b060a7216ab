/**
 * A calendar day in Vietnam, `YYYY-MM-DD`; such strings sort by time. Vietnam has had one UTC offset without
 * daylight saving since 1975, so the offset is a constant.
 */
export type Day = string;

const OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/** Maximum number of entries in each cache: pages format the same days repeatedly, at most those of some years. */
const CACHE_LIMIT = 5_000;
const midnights = new Map<Day, number>();
const texts = new Map<number, Day>();

function cache<Key, Value>(cached: Map<Key, Value>, key: Key, value: Value): Value {
  if (cached.size >= CACHE_LIMIT) cached.clear();
  cached.set(key, value);
  return value;
}

const atUtcMidnight = (day: Day): number =>
  midnights.get(day) ?? cache(midnights, day, Date.parse(`${day}T00:00:00Z`));

function fromUtcMs(ms: number): Day {
  const days = Math.floor(ms / DAY_MS);
  return texts.get(days) ?? cache(texts, days, new Date(ms).toISOString().slice(0, 10));
}

export const dayOf = (instant: Date): Day => fromUtcMs(instant.getTime() + OFFSET_MS);

/** Minutes after midnight in Vietnam, 0–1439. */
export const minuteOf = (instant: Date): number =>
  Math.floor(((instant.getTime() + OFFSET_MS) % DAY_MS) / 60_000);

export const startOfDay = (day: Day): Date => new Date(atUtcMidnight(day) - OFFSET_MS);

/** ISO 8601 with Vietnam's offset, to the second: `2024-02-10T00:00:00+07:00`. */
export const toVietnamTime = (instant: Date): string =>
  `${new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 19)}+07:00`;

export const addDays = (day: Day, count: number): Day => fromUtcMs(atUtcMidnight(day) + count * DAY_MS);

export const daysBetween = (from: Day, to: Day): number => (atUtcMidnight(to) - atUtcMidnight(from)) / DAY_MS;

/** Monday is 1, Sunday is 7 (ISO 8601). */
export const weekdayOf = (day: Day): number => new Date(atUtcMidnight(day)).getUTCDay() || 7;

/** True only for existing days of the years 1000 to 9999. */
export function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(ms) && fromUtcMs(ms) === text;
}

/** Both ends included; empty when `to` is earlier than `from`. */
export function listDays(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/**
 * Months and days overflow as in `Date.UTC`: `dayInMonth(2024, 0, 15)` is 2023-12-15, and day 0 is the last day of
 * the month before.
 */
export const dayInMonth = (year: number, month: number, day: number): Day =>
  fromUtcMs(Date.UTC(year, month - 1, day));

export const yearOf = (day: Day): number => Number(day.slice(0, 4));

export const monthOf = (day: Day): number => Number(day.slice(5, 7));

export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));

export function earlierOf(left: Day, right: Day): Day {
  return left <= right ? left : right;
}

export function laterOf(left: Day, right: Day): Day {
  return left <= right ? right : left;
}

import { addDays, type Day, isDay } from '../lib/day.ts';

/** Daily copies are kept for this many days, today included. */
export const KEPT_DAYS = 14;
/** And however old they are, this many: a clock that jumps ahead must not empty the folder. */
export const KEPT_AT_LEAST = 3;

/** The file name of a day's copy. */
export const dailyCopyName = (day: Day): string => `daily-${day}.sqlite`;

/** The day in the file name of a daily copy; null for any other file. */
export function dayOfDailyCopy(name: string): Day | null {
  const day = /^daily-(\d{4}-\d\d-\d\d)\.sqlite$/.exec(name)?.[1];
  return day !== undefined && isDay(day) ? day : null;
}

/** The daily copies among file names that are past their time. Those of days to come are left alone. */
export function listExpiredCopies(names: readonly string[], today: Day): string[] {
  const newestFirst = names
    .filter((name) => dayOfDailyCopy(name) !== null)
    .sort()
    .reverse();
  const firstKept = dailyCopyName(addDays(today, 1 - KEPT_DAYS));
  return newestFirst.slice(KEPT_AT_LEAST).filter((name) => name < firstKept);
}

/** The file name of the copy that is made before an upgrade, named by its first migration. */
export const upgradeCopyName = (migration: string, day: Day | null): string =>
  day === null ? `before-${migration}.sqlite` : `before-${migration}-${day}.sqlite`;

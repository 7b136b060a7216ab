import { addDays, type Day, isDay } from '../lib/day.ts';

/** Days for which daily backups are kept, today included. */
export const KEPT_DAYS = 14;
/** The newest backups are kept at any age: a clock that jumps ahead must not delete all backups. */
export const KEPT_AT_LEAST = 3;

export const dailyCopyName = (day: Day): string => `daily-${day}.sqlite`;

export function dayOfDailyCopy(name: string): Day | null {
  const day = /^daily-(\d{4}-\d\d-\d\d)\.sqlite$/.exec(name)?.[1];
  return day !== undefined && isDay(day) ? day : null;
}

/** Backups with a date in the future do not expire. */
export function listExpiredCopies(names: readonly string[], today: Day): string[] {
  const newestFirst = names
    .filter((name) => dayOfDailyCopy(name) !== null)
    .sort()
    .reverse();
  const firstKept = dailyCopyName(addDays(today, 1 - KEPT_DAYS));
  return newestFirst.slice(KEPT_AT_LEAST).filter((name) => name < firstKept);
}

/** `migration`: name of the first migration of the upgrade; `day` null: unknown. */
export const upgradeCopyName = (migration: string, day: Day | null): string =>
  day === null ? `before-${migration}.sqlite` : `before-${migration}-${day}.sqlite`;

import type { Day } from '../lib/day.ts';
import { minutesOf, type OpeningHours, sessionsOf } from '../unit/opening-hours.ts';

/**
 * Tolerance in minutes before the first and after the last session: people come early, leave late, and answer on the
 * way home. The noon break is never odd.
 */
const MARGIN_MINUTES = 60;

/** `minutes` after midnight in Vietnam, 0–1439. Days without opening hours are odd. */
export function isOddHour(hours: OpeningHours, day: Day, minutes: number): boolean {
  const sessions = sessionsOf(hours, day);
  const [first] = sessions;
  const last = sessions.at(-1);
  if (first === undefined || last === undefined) return true;
  return minutes < minutesOf(first.from) - MARGIN_MINUTES || minutes >= minutesOf(last.to) + MARGIN_MINUTES;
}

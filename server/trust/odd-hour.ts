import type { Day } from '../lib/day.ts';
import { minutesOf, type OpeningHours, sessionsOf } from '../unit/opening-hours.ts';

/**
 * How long before the first and after the last session nothing is odd, in minutes: people come early, leave
 * late, and answer on the way home. The break at noon is part of the day.
 */
const MARGIN_MINUTES = 60;

/**
 * Whether a ballot of this time comes when hardly anybody has just been served: on a day without opening hours,
 * or more than an hour before they begin or after they end. `minutes` after midnight in Vietnam, 0–1439.
 */
export function isOddHour(hours: OpeningHours, day: Day, minutes: number): boolean {
  const sessions = sessionsOf(hours, day);
  const [first] = sessions;
  const last = sessions.at(-1);
  if (first === undefined || last === undefined) return true;
  return minutes < minutesOf(first.from) - MARGIN_MINUTES || minutes >= minutesOf(last.to) + MARGIN_MINUTES;
}

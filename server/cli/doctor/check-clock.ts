import { type Day, dayOf, toVietnamTime, yearOf } from '../../lib/day.ts';
import { type Finding, finding } from './finding.ts';

/** Year of the first version. */
const FIRST_YEAR = 2024;
const LAST_YEAR = 2099;

/**
 * The clock is plausible if the year is not before `FIRST_YEAR` and today is not before a day that has
 * ballots or is settled.
 */
export function checkClock(now: Date, lastKnownDay: Day | null): Finding {
  const today = dayOf(now);
  const shown = toVietnamTime(now).slice(0, 16).replace('T', ' ');
  if (yearOf(today) < FIRST_YEAR || yearOf(today) > LAST_YEAR) {
    return finding('problem', 'clock-year', { now: shown });
  }
  if (lastKnownDay !== null && today < lastKnownDay) {
    return finding('problem', 'clock-behind', { now: shown, day: lastKnownDay });
  }
  return finding('ok', 'clock-ok', { now: shown });
}

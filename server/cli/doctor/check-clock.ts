import { isPlausibleDay } from '../../lib/believed-clock.ts';
import { type Day, dayOf, toVietnamTime, yearOf } from '../../lib/day.ts';
import { type Finding, finding } from './finding.ts';

/** Year of the first version. */
const FIRST_YEAR = 2024;
const LAST_YEAR = 2099;

/** `from`: the earliest day that today can be (`ClockEvidence`); null: unknown. */
export function checkClock(now: Date, from: Day | null): Finding {
  const today = dayOf(now);
  const shown = toVietnamTime(now).slice(0, 16).replace('T', ' ');
  if (yearOf(today) < FIRST_YEAR || yearOf(today) > LAST_YEAR) {
    return finding('problem', 'clock-year', { now: shown });
  }
  if (from !== null && (today < from || !isPlausibleDay(today, from))) {
    return finding('problem', today < from ? 'clock-behind' : 'clock-ahead', {
      now: shown,
      today,
      day: from,
    });
  }
  return finding('ok', 'clock-ok', { now: shown });
}

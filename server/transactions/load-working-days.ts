import type { Day } from '../lib/day.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { listDatedSettings } from '../unit/dated-setting.store.ts';
import { type DatedSetting, openingHoursOn } from '../unit/dated-setting.ts';
import { isWorkingDay } from '../unit/opening-hours.ts';

/** Returns a predicate: whether the opening hours in force on the day have a session on it. */
export async function loadWorkingDays(db: Db | Trx, unitCode: string): Promise<(day: Day) => boolean> {
  return workingDaysOf(await listDatedSettings(db, unitCode));
}

/** For settings that are already loaded. Results are cached by day. */
export function workingDaysOf(settings: readonly DatedSetting[]): (day: Day) => boolean {
  const known = new Map<Day, boolean>();
  return (day) => {
    const isWorking = known.get(day) ?? isWorkingDay(openingHoursOn(settings, day), day);
    known.set(day, isWorking);
    return isWorking;
  };
}

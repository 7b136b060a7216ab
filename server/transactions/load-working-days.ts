import type { Day } from '../lib/day.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { listDatedSettings } from '../unit/dated-setting.store.ts';
import { type DatedSetting, openingHoursOn } from '../unit/dated-setting.ts';
import { isWorkingDay } from '../unit/opening-hours.ts';

/** Whether the unit serves citizens on a day, by the opening hours that are in force on that day. */
export async function loadWorkingDays(db: Db | Trx, unitCode: string): Promise<(day: Day) => boolean> {
  return workingDaysOf(await listDatedSettings(db, unitCode));
}

/** The same of settings that have been read; what was said of a day is remembered. */
export function workingDaysOf(settings: readonly DatedSetting[]): (day: Day) => boolean {
  const known = new Map<Day, boolean>();
  return (day) => {
    const isWorking = known.get(day) ?? isWorkingDay(openingHoursOn(settings, day), day);
    known.set(day, isWorking);
    return isWorking;
  };
}

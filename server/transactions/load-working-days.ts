import type { Day } from '../lib/day.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { listDatedSettings } from '../unit/dated-setting.store.ts';
import { type DatedSetting, openingHoursOn } from '../unit/dated-setting.ts';
import { isWorkingDay } from '../unit/opening-hours.ts';

/** A working day has opening hours by the settings valid on it. */
export async function loadWorkingDays(db: Db | Trx, unitCode: string): Promise<(day: Day) => boolean> {
  return workingDaysOf(await listDatedSettings(db, unitCode));
}

/** The same rule as `loadWorkingDays` for settings that are already loaded; results are cached by day. */
export function workingDaysOf(settings: readonly DatedSetting[]): (day: Day) => boolean {
  const known = new Map<Day, boolean>();
  return (day) => {
    const isWorking = known.get(day) ?? isWorkingDay(openingHoursOn(settings, day), day);
    known.set(day, isWorking);
    return isWorking;
  };
}

import type { Day } from '../lib/day.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { listDatedSettings } from '../unit/dated-setting.store.ts';
import { openingHoursOn } from '../unit/dated-setting.ts';
import { isWorkingDay } from '../unit/opening-hours.ts';

/** Whether the unit serves citizens on a day, by the opening hours that are in force on that day. */
export async function loadWorkingDays(db: Db | Trx, unitCode: string): Promise<(day: Day) => boolean> {
  const settings = await listDatedSettings(db, unitCode);
  return (day) => isWorkingDay(openingHoursOn(settings, day), day);
}

import type { Day } from '../lib/day.ts';
import type { Db } from '../storage/schema.ts';
import { listDatedSettings } from './dated-setting.store.ts';
import { openingHoursOn, settingInForce } from './dated-setting.ts';
import { getMainUnit } from './main-unit.ts';
import type { OpeningHours } from './opening-hours.ts';

/** The opening hours at a day, and what is to come. */
export interface OpeningHoursPlan {
  readonly current: OpeningHours;
  /** The day since which they are in force; null: never set, the usual ones hold. */
  readonly since: Day | null;
  /** Hours that are set and not yet in force, the nearest first. */
  readonly coming: readonly { readonly since: Day; readonly hours: OpeningHours }[];
}

/** Reads the opening hours of the unit as they stand on a day. */
export async function loadOpeningHours(db: Db, today: Day): Promise<OpeningHoursPlan> {
  const unit = await getMainUnit(db);
  const rows = await listDatedSettings(db, unit.code);
  return {
    current: openingHoursOn(rows, today),
    since: settingInForce(rows, 'opening_hours', today)?.since ?? null,
    coming: rows
      .filter((row) => row.name === 'opening_hours')
      .filter(({ since }) => since > today)
      .map(({ since, value }) => ({ since, hours: value })),
  };
}

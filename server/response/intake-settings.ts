import { LRUCache } from 'lru-cache';
import type { Day } from '../lib/day.ts';
import { readCached } from '../storage/read-cache.ts';
import type { Db } from '../storage/schema.ts';
import { type RuleOnDay, rulesOnDay } from '../trust/rule-settings.ts';
import { listDatedSettings } from '../unit/dated-setting.store.ts';
import { type DatedSetting, openingHoursOn } from '../unit/dated-setting.ts';
import type { OpeningHours } from '../unit/opening-hours.ts';

/** Settings of a unit on one day for the rules that judge ballots. */
interface IntakeSettings {
  readonly rules: readonly RuleOnDay[];
  readonly openingHours: OpeningHours;
}

/** Maximum number of cached days per unit: forms may be a week old, and around midnight two days are in use. */
const MAX_DAYS = 20;

/** Returns a function from day to settings, whose results are cached until the settings in the database change. */
export const loadIntakeSettings = (db: Db, unitCode: string): Promise<(day: Day) => IntakeSettings> =>
  readCached(db, `intake-settings\n${unitCode}`, ['dated_settings'], async () =>
    settingsByDay(await listDatedSettings(db, unitCode)),
  );

function settingsByDay(rows: readonly DatedSetting[]): (day: Day) => IntakeSettings {
  const days = new LRUCache<Day, IntakeSettings>({
    max: MAX_DAYS,
    memoMethod: (day) => ({ rules: rulesOnDay(rows, day), openingHours: openingHoursOn(rows, day) }),
  });
  return (day) => days.memo(day);
}

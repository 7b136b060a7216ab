import type { Day } from '../lib/day.ts';
import { readRecent } from '../storage/recent-reads.ts';
import type { Db } from '../storage/schema.ts';
import { type RuleOnDay, rulesOnDay } from '../trust/rule-settings.ts';
import { listDatedSettings } from '../unit/dated-setting.store.ts';
import { type DatedSetting, openingHoursOn } from '../unit/dated-setting.ts';
import type { OpeningHours } from '../unit/opening-hours.ts';

/** What a unit's settings say to a ballot on one day. */
export interface IntakeSettings {
  readonly rules: readonly RuleOnDay[];
  readonly openingHours: OpeningHours;
}

/** A form may be a week old, and the next day's first ballots come while the last day's are still written. */
const MOST_DAYS = 20;

/** A unit's settings by day, memoised per day while they are cached. */
export const loadIntakeSettings = (db: Db, unitCode: string): Promise<(day: Day) => IntakeSettings> =>
  readRecent(db, `intake-settings\n${unitCode}`, ['dated_settings'], async () =>
    settingsByDay(await listDatedSettings(db, unitCode)),
  );

function settingsByDay(rows: readonly DatedSetting[]): (day: Day) => IntakeSettings {
  const days = new Map<Day, IntakeSettings>();
  return (day) => {
    const known = days.get(day);
    if (known) return known;
    const settings = {
      rules: rulesOnDay(rows, day),
      openingHours: openingHoursOn(rows, day),
    };
    if (days.size >= MOST_DAYS) days.clear();
    days.set(day, settings);
    return settings;
  };
}

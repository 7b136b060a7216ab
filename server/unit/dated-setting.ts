import { z } from 'zod';
import type { Day } from '../lib/day.ts';

/** Settings that shape the figure: each is in force from a day on, till the next one. */
export const DATED_SETTINGS = {
  /** The share of satisfied ballots that the plan promises, percent, at most 2 decimals. */
  target_percent: z.number().min(0).max(100).multipleOf(0.01),
  /** Ballots below which nothing is said of "met" or "not met". */
  minimum_n: z.int().min(5).max(10_000),
} as const;

export type DatedSettingName = keyof typeof DATED_SETTINGS;
export type DatedSettingValue<Name extends DatedSettingName> = z.infer<(typeof DATED_SETTINGS)[Name]>;

export interface DatedSetting<Name extends DatedSettingName = DatedSettingName> {
  readonly name: Name;
  readonly since: Day;
  readonly value: DatedSettingValue<Name>;
}

/** The row in force on a day; null before the first. `rows` in any order. */
export function settingInForce<Name extends DatedSettingName>(
  rows: readonly DatedSetting[],
  name: Name,
  day: Day,
): DatedSetting<Name> | null {
  let found: DatedSetting | null = null;
  for (const row of rows) {
    if (row.name === name && row.since <= day && (found === null || row.since > found.since)) found = row;
  }
  return found as DatedSetting<Name> | null;
}

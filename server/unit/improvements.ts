import type { Day } from '../lib/day.ts';
import { type NamedPeriod, nextPeriod } from '../period/period.ts';
import { type DatedSetting, settingInForce } from './dated-setting.ts';

/**
 * What the office said that it changed after a period's comments: the last text from the period's first day to the last
 * day of the one after it, so that the page of an old period keeps its own; null: nothing.
 */
export function improvementsAfter(
  settings: readonly DatedSetting[],
  period: NamedPeriod,
  today: Day,
): string | null {
  const end = nextPeriod(period).to;
  const row = settingInForce(settings, 'improvements', end < today ? end : today);
  return row !== null && row.since >= period.from ? row.value : null;
}

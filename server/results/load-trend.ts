import { dayOf } from '../lib/day.ts';
import { type Period, periodOf, previousPeriod } from '../period/period.ts';
import { loadReport } from '../reporting/load-report.ts';
import type { Db } from '../storage/schema.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import type { Unit } from '../unit/unit.ts';

/** One week of a trend. */
export interface TrendWeek {
  readonly period: { readonly id: string; readonly from: string; readonly to: string };
  readonly denominator: number | null;
  readonly percent: number | null;
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly is_provisional: boolean;
}

/** The last `count` finished ISO weeks in order of time, not reaching back behind the unit's first. */
export async function loadTrend(
  db: Db,
  surveys: SurveyCatalogue,
  unit: Unit,
  now: Date,
  count: number,
): Promise<TrendWeek[]> {
  const weeks: Period[] = [];
  let week = previousPeriod(periodOf('week', dayOf(now)));
  while (weeks.length < count && week.to >= unit.opened_on) {
    weeks.unshift(week);
    week = previousPeriod(week);
  }
  const trend: TrendWeek[] = [];
  for (const { id, from, to } of weeks) {
    const report = await loadReport(db, surveys, unit, { id, kind: 'week', from, to }, now);
    const { denominator, percent, interval } = report.indicator;
    const is_provisional = report.period.closed_at === null;
    trend.push({ period: { id, from, to }, denominator, percent, interval, is_provisional });
  }
  return trend;
}

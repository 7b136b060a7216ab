import type { YearCell, YearView } from '../../web/types/leader-view.ts';
import type { TrendPoint } from '../../web/types/report-view.ts';
import { type Day, dayOf, daysBetween } from '../lib/day.ts';
import {
  isClosed,
  type NamedPeriod,
  nextPeriod,
  type Period,
  periodOf,
  previousPeriod,
} from '../period/period.ts';
import { listClosedReports } from '../reporting/closed-report.store.ts';
import type { Report } from '../reporting/report.v1.ts';
import { readSettledCached } from '../storage/read-cache.ts';
import type { Db } from '../storage/schema.ts';
import type { Unit } from '../unit/unit.ts';

const TREND_WEEKS = 12;

/**
 * Finished ISO weeks for the chart of a period, oldest first, up to its end: as many as the period has, at least
 * twelve, but none before the unit's first week. `load` returns the report of a week.
 */
export function loadTrend(
  db: Db,
  unit: Unit,
  now: Date,
  { from, to }: Period,
  load: (week: Period) => Promise<Report>,
): Promise<TrendPoint[]> {
  const count = Math.max(TREND_WEEKS, Math.floor((daysBetween(from, to) + 1) / 7));
  const weeks: NamedPeriod[] = [];
  let week = previousPeriod(periodOf('week', dayOf(now)));
  while (week.to > to) week = previousPeriod(week);
  while (weeks.length < count && week.to >= unit.opened_on) {
    weeks.unshift(week);
    week = previousPeriod(week);
  }
  return loadFigures(db, unit, now, 'trend', weeks, toTrendPoint, load);
}

/**
 * Reporting months and quarters of `day`'s year that have begun. `load` is called for periods without a stored
 * report.
 */
export async function loadYear(
  db: Db,
  unit: Unit,
  now: Date,
  day: Day,
  load: (period: Period) => Promise<Report>,
): Promise<YearView> {
  const year = periodOf('report-year', day);
  const inYear = (kind: 'report-month' | 'report-quarter'): NamedPeriod[] => {
    const periods: NamedPeriod[] = [];
    let period = periodOf(kind, year.from);
    while (period.to <= year.to && period.from <= dayOf(now)) {
      if (period.to >= unit.opened_on) periods.push(period);
      period = nextPeriod(period);
    }
    return periods;
  };
  const months = inYear('report-month');
  const periods = [...months, ...inYear('report-quarter')];
  const cells = await loadFigures(db, unit, now, 'year', periods, toCell, load);
  return {
    year: year.id.slice(3),
    months: cells.slice(0, months.length),
    quarters: cells.slice(months.length),
  };
}

/**
 * Reads the figures of all stored reports in one statement. Caches only the figures of stored reports, because
 * whole reports are large. A stored revision never changes; a correction is a new row, which invalidates the cache.
 */
async function loadFigures<Figure>(
  db: Db,
  unit: Unit,
  now: Date,
  name: string,
  periods: readonly NamedPeriod[],
  toFigure: (period: NamedPeriod, report: Report) => Figure,
  load: (period: Period) => Promise<Report>,
): Promise<Figure[]> {
  const closed = periods.filter((period) => isClosed(period, now));
  const ids = closed.map(({ id }) => id);
  const key = [name, unit.code, ...ids].join('\n');
  const stored = await readSettledCached(db, key, ['closed_reports'], async () => {
    const reports = await listClosedReports(db, unit.code, ids);
    const bodies = new Map(reports.map(({ period, body }) => [period, body]));
    return new Map(
      closed.flatMap((period) => {
        const body = bodies.get(period.id);
        return body === undefined ? [] : [[period.id, toFigure(period, JSON.parse(body) as Report)]];
      }),
    );
  });
  const figures: Figure[] = [];
  for (const period of periods) figures.push(stored.get(period.id) ?? toFigure(period, await load(period)));
  return figures;
}

function toTrendPoint({ id, from, to }: Period, { indicator, period }: Report): TrendPoint {
  const { denominator, percent, interval } = indicator;
  return {
    period: { id, from, to },
    denominator,
    percent,
    interval,
    is_provisional: period.closed_at === null,
  };
}

function toCell({ id, kind, from, to }: NamedPeriod, { indicator, period }: Report): YearCell {
  const { percent, interval, target } = indicator;
  return {
    period: { id, kind, from, to },
    percent,
    mark: percent === null || interval === null || target === null ? null : markOf(interval, target.percent),
    isOpen: period.closed_at === null,
  };
}

/** Uses the plain interval, because `certain` in older stored reports depends on the number of transactions. */
const markOf = (
  { low, high }: { readonly low: number; readonly high: number },
  target: number,
): YearCell['mark'] => (low >= target ? 'met' : high < target ? 'not-met' : 'unsure');

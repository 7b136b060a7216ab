import type { TrendPoint } from '../../web/types/report-view.ts';
import { type Day, dayOf, daysBetween } from '../lib/day.ts';
import { isClosed, type Period, periodOf, previousPeriod } from '../period/period.ts';
import { listClosedReports } from '../reporting/closed-report.store.ts';
import type { Report } from '../reporting/report.v1.ts';
import { readSettledCached } from '../storage/read-cache.ts';
import type { Db } from '../storage/schema.ts';
import type { Unit } from '../unit/unit.ts';

const TREND_WEEKS = 12;

/** The weeks to draw for a period: its own, or twelve up to its end where it has fewer. */
export const trendOf = ({ from, to }: Period): { readonly count: number; readonly until: Day } => ({
  count: Math.max(TREND_WEEKS, Math.floor((daysBetween(from, to) + 1) / 7)),
  until: to,
});

/**
 * The last `count` finished ISO weeks that end by `until`, oldest first, from the unit's first week on. Only trend points of
 * stored reports are cached; whole reports are large. A stored revision never changes; a correction is a new
 * row and invalidates the cache. `load` returns the report of a week.
 */
export async function loadTrend(
  db: Db,
  unit: Unit,
  now: Date,
  { count, until }: { readonly count: number; readonly until: Day },
  load: (week: Period) => Promise<Report>,
): Promise<TrendPoint[]> {
  const weeks: Period[] = [];
  let week = previousPeriod(periodOf('week', dayOf(now)));
  // A page shows nothing that is later than its own period.
  while (week.to > until) week = previousPeriod(week);
  while (weeks.length < count && week.to >= unit.opened_on) {
    weeks.unshift(week);
    week = previousPeriod(week);
  }
  const stored = await loadStoredWeeks(
    db,
    unit,
    weeks.filter((week) => isClosed(week, now)),
  );
  const trend: TrendPoint[] = [];
  for (const week of weeks) trend.push(stored.get(week.id) ?? toTrendPoint(week, await load(week)));
  return trend;
}

/** Trend points of closed weeks that have a stored report, by period id. */
async function loadStoredWeeks(
  db: Db,
  unit: Unit,
  weeks: readonly Period[],
): Promise<ReadonlyMap<string, TrendPoint>> {
  const [first] = weeks;
  const last = weeks.at(-1);
  if (first === undefined || last === undefined) return new Map();
  return readSettledCached(
    db,
    ['trend', unit.code, first.id, last.id].join('\n'),
    ['closed_reports'],
    async () => {
      const reports = await listClosedReports(
        db,
        unit.code,
        weeks.map(({ id }) => id),
      );
      const known = new Map(weeks.map((week) => [week.id, week]));
      return new Map(
        reports.map(({ period, body }) => [
          period,
          toTrendPoint(known.get(period) as Period, JSON.parse(body) as Report),
        ]),
      );
    },
  );
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

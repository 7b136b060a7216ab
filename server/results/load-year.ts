import type { YearCell, YearView } from '../../web/types/leader-view.ts';
import { isClosed, type NamedPeriod, nextPeriod, type Period, periodOf } from '../period/period.ts';
import { listClosedReports } from '../reporting/closed-report.store.ts';
import type { Report } from '../reporting/report.v1.ts';
import { readSettledCached } from '../storage/read-cache.ts';
import type { Db } from '../storage/schema.ts';
import type { Unit } from '../unit/unit.ts';

/** The reporting months and quarters of the year around `day` that have begun. `load` returns an open one's report. */
export async function loadYear(
  db: Db,
  unit: Unit,
  now: Date,
  { day, today }: { readonly day: string; readonly today: string },
  load: (period: Period) => Promise<Report>,
): Promise<YearView> {
  const year = periodOf('report-year', day);
  const inYear = (kind: 'report-month' | 'report-quarter'): NamedPeriod[] => {
    const periods: NamedPeriod[] = [];
    let period = periodOf(kind, year.from);
    while (period.to <= year.to && period.from <= today) {
      if (period.to >= unit.opened_on) periods.push(period);
      period = nextPeriod(period);
    }
    return periods;
  };
  const months = inYear('report-month');
  const quarters = inYear('report-quarter');
  const stored = await loadStored(
    db,
    unit,
    [...months, ...quarters].filter((period) => isClosed(period, now)),
  );
  const toCells = async (periods: readonly NamedPeriod[]): Promise<YearCell[]> => {
    const cells: YearCell[] = [];
    for (const period of periods) cells.push(stored.get(period.id) ?? toCell(period, await load(period)));
    return cells;
  };
  return { year: year.id.slice(3), months: await toCells(months), quarters: await toCells(quarters) };
}

async function loadStored(
  db: Db,
  unit: Unit,
  periods: readonly NamedPeriod[],
): Promise<ReadonlyMap<string, YearCell>> {
  if (periods.length === 0) return new Map();
  const ids = periods.map(({ id }) => id);
  return readSettledCached(db, ['year', unit.code, ...ids].join('\n'), ['closed_reports'], async () => {
    const known = new Map(periods.map((period) => [period.id, period]));
    const reports = await listClosedReports(db, unit.code, ids);
    return new Map(
      reports.map(({ period, body }) => [
        period,
        toCell(known.get(period) as NamedPeriod, JSON.parse(body) as Report),
      ]),
    );
  });
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

/** By the plain interval, also in reports that were stored when certainty counted transactions. */
const markOf = (
  { low, high }: { readonly low: number; readonly high: number },
  target: number,
): YearCell['mark'] => (low >= target ? 'met' : high < target ? 'not-met' : 'unsure');

import { type FixFirst, rankFixFirst } from '../indicator/fix-first.ts';
import { addDays, type Day, dayOf } from '../lib/day.ts';
import { type Period, parsePeriod, periodOf, previousPeriod } from '../period/period.ts';
import { loadReport, loadReportInput } from '../reporting/load-report.ts';
import type { Db } from '../storage/schema.ts';
import { OVERALL, type SurveyCatalogue } from '../survey/definition.ts';
import { levelsOf, sumTallies } from '../tally/tally.ts';
import type { Unit } from '../unit/unit.ts';
import { type JudgedReport, judgeReport } from './judge-report.ts';
import { loadTrend, type TrendWeek } from './load-trend.ts';
import { listPeriodOptions } from './period-options.ts';

export interface LeaderView {
  readonly now: { readonly day: Day };
  readonly current: JudgedReport;
  readonly options: { readonly periods: readonly Period[] };
  readonly lastWeek: JudgedReport;
  readonly fourWeeks: JudgedReport;
  readonly trend: readonly TrendWeek[];
  readonly fixFirst: FixFirst | null;
}

const TREND_WEEKS = 12;

/** The numbers of the leader's page for a period; by default the running reporting month. */
export async function loadLeaderView(
  db: Db,
  surveys: SurveyCatalogue,
  unit: Unit,
  now: Date,
  chosen: Period | null,
): Promise<LeaderView> {
  const today = dayOf(now);
  const period = chosen ?? periodOf('report-month', today);
  const lastWeek = previousPeriod(periodOf('week', today));
  const fourWeeks = parsePeriod(`${addDays(lastWeek.from, -21)}..${lastWeek.to}`) as Period;
  const load = async (wanted: Period) => judgeReport(await loadReport(db, surveys, unit, wanted, now));
  const current = await load(period);
  return {
    now: { day: today },
    current,
    options: { periods: listPeriodOptions(unit.opened_on, today) },
    lastWeek: await load(lastWeek),
    fourWeeks: await load(fourWeeks),
    trend: await loadTrend(db, surveys, unit, now, TREND_WEEKS),
    fixFirst: await findFixFirst(
      db,
      surveys,
      unit,
      period,
      now,
      current.report.questions.map((question) => question.id),
    ),
  };
}

/** The item that most of those not satisfied marked low, from what may be shown. */
async function findFixFirst(
  db: Db,
  surveys: SurveyCatalogue,
  unit: Unit,
  period: Period,
  now: Date,
  order: readonly string[],
): Promise<FixFirst | null> {
  const { disclosed } = await loadReportInput(db, surveys, unit, period, now);
  const total = sumTallies(disclosed.cells.filter((cell) => cell.set_aside === '').map((cell) => cell.tally));
  return rankFixFirst(total.low, levelsOf(total, OVERALL), order)[0] ?? null;
}

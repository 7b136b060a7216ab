import type { Change } from '../indicator/change.ts';
import { type Day, dayOf } from '../lib/day.ts';
import { nextPeriod, type Period, periodOf, previousPeriod } from '../period/period.ts';
import { buildReport, type ReportInput } from '../reporting/build-report.ts';
import { loadReportInput } from '../reporting/load-report.ts';
import type { Report } from '../reporting/report.v1.ts';
import { createReportReader } from '../reporting/report-reader.ts';
import type { Db } from '../storage/schema.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import { GROUP_SIZE } from '../tally/headline-step.ts';
import { NO_LEVELS } from '../tally/level-counts.ts';
import { sumTallies } from '../tally/tally.ts';
import { listCounters } from '../unit/counter.store.ts';
import type { Counter } from '../unit/counter.ts';
import type { Unit } from '../unit/unit.ts';
import { compareReports } from './compare-reports.ts';
import { type JudgedReport, judgeReport } from './judge-report.ts';

export interface WeekView {
  readonly today: Day;
  readonly week: JudgedReport;
  /** Every week from the unit's first day to the running one, the newest first. */
  readonly weeks: readonly Period[];
  readonly running: Period;
  readonly before: Report | null;
  readonly changes: readonly Change[];
  /** The running week, beside the last finished one. */
  readonly since: { readonly report: Report } | null;
  readonly previous: Period | null;
  readonly next: Period | null;
  readonly counters: readonly Counter[];
  /** Ticks of the whole unit that are many enough to be shown, most first. */
  readonly chips: readonly { readonly question: string; readonly chip: string; readonly n: number }[];
}

/** The numbers of the staff's page for an ISO week; by default the last finished one. */
export async function loadWeekView(
  db: Db,
  surveys: SurveyCatalogue,
  unit: Unit,
  now: Date,
  chosen: Period | null,
  counterCode: string | undefined,
): Promise<WeekView> {
  const running = periodOf('week', dayOf(now));
  const lastFinished = previousPeriod(running);
  const week = chosen ?? lastFinished;
  const previous = previousPeriod(week);
  const reader = createReportReader(db, surveys, unit, now);
  const load = async (period: Period) => {
    const whole = await reader.load(period);
    if (counterCode === undefined) return whole;
    return narrowReport(
      whole,
      await loadReportInput(db, surveys, unit, period, now, counterCode),
      counterCode,
    );
  };
  const current = await load(week);
  const before = previous.to >= unit.opened_on ? await load(previous) : null;
  return {
    today: dayOf(now),
    weeks: listWeeks(unit.opened_on, running),
    running,
    week: judgeReport(current),
    before,
    changes: before ? compareReports(before, current) : [],
    since: week.id === lastFinished.id ? { report: await load(running) } : null,
    previous: previous.to >= unit.opened_on ? previous : null,
    next: week.to < running.from ? nextPeriod(week) : null,
    counters: await listCounters(db, unit.code),
    chips: counterCode === undefined ? await loadChips(db, surveys, unit, week, now) : [],
  };
}

function listWeeks(openedOn: Day, running: Period): Period[] {
  const weeks: Period[] = [];
  for (let week = running; week.to >= openedOn; week = previousPeriod(week)) weeks.push(week);
  return weeks;
}

/** One counter's part of the unit's week; a counter that the unit's report hides shows nothing here either. */
function narrowReport(whole: Report, input: Omit<ReportInput, 'alerts'>, counterCode: string): Report {
  const isHidden = whole.counters.find((counter) => counter.code === counterCode)?.suppressed ?? true;
  const nothing = {
    ...input.disclosed,
    received: 0,
    headline: NO_LEVELS,
    headline_set_aside: NO_LEVELS,
    cells: [],
  };
  const shown = isHidden ? { ...input, disclosed: nothing, transactions: null } : input;
  const alerts = whole.alerts.filter(({ params }) => params.counter === counterCode);
  return { ...buildReport({ ...shown, alerts }), counters: [] };
}

async function loadChips(db: Db, surveys: SurveyCatalogue, unit: Unit, week: Period, now: Date) {
  const { disclosed } = await loadReportInput(db, surveys, unit, week, now);
  const total = sumTallies(disclosed.cells.filter((cell) => cell.set_aside === '').map((cell) => cell.tally));
  return Object.entries(total.chips)
    .filter(([, n]) => n >= GROUP_SIZE)
    .sort(([idA, a], [idB, b]) => b - a || (idA < idB ? -1 : 1))
    .map(([id, n]) => {
      const at = id.indexOf('.');
      return { question: id.slice(0, at), chip: id.slice(at + 1), n };
    });
}

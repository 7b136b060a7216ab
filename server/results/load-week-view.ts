import type { PeriodSeal } from '../../web/types/leader-view.ts';
import type { ShownCounts } from '../disclosure/shown-counts.ts';
import type { Change } from '../indicator/change.ts';
import { type Day, dayOf } from '../lib/day.ts';
import { AppError } from '../lib/errors.ts';
import { type NamedPeriod, nextPeriod, type Period, periodOf, previousPeriod } from '../period/period.ts';
import type { Report } from '../reporting/report.v1.ts';
import { createReportReader } from '../reporting/report-reader.ts';
import type { Db } from '../storage/schema.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import type { Counter } from '../unit/counter.ts';
import type { Unit } from '../unit/unit.ts';
import { compareReports } from './compare-reports.ts';
import { findPeriodSeal, type JudgedReport, judgeReport } from './judge-report.ts';
import { chipName, questionNames } from './question-names.ts';

interface WeekView {
  readonly today: Day;
  readonly week: JudgedReport;
  /** From the unit's first day to the running week, newest first. */
  readonly weeks: readonly Period[];
  readonly running: Period;
  readonly before: Report | null;
  readonly changes: readonly Change[];
  /** Report of the running week; only when the page shows the last finished week. */
  readonly since: { readonly report: Report } | null;
  readonly previous: Period | null;
  readonly next: Period | null;
  readonly counters: readonly Counter[];
  /** Reason chips with five or more ticks in the whole unit, most frequent first. */
  readonly chips: readonly { readonly item: string; readonly text: string; readonly n: number }[];
  readonly seal: PeriodSeal | null;
  /** Texts of questions by id. */
  readonly itemNames: Readonly<Record<string, string>>;
}

/**
 * Shows the last finished ISO week unless a week is chosen.
 * @throws AppError `not-found` for a counter that the unit does not have.
 */
export async function loadWeekView(
  db: Db,
  surveys: SurveyCatalogue,
  unit: Unit,
  now: Date,
  chosen: NamedPeriod | null,
  counterCode: string | null,
): Promise<WeekView> {
  const running = periodOf('week', dayOf(now));
  const lastFinished = previousPeriod(running);
  const week = chosen ?? lastFinished;
  const previous = previousPeriod(week);
  const reader = createReportReader(db, surveys, unit, now);
  const counters = await reader.loadCounters();
  if (counterCode !== null && !counters.some(({ code }) => code === counterCode)) {
    throw new AppError('not-found', 'counter-unknown');
  }
  const load = (period: Period) => reader.load(period, counterCode);
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
    counters,
    chips: counterCode === null ? listChips(await reader.loadCounts(week), surveys) : [],
    seal: findPeriodSeal(current),
    itemNames: questionNames(surveys, 'vi'),
  };
}

function listWeeks(openedOn: Day, running: NamedPeriod): Period[] {
  const weeks: Period[] = [];
  for (let week = running; week.to >= openedOn; week = previousPeriod(week)) weeks.push(week);
  return weeks;
}

function listChips({ chips }: ShownCounts, surveys: SurveyCatalogue): WeekView['chips'] {
  return Object.entries(chips)
    .sort(([idA, a], [idB, b]) => b - a || (idA < idB ? -1 : 1))
    .map(([id, n]) => {
      const at = id.indexOf('.');
      const item = id.slice(0, at);
      return { item, text: chipName(surveys, item, id.slice(at + 1), 'vi'), n };
    });
}

import type { PeriodSeal } from '../../web/types/leader-view.ts';
import type { TrendPoint } from '../../web/types/report-view.ts';
import { countShownComments, listUnreadComments } from '../comment/comment.store.ts';
import type { ShownCounts } from '../disclosure/shown-counts.ts';
import type { Change } from '../indicator/change.ts';
import { type Day, dayOf } from '../lib/day.ts';
import { AppError } from '../lib/errors.ts';
import {
  lastFourWeeks,
  type NamedPeriod,
  nextPeriod,
  type Period,
  periodOf,
  previousPeriod,
} from '../period/period.ts';
import type { Report } from '../reporting/report.v1.ts';
import { createReportReader } from '../reporting/report-reader.ts';
import type { Db } from '../storage/schema.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import type { Counter } from '../unit/counter.ts';
import type { Unit } from '../unit/unit.ts';
import { compareReports } from './compare-reports.ts';
import { loadTrend } from './load-earlier-figures.ts';
import { findLowCounters, findPeriodSeal, listClosed, type PeriodReport } from './low-counters.ts';
import { chipName, questionNames } from './question-names.ts';

interface WeekView {
  readonly today: Day;
  readonly week: PeriodReport;
  /** From the unit's first day to the running week, newest first. */
  readonly weeks: readonly Period[];
  readonly running: Period;
  readonly before: Report | null;
  readonly changes: readonly Change[];
  /** Report of the running week; only when the page shows the last finished week. */
  readonly since: { readonly report: Report } | null;
  readonly previous: Period | null;
  readonly next: Period | null;
  /** Open ones, and closed ones that the week still has ballots of. */
  readonly counters: readonly Counter[];
  /** Codes of counters that are closed by now. */
  readonly closedCounters: readonly string[];
  /** Codes of counters whose whole interval lies below the target. */
  readonly lowCounters: readonly string[];
  /** Weeks up to the one shown; empty for a single counter. */
  readonly trend: readonly TrendPoint[];
  /** Unread comments of the counters that the reader sees, and the first of them. */
  readonly comments: {
    readonly unread: number;
    readonly latest: readonly { readonly text: string; readonly counter_code: string }[];
  };
  /** Reason chips with five or more ticks in the whole unit, most frequent first. */
  readonly chips: readonly { readonly item: string; readonly text: string; readonly n: number }[];
  readonly seal: PeriodSeal | null;
  /** Texts of questions by id. */
  readonly itemNames: Readonly<Record<string, string>>;
}

/** In the address instead of a week: the last four finished ones, for a counter that one week is too short for. */
export const FOUR_WEEKS = '4-tuan';
const COMMENTS_SHOWN = 2;

/**
 * @throws AppError `not-found` for a counter that the unit does not have.
 */
export async function loadWeekView(
  db: Db,
  surveys: SurveyCatalogue,
  unit: Unit,
  now: Date,
  chosen: NamedPeriod | typeof FOUR_WEEKS | null,
  counterCode: string | null,
  seen: readonly string[] | null = null,
): Promise<WeekView> {
  const running = periodOf('week', dayOf(now));
  const lastFinished = previousPeriod(running);
  const named = chosen === FOUR_WEEKS ? null : (chosen ?? lastFinished);
  const week = named ?? lastFourWeeks(dayOf(now));
  const previous = named === null ? null : previousPeriod(named);
  const reader = createReportReader(db, surveys, unit, now);
  const counters = await reader.loadCounters();
  if (counterCode !== null && !counters.some(({ code }) => code === counterCode)) {
    throw new AppError('not-found', 'counter-unknown');
  }
  const load = (period: Period) => reader.load(period, counterCode);
  const current = await load(week);
  const hasBefore = previous !== null && previous.to >= unit.opened_on;
  const before = hasBefore ? await load(previous) : null;
  const ofComments = counterCode === null ? seen : [counterCode];
  return {
    today: dayOf(now),
    weeks: listWeeks(unit.opened_on, running),
    running,
    week: { report: current },
    before,
    changes: before ? compareReports(before, current) : [],
    since: named?.id === lastFinished.id ? { report: await load(running) } : null,
    previous: hasBefore ? previous : null,
    next: named !== null && named.to < running.from ? nextPeriod(named) : null,
    counters: counters.filter(
      ({ code, is_open }) => is_open || code === counterCode || hasBallots(current, code),
    ),
    closedCounters: listClosed(counters),
    lowCounters: findLowCounters(current, []).map(({ code }) => code),
    trend: counterCode === null ? await loadTrend(db, unit, now, week, reader.load) : [],
    comments: {
      unread: (await countShownComments(db, unit.code, ofComments)).unread,
      latest: await listUnreadComments(db, unit.code, ofComments, COMMENTS_SHOWN),
    },
    chips: counterCode === null ? listChips(await reader.loadCounts(week), surveys) : [],
    seal: findPeriodSeal(current),
    itemNames: questionNames(surveys, 'vi'),
  };
}

const hasBallots = ({ counters }: Report, code: string): boolean =>
  counters.some((counter) => counter.code === code && (counter.denominator ?? 0) > 0);

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

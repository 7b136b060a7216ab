import { countComments, listComments } from '../comment/comment.store.ts';
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
import type { Unit } from '../unit/unit.ts';
import { compareReports } from './compare-reports.ts';
import { loadTrend } from './load-earlier-figures.ts';
import { findLowCounters, findPeriodSeal, listClosed } from './low-counters.ts';
import { questionNames } from './question-names.ts';
import { findWhatToFix, listReasons } from './what-to-fix.ts';

/** URL value instead of a week: the last four finished weeks, for counters with few ballots a week. */
export const FOUR_WEEKS = '4-tuan';
const COMMENTS_SHOWN = 2;

/**
 * `counters`: those that are open or have ballots in the week. `seen`: counters whose comments the user may see;
 * null: all.
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
) {
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
  const counts = counterCode === null ? await reader.loadCounts(week) : null;
  const changes = before ? compareReports(before, current) : [];
  const ofComments = {
    unitCode: unit.code,
    counters: counterCode === null ? seen : [counterCode],
    words: [],
  };
  return {
    today: dayOf(now),
    weeks: listWeeks(unit.opened_on, running),
    running,
    week: { report: current },
    before,
    changes,
    since: named?.id === lastFinished.id ? { report: await load(running) } : null,
    previous: hasBefore ? previous : null,
    next: named !== null && named.to < running.from ? nextPeriod(named) : null,
    counters: counters.filter(
      ({ code, is_open }) => is_open || code === counterCode || hasBallots(current, code),
    ),
    closedCounters: listClosed(counters),
    lowCounters: findLowCounters(current, changes),
    ...(counts === null ? { fixFirst: [], topReason: null } : findWhatToFix(counts, current, surveys)),
    trend: counterCode === null ? await loadTrend(db, unit, now, week, reader.load) : [],
    comments: {
      unread: (await countComments(db, ofComments)).unread,
      latest: await listComments(db, { ...ofComments, state: 'unread', limit: COMMENTS_SHOWN, offset: 0 }),
    },
    chips: counts === null ? [] : listReasons(counts.chips, surveys),
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

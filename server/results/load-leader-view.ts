import type { LeaderView } from '../../web/types/leader-view.ts';
import type { EarlierView, MeanScoreView } from '../../web/types/report-view.ts';
import { countComments } from '../comment/comment.store.ts';
import { computeMeanScore, MEAN_SCORE } from '../indicator/mean-score.v1.ts';
import { roundForData } from '../indicator/rounding.ts';
import { dayOf } from '../lib/day.ts';
import {
  type NamedPeriod,
  type Period,
  periodOf,
  previousPeriod,
  samePeriodAYearBefore,
} from '../period/period.ts';
import type { Report } from '../reporting/report.v1.ts';
import { createReportReader } from '../reporting/report-reader.ts';
import type { Db } from '../storage/schema.ts';
import { OVERALL, type SurveyCatalogue } from '../survey/definition.ts';
import type { Unit } from '../unit/unit.ts';
import { COUNTER_MINIMUM_N, compareWithEarlier, YEAR_BEFORE } from './compare-reports.ts';
import { loadTrend, loadYear } from './load-earlier-figures.ts';
import { findLowCounters, findPeriodSeal, listClosed } from './low-counters.ts';
import { listPeriodOptions } from './period-options.ts';
import { questionNames } from './question-names.ts';
import { findWhatToFix } from './what-to-fix.ts';

/** `chosen` null means the current reporting month. */
export async function loadLeaderView(
  db: Db,
  surveys: SurveyCatalogue,
  unit: Unit,
  now: Date,
  chosen: NamedPeriod | null,
): Promise<LeaderView> {
  const today = dayOf(now);
  const month = periodOf('report-month', today);
  const period = chosen ?? month;
  const reader = createReportReader(db, surveys, unit, now);
  const loadOpen = (wanted: Period) => (wanted.to < unit.opened_on ? null : reader.load(wanted));
  const report = await reader.load(period);
  const before = previousPeriod(period);
  const yearBefore = samePeriodAYearBefore(period);
  const compared = compareAll(
    report,
    await loadOpen(before),
    // For a whole year, the previous period is also the year before, so one comparison is enough.
    yearBefore.id === before.id ? null : await loadOpen(yearBefore),
  );
  return {
    now: { day: today },
    openedOn: unit.opened_on,
    current: { report },
    ...compared,
    year: await loadYear(db, unit, now, period.to, reader.load),
    closedCounters: listClosed(await reader.loadCounters()),
    lowCounters: findLowCounters(report, compared.counterChanges),
    comments: await countComments(db, { unitCode: unit.code, counters: null, words: [] }),
    counterMinimum: COUNTER_MINIMUM_N,
    options: { periods: listPeriodOptions(unit.opened_on, today) },
    trend: await loadTrend(db, unit, now, period, reader.load),
    ...findWhatToFix(await reader.loadCounts(period), report, surveys),
    meanScore: meanScoreOf(report),
    seal: findPeriodSeal(report),
    unitName: unit.name,
    itemNames: questionNames(surveys, 'vi'),
  };
}

/** One Holm correction over all comparisons of the page. */
function compareAll(
  current: Report,
  before: Report | null,
  yearBefore: Report | null,
): Pick<LeaderView, 'before' | 'yearBefore' | 'counterChanges'> {
  const changes = compareWithEarlier(current, before, yearBefore);
  const toEarlier = (report: Report | null, id: string): EarlierView | null => {
    const change = changes.find((one) => one.id === id);
    return report && change ? { report, change } : null;
  };
  return {
    before: toEarlier(before, OVERALL),
    yearBefore: toEarlier(yearBefore, YEAR_BEFORE),
    counterChanges: changes.filter(({ id }) => id !== OVERALL && id !== YEAR_BEFORE),
  };
}

/** Computed from the counts of the overall question that the page shows. */
function meanScoreOf({ questions, indicator }: Report): MeanScoreView | null {
  const overall = questions.find(({ id }) => id === OVERALL);
  if (!overall?.counts || (overall.n ?? 0) < indicator.minimum_n) return null;
  const { counts } = overall;
  const percent = computeMeanScore([counts['1'], counts['2'], counts['3'], counts['4'], counts['5']]);
  return percent === null ? null : { rule: MEAN_SCORE, percent: roundForData(percent) };
}

import type { Day } from '../lib/day.ts';
import {
  cautiousSum,
  plainDay,
  probabilityOfAtLeast,
  probabilityOfNone,
  type UsualCount,
  usualCountOf,
} from '../statistics/count-tails.ts';
import type { OddHours } from '../trust/odd-hours.ts';
import { type Alert, levelOf, type TestedId } from './alert.ts';
import type { DaySeries } from './day-series.ts';

/** A day is tested only if the history has at least this many working days (three weeks). */
const LEAST_HISTORY = 15;
/** Working days of the history that are used (eight weeks); older ones are ignored. */
const MOST_HISTORY = 40;

/** Minimum number of ballots for an alert; also ensures that no alert is about a group of fewer than five. */
const LEAST_RISE = 10;

/** Numbers of working days that are tested together. Three days show a small but lasting rise earlier than one. */
const SPANS = [1, 3] as const;

/**
 * Finds spans of one or three working days with significantly more ballots than the subject's history. Uses only
 * the channels without a limit per person, because the numbers of slips and paper forms are limited. `workingDays`
 * must be sorted. Returns at most one alert a day, the least likely one.
 */
export function findRises(series: DaySeries, workingDays: readonly Day[], from: Day): Alert[] {
  const known = workingDays.filter((day) => day >= series.firstDay);
  return known.flatMap((day, index) => {
    if (day < from) return [];
    const alerts = SPANS.flatMap((span) => {
      const start = Math.max(0, index - span + 1);
      const window = known.slice(start, index + 1);
      const history = known.slice(Math.max(0, start - MOST_HISTORY), start);
      const observed = window.reduce((sum, one) => sum + series.on(one).open, 0);
      if (history.length < LEAST_HISTORY || observed < LEAST_RISE) return [];
      const counts = history.map((past) => series.on(past).open);
      const excess = testExcess('sudden-rise', observed, span, counts, history);
      if (excess === null) return [];
      const params = { working_days: span, ...excess.params };
      return [{ ...excess, counter: series.counter, channel: null, from: window[0] ?? day, to: day, params }];
    });
    return alerts.sort((a, b) => a.p - b.p).slice(0, 1);
  });
}

/**
 * Finds runs of working days without any ballot that are very unlikely given the history. `hadNobody` tells whether
 * the office entered zero transactions for a day. Returns one alert for each day on which such a run is
 * significant.
 */
export function findSilences(
  series: DaySeries,
  workingDays: readonly Day[],
  from: Day,
  hadNobody: (day: Day) => boolean,
): Alert[] {
  const level = levelOf('silent-counter');
  const known = workingDays.filter((day) => day >= series.firstDay && !hadNobody(day));
  const alerts: Alert[] = [];
  let silent = 0;
  known.forEach((day, index) => {
    silent = series.on(day).received === 0 ? silent + 1 : 0;
    if (silent === 0 || day < from) return;
    const start = index - silent + 1;
    const history = known.slice(Math.max(0, start - MOST_HISTORY), start);
    const usual = usualCountOf(history.map((past) => series.on(past).received));
    if (usual === null || usual.days < LEAST_HISTORY) return;
    const noneInADay = probabilityOfNone(plainDay(usual));
    const p = noneInADay ** silent;
    if (p > level) return;
    alerts.push({
      id: 'silent-counter',
      counter: series.counter,
      channel: null,
      from: known[start] ?? day,
      to: day,
      observed: 0,
      expected: silent * usual.mean,
      p,
      level,
      params: {
        working_days: silent,
        none_in_a_day_percent: 100 * noneInADay,
        ...historyParams(usual, history),
      },
    });
  });
  return alerts;
}

/** Odd hours are tested only if the history has at least this many days, weekends included. */
const LEAST_DAYS = 20;
const MOST_DAYS = 56;

/** Minimum number of ballots for an alert: a family that answers together in the evening is no anomaly. */
const LEAST_ODD = 10;

/**
 * Finds days with significantly more ballots at odd hours than the history. Slips are tested separately, because
 * people may take them home. `counts` must be sorted by day and leaves out days that were not counted.
 */
export function findOddHours(counts: readonly OddHours[], from: Day): Alert[] {
  return (['others', 'slips'] as const).flatMap((kind) =>
    counts.flatMap(({ day, [kind]: observed }, index): Alert[] => {
      if (day < from || observed < LEAST_ODD) return [];
      const history = counts.slice(Math.max(0, index - MOST_DAYS), index);
      if (history.length < LEAST_DAYS) return [];
      const days = history.map((past) => past.day);
      const past = history.map((hours) => hours[kind]);
      const excess = testExcess('odd-hours', observed, 1, past, days);
      const channel = kind === 'slips' ? 'slip' : null;
      return excess === null ? [] : [{ ...excess, counter: null, channel, from: day, to: day }];
    }),
  );
}

/**
 * Tests the number of ballots of `span` days against the counts of at least two earlier days; null when the
 * difference is not significant.
 */
function testExcess(
  id: TestedId,
  observed: number,
  span: number,
  counts: readonly number[],
  history: readonly Day[],
) {
  const usual = usualCountOf(counts);
  if (usual === null || observed <= span * usual.mean) return null;
  const cautious = cautiousSum(usual, span);
  const p = probabilityOfAtLeast(observed, cautious);
  const level = levelOf(id);
  if (p > level) return null;
  const params = {
    ...historyParams(usual, history),
    cautious_mean: cautious.mean,
    cautious_variance: cautious.variance,
  };
  return { id, observed, expected: span * usual.mean, p, level, params };
}

const historyParams = ({ days, mean, variance }: UsualCount, history: readonly Day[]): Alert['params'] => ({
  history_days: days,
  history_from: history[0] ?? '',
  history_to: history.at(-1) ?? '',
  mean,
  deviation: Math.sqrt(variance),
});

import type { Day } from '../lib/day.ts';
import { probabilityOfAtLeast } from '../statistics/count-tails.ts';
import { cautiousSum, usualCountOf } from '../statistics/usual-count.ts';
import type { Alert } from './alert.ts';
import type { DaySeries } from './day-series.ts';
import { levelOf } from './false-alarms.ts';
import { historyParams } from './history-params.ts';

/** Minimum number of working days in the history: three weeks. */
export const LEAST_HISTORY = 15;
/** Maximum number of working days in the history: eight weeks. */
export const MOST_HISTORY = 40;

/** Minimum number of ballots; also ensures that no alert is about a group of fewer than five. */
const LEAST_RISE = 10;

/**
 * Working days that are tested together. Three days show a small but lasting rise earlier than one day does.
 */
const SPANS = [1, 3] as const;

/**
 * Finds periods of one or three working days with more ballots than the subject's history explains. Counts
 * only the channels without a limit per person, because the numbers of slips and paper forms are limited.
 * `workingDays` is in order. Returns at most one alert a day, the least likely one.
 */
export function findRises(series: DaySeries, workingDays: readonly Day[], from: Day): Alert[] {
  const level = levelOf('sudden-rise');
  const known = workingDays.filter((day) => day >= series.firstDay);
  return known.flatMap((day, index) => {
    if (day < from) return [];
    const alerts = SPANS.flatMap((span) => {
      const window = known.slice(Math.max(0, index - span + 1), index + 1);
      const history = known.slice(
        Math.max(0, index - span + 1 - MOST_HISTORY),
        Math.max(0, index - span + 1),
      );
      const usual = usualCountOf(history.map((past) => series.on(past).open));
      const observed = window.reduce((sum, one) => sum + series.on(one).open, 0);
      if (usual === null || usual.days < LEAST_HISTORY || observed < LEAST_RISE) return [];
      if (observed <= span * usual.mean) return [];
      const cautious = cautiousSum(usual, span);
      const p = probabilityOfAtLeast(observed, cautious);
      if (p > level) return [];
      return [
        {
          id: 'sudden-rise' as const,
          counter: series.counter,
          channel: null,
          from: window[0] ?? day,
          to: day,
          observed,
          expected: span * usual.mean,
          p,
          level,
          params: {
            working_days: span,
            ...historyParams(usual, history),
            cautious_mean: cautious.mean,
            cautious_variance: cautious.variance,
          },
        },
      ];
    });
    return alerts.sort((a, b) => a.p - b.p).slice(0, 1);
  });
}

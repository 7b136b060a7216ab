import type { Day } from '../lib/day.ts';
import { probabilityOfAtLeast } from '../statistics/count-tails.ts';
import { cautiousSum, usualCountOf } from '../statistics/usual-count.ts';
import type { Alert } from './alert.ts';
import type { DaySeries } from './day-series.ts';
import { levelOf } from './false-alarms.ts';
import { historyParams } from './history-params.ts';

/** Working days that a history must have: three weeks. */
export const LEAST_HISTORY = 15;
/** The latest working days before are the history: eight weeks without holidays. */
export const MOST_HISTORY = 40;

/** Ballots below which nothing is a rise; also, no alert is about a group of fewer than five. */
const LEAST_RISE = 10;

/** A day alone, and three working days together: a little more each day shows sooner in their sum. */
const SPANS = [1, 3] as const;

/**
 * More ballots on a working day, or on three, than the subject's own days before them explain. Those of slips
 * and paper are not among them: their number is given. `workingDays` in order, to the day before which nothing
 * is known. At most one alert a day, the less likely one.
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
      // Whatever does not exceed the average needs no sum.
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

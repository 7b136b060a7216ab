import type { Day } from '../lib/day.ts';
import { probabilityOfAtLeast } from '../statistics/count-tails.ts';
import { cautiousSum, usualCountOf } from '../statistics/usual-count.ts';
import type { Alert } from './alert.ts';
import type { OddHoursCount } from './alert-input.ts';
import { levelOf } from './false-alarms.ts';
import { historyParams } from './history-params.ts';

/** Minimum and maximum number of days in the history, weekends included. */
const LEAST_DAYS = 20;
const MOST_DAYS = 56;

/** Minimum number of ballots: a family that answers together in the evening is not an anomaly. */
const LEAST_ODD = 10;

/**
 * Finds days with more ballots at odd hours than the history explains. Slips are tested separately, because
 * people may take them home. `counts` is in order of days and omits days that were not counted.
 */
export function findOddHours(counts: readonly OddHoursCount[], from: Day): Alert[] {
  return (['others', 'slips'] as const).flatMap((kind) =>
    counts.flatMap(({ day, [kind]: observed }, index): Alert[] => {
      if (day < from || observed < LEAST_ODD) return [];
      const history = counts.slice(Math.max(0, index - MOST_DAYS), index);
      const usual = usualCountOf(history.map((past) => past[kind]));
      if (usual === null || usual.days < LEAST_DAYS || observed <= usual.mean) return [];
      const level = levelOf('odd-hours');
      const cautious = cautiousSum(usual, 1);
      const p = probabilityOfAtLeast(observed, cautious);
      if (p > level) return [];
      return [
        {
          id: 'odd-hours',
          counter: null,
          channel: kind === 'slips' ? 'slip' : null,
          from: day,
          to: day,
          observed,
          expected: usual.mean,
          p,
          level,
          params: {
            ...historyParams(
              usual,
              history.map((past) => past.day),
            ),
            cautious_mean: cautious.mean,
            cautious_variance: cautious.variance,
          },
        },
      ];
    }),
  );
}

import type { Day } from '../lib/day.ts';
import { quantile } from '../statistics/quantile.ts';
import type { Alert, AlertInput } from './alert.ts';

/**
 * Minimum number of ballots within ten minutes for an alert. A simulated office with four times the usual
 * transactions does not reach it through its own Wi-Fi (`docs/alerts.md`).
 */
const LEAST_SENT = 30;
/** An alert needs at least this many times the `DAY_SHARE` quantile of the maxima of earlier days. */
const MARGIN = 2;
const DAY_SHARE = 0.9;
const LEAST_DAYS = 20;

/**
 * Finds days on which one IP network sent more ballots within ten minutes than people who share it usually do. Not
 * a statistical test, because neither the network nor the number of people who share it is known.
 */
export function findOneNetwork({ networks, days }: AlertInput, from: Day): Alert[] {
  return networks.flatMap(({ day, n }, index): Alert[] => {
    if (day < from || n < LEAST_SENT) return [];
    const history = networks.slice(0, index).map((past) => past.n);
    const expected =
      history.length < LEAST_DAYS
        ? 0
        : quantile(
            history.sort((a, b) => a - b),
            DAY_SHARE,
          );
    if (n < MARGIN * expected) return [];
    const received = days.reduce((sum, one) => sum + (one.day === day ? one.received : 0), 0);
    const shared = { id: 'one-network', counter: null, channel: null, from: day, to: day } as const;
    return [{ ...shared, observed: n, expected, p: null, level: null, params: { received, minutes: 10 } }];
  });
}

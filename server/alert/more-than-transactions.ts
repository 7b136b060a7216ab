import { type Day, listDays } from '../lib/day.ts';
import { probabilityOfAtLeast } from '../statistics/count-tails.ts';
import { GROUP_SIZE } from '../tally/group-size.ts';
import { type Alert, type KnownTransactions, levelOf } from './alert.ts';
import type { DaySeries } from './day-series.ts';

/**
 * Finds days and ranges of days with more counted ballots than transactions. On a single day an excess can be
 * chance (people answer a day later, or without a transaction), so the day is tested with a Poisson distribution
 * whose mean is the number of transactions. For longer ranges every excess is reported, because the entered numbers
 * must be incomplete.
 */
export function findExcess(
  series: DaySeries,
  transactions: readonly KnownTransactions[],
  from: Day,
): Alert[] {
  return transactions.flatMap((known): Alert[] => {
    if (known.counter !== series.counter || known.to < from) return [];
    const observed = listDays(known.from, known.to).reduce((sum, day) => sum + series.on(day).counted, 0);
    if (observed <= known.n || observed < GROUP_SIZE) return [];
    const isOneDay = known.from === known.to;
    const level = levelOf('more-than-transactions');
    // A Poisson distribution needs a positive mean.
    const mean = Math.max(1, known.n);
    const p = isOneDay ? probabilityOfAtLeast(observed, { mean, variance: mean }) : null;
    if (p !== null && p > level) return [];
    return [
      {
        id: 'more-than-transactions',
        counter: known.counter,
        channel: null,
        from: known.from,
        to: known.to,
        observed,
        expected: known.n,
        p,
        level: p === null ? null : level,
        params: { transactions: known.n },
      },
    ];
  });
}

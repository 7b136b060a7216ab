import type { Day } from '../lib/day.ts';
import { probabilityOfNone } from '../statistics/count-tails.ts';
import { plainDay, usualCountOf } from '../statistics/usual-count.ts';
import type { Alert } from './alert.ts';
import type { DaySeries } from './day-series.ts';
import { levelOf } from './false-alarms.ts';
import { historyParams } from './history-params.ts';
import { LEAST_HISTORY, MOST_HISTORY } from './sudden-rise.ts';

/**
 * Finds runs of working days without any ballot that the history makes very unlikely. `hadNobody` tells
 * whether the office entered zero transactions for a day. Returns one alert for each day on which
 * such a run is significant.
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

import type { CellTally } from '../tally/cell.ts';
import type { DayCount } from './alert-input.ts';

/** How many ballots each day, counter and channel has, from the tallies of their cells. */
export function toDayCounts(tallies: readonly CellTally[]): DayCount[] {
  const counts = new Map<string, DayCount>();
  for (const { day, counter_code: counter, channel, set_aside, tally } of tallies) {
    const key = [day, counter, channel].join('\n');
    const known = counts.get(key) ?? { day, counter, channel, received: 0, counted: 0 };
    counts.set(key, {
      ...known,
      received: known.received + tally.ballots,
      counted: known.counted + (set_aside === '' ? tally.ballots : 0),
    });
  }
  return [...counts.values()];
}

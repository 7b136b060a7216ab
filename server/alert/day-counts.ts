import type { Channel } from '../storage/schema.ts';
import type { DayCount } from './alert-input.ts';

interface BallotCount {
  readonly day: string;
  readonly counter_code: string;
  readonly channel: Channel;
  /** Reason why the ballots are set aside; '' for ballots that count. */
  readonly set_aside: string;
  readonly ballots: number;
}

export function toDayCounts(rows: readonly BallotCount[]): DayCount[] {
  const counts = new Map<string, DayCount>();
  for (const { day, counter_code: counter, channel, set_aside, ballots } of rows) {
    const key = [day, counter, channel].join('\n');
    const known = counts.get(key) ?? { day, counter, channel, received: 0, counted: 0 };
    counts.set(key, {
      ...known,
      received: known.received + ballots,
      counted: known.counted + (set_aside === '' ? ballots : 0),
    });
  }
  return [...counts.values()];
}

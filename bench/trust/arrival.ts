import type { Day } from '../../server/lib/day.ts';
import type { Answers } from '../../server/tally/tally.ts';

/** A simulated ballot: what the server can observe of it, and whether it is honest. */
export interface Arrival {
  /** Minutes after midnight, 0–1440, with a fraction. */
  readonly minute: number;
  readonly counter: string;
  readonly channel: 'poster' | 'slip';
  /** Batch of the slip that was used; null: no slip. */
  readonly batch: string | null;
  /** Id of a phone that keeps its cookie; null: the phone sends none. */
  readonly device: string | null;
  readonly network: string;
  readonly answers: Answers;
  /** Seconds per question. */
  readonly pace: number;
  readonly isForeign: boolean;
  readonly isHonest: boolean;
}

export interface CommuneDay {
  readonly day: Day;
  readonly transactions: Readonly<Record<string, number>>;
  readonly arrivals: readonly Arrival[];
}

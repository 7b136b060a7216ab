import type { Day } from '../../server/lib/day.ts';
import type { Answers } from '../../server/tally/tally.ts';

/** A simulated ballot, with what the server can observe. */
export interface Arrival {
  /** Minutes after midnight in Vietnam, with a fraction, 0–1440. */
  readonly minute: number;
  readonly counter: string;
  readonly channel: 'poster' | 'slip';
  /** Batch of the slip used for the ballot; null: no slip. */
  readonly batch: string | null;
  /** Id of a phone that keeps its cookie; null: the phone sends no cookie. */
  readonly device: string | null;
  readonly network: string;
  readonly answers: Answers;
  /** Seconds per question. */
  readonly pace: number;
  readonly isForeign: boolean;
  readonly isHonest: boolean;
}

/** One day of the simulated commune. */
export interface CommuneDay {
  readonly day: Day;
  /** Transactions by counter. */
  readonly transactions: Readonly<Record<string, number>>;
  readonly arrivals: readonly Arrival[];
}

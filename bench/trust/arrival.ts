import type { Day } from '../../server/lib/day.ts';
import type { Answers } from '../../server/tally/tally.ts';

/** A made-up ballot on its way in, with what the server can see of it. */
export interface Arrival {
  /** Minutes after midnight in Vietnam, with a fraction, 0–1440. */
  readonly minute: number;
  readonly counter: string;
  readonly channel: 'poster' | 'slip';
  /** The batch of its slip; null: it came without one. */
  readonly batch: string | null;
  /** A phone that keeps its cookie; null: one that comes without. */
  readonly device: string | null;
  readonly network: string;
  readonly answers: Answers;
  /** Seconds a question. */
  readonly pace: number;
  readonly isForeign: boolean;
  readonly isHonest: boolean;
}

/** One day of the made-up commune. */
export interface CommuneDay {
  readonly day: Day;
  /** Transactions by counter. */
  readonly transactions: Readonly<Record<string, number>>;
  readonly arrivals: readonly Arrival[];
}

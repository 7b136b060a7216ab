import type { Day } from '../lib/day.ts';
import type { Channel } from '../storage/schema.ts';
import type { Answers } from '../tally/tally.ts';

/** One valid submission of one survey (phiếu). It has a date, but no time of day and no sequence number. */
export interface Ballot {
  /** 128 random bits, hexadecimal. */
  readonly id: string;
  readonly day: Day;
  readonly unit_code: string;
  readonly counter_code: string;
  readonly channel: Channel;
  readonly survey_id: string;
  readonly survey_version: number;
  readonly answers: Answers;
  /** Rule that set the ballot aside; null: the ballot counts. */
  readonly set_aside: string | null;
}

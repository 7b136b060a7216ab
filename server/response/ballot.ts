import type { Day } from '../lib/day.ts';
import type { Channel } from '../storage/schema.ts';
import type { Answers } from '../tally/tally.ts';

/** One valid submission of one survey (phiếu). It has a calendar date, no time of day and no order. */
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
  /** The reason for being set aside at intake; null when it counts. */
  readonly set_aside: string | null;
}

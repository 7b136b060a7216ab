import type { Day } from '../lib/day.ts';
import type { Channel } from '../storage/schema.ts';
import type { Tally } from './tally.ts';

/** With unit and day, the key of a tally. */
export interface Cell {
  readonly counter_code: string;
  readonly channel: Channel;
  readonly survey_id: string;
  readonly survey_version: number;
  /** '' for ballots that count, else the reason they were set aside. */
  readonly set_aside: string;
}

export interface CellTally extends Cell {
  readonly unit_code: string;
  readonly day: Day;
  readonly tally: Tally;
}

/** A stable string key, for grouping. */
export const cellKey = (cell: Cell): string =>
  [cell.counter_code, cell.channel, cell.survey_id, cell.survey_version, cell.set_aside].join('\n');

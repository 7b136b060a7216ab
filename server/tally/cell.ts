import type { Day } from '../lib/day.ts';
import type { Channel } from '../storage/schema.ts';
import { type TalliedBallot, type Tally, tallyOfBallots } from './tally.ts';

/** With unit and day, the key of a tally. */
interface Cell {
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

/** What is counted of a ballot, at intake and at a recount. */
interface CountedBallot extends Omit<Cell, 'set_aside'>, TalliedBallot {
  readonly unit_code: string;
  readonly day: Day;
  /** Reason for being set aside; null when the ballot counts. */
  readonly set_aside: string | null;
}

/** One tally per unit, day and cell. */
export function tallyByCell(ballots: readonly CountedBallot[]): CellTally[] {
  const cells = new Map<string, CountedBallot[]>();
  for (const ballot of ballots) {
    const key = `${ballot.unit_code}\n${ballot.day}\n${cellKey(cellOf(ballot))}`;
    const known = cells.get(key);
    if (known) known.push(ballot);
    else cells.set(key, [ballot]);
  }
  return [...cells.values()].map((own) => {
    const { unit_code, day } = own[0] as CountedBallot;
    return { unit_code, day, ...cellOf(own[0] as CountedBallot), tally: tallyOfBallots(own) };
  });
}

const cellOf = (ballot: CountedBallot): Cell => ({
  counter_code: ballot.counter_code,
  channel: ballot.channel,
  survey_id: ballot.survey_id,
  survey_version: ballot.survey_version,
  set_aside: ballot.set_aside ?? '',
});

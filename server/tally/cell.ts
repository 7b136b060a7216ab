import type { Database } from '../storage/schema.ts';
import { type TalliedBallot, type Tally, tallyOfBallots } from './tally.ts';

export interface CellTally extends Omit<Database['tallies'], 'ballots' | 'counts'> {
  readonly tally: Tally;
}

type Cell = Omit<CellTally, 'unit_code' | 'day' | 'tally'>;

export const cellKey = (cell: Cell): string =>
  [cell.counter_code, cell.channel, cell.survey_id, cell.survey_version, cell.set_aside].join('\n');

/** What a tally needs of a ballot, when it is stored and when it is recounted. */
interface CountedBallot extends Omit<CellTally, 'set_aside' | 'tally'>, TalliedBallot {
  /** Rule that set the ballot aside; null: the ballot counts. */
  readonly set_aside: string | null;
}

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

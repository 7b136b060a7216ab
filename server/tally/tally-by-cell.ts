import type { Day } from '../lib/day.ts';
import { type Cell, type CellTally, cellKey } from './cell.ts';
import { type Answers, mergeTallies, tallyOf } from './tally.ts';

/** What is counted of one ballot, wherever it comes from: a phone, or the database at a recount. */
export interface CountedBallot extends Omit<Cell, 'set_aside'> {
  readonly unit_code: string;
  readonly day: Day;
  /** The reason for which it was set aside; null when it counts. */
  readonly set_aside: string | null;
  readonly answers: Answers;
  /** All questions of its survey, so that skipped ones are counted as such. */
  readonly question_ids: readonly string[];
}

/** The tallies of some ballots, one for each cell, day and unit. */
export function tallyByCell(ballots: readonly CountedBallot[]): CellTally[] {
  const cells = new Map<string, CellTally>();
  for (const ballot of ballots) {
    const cell = {
      unit_code: ballot.unit_code,
      day: ballot.day,
      counter_code: ballot.counter_code,
      channel: ballot.channel,
      survey_id: ballot.survey_id,
      survey_version: ballot.survey_version,
      set_aside: ballot.set_aside ?? '',
    };
    const key = `${cell.unit_code}\n${cell.day}\n${cellKey(cell)}`;
    const tally = tallyOf(ballot.answers, ballot.question_ids);
    const known = cells.get(key);
    cells.set(key, { ...cell, tally: known ? mergeTallies(known.tally, tally) : tally });
  }
  return [...cells.values()];
}

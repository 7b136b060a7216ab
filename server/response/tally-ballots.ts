import type { SurveyCatalogue } from '../survey/definition.ts';
import type { CellTally } from '../tally/cell.ts';
import { tallyByCell } from '../tally/tally-by-cell.ts';
import type { Ballot } from './ballot.ts';

/** The tallies that stored ballots must have, one row a cell and day. */
export function tallyBallots(ballots: readonly Ballot[], surveys: SurveyCatalogue): CellTally[] {
  return tallyByCell(
    ballots.map((ballot) => {
      const survey = surveys.find(ballot.survey_id, ballot.survey_version);
      // A survey whose file was taken away is still counted by what was answered.
      const question_ids =
        survey?.questions.map((question) => question.id) ?? Object.keys(ballot.answers.levels);
      return { ...ballot, question_ids };
    }),
  );
}

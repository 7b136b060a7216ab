import type { SurveyCatalogue } from '../survey/definition.ts';
import { type CellTally, tallyByCell } from '../tally/cell.ts';
import type { Ballot } from './ballot.ts';

export function tallyBallots(ballots: readonly Ballot[], surveys: SurveyCatalogue): CellTally[] {
  return tallyByCell(
    ballots.map((ballot) => {
      const survey = surveys.find(ballot.survey_id, ballot.survey_version);
      // If the survey's file is missing, its questions are unknown, so skipped questions are not counted.
      const question_ids =
        survey?.questions.map((question) => question.id) ?? Object.keys(ballot.answers.levels);
      return { ...ballot, question_ids };
    }),
  );
}

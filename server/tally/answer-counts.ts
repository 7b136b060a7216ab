import type { Level } from '../survey/definition.ts';
import { addLevels, type LevelCounts, NO_LEVELS, placeOfLevel } from './level-counts.ts';

/**
 * Ballots at each answer of one question: levels 1 to 5, then "not applicable", then skipped.
 * The seven numbers add up to the ballots of surveys that ask the question.
 */
export type AnswerCounts = readonly [...levels: LevelCounts, na: number, skipped: number];

/** No ballot at any answer. */
export const NO_ANSWERS: AnswerCounts = [...NO_LEVELS, 0, 0];

/** Where an answer is counted; undefined where the question was skipped. */
export function placeOfAnswer(answer: Level | 'na' | undefined): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  if (answer === undefined) return 6;
  return answer === 'na' ? 5 : placeOfLevel(answer);
}

/** Levels 1–5, without "not applicable" and skipped. */
export const levelsOfAnswers = ([one, two, three, four, five]: AnswerCounts): LevelCounts => [
  one,
  two,
  three,
  four,
  five,
];

/** Two sets of ballots together, answer by answer. */
export const addAnswers = (left: AnswerCounts, right: AnswerCounts): AnswerCounts => [
  ...addLevels(levelsOfAnswers(left), levelsOfAnswers(right)),
  left[5] + right[5],
  left[6] + right[6],
];

import type { Level } from '../survey/definition.ts';
import { addLevels, type LevelCounts, NO_LEVELS, placeOfLevel } from './level-counts.ts';

/**
 * Ballots by answer to one question: levels 1 to 5, "not applicable", skipped. The seven numbers add up to
 * the ballots of surveys that ask the question.
 */
export type AnswerCounts = readonly [...levels: LevelCounts, na: number, skipped: number];

export const NO_ANSWERS: AnswerCounts = [...NO_LEVELS, 0, 0];

/** Index of an answer in `AnswerCounts`. */
export function placeOfAnswer(answer: Level | 'na' | undefined): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  if (answer === undefined) return 6;
  return answer === 'na' ? 5 : placeOfLevel(answer);
}

export const levelsOfAnswers = ([one, two, three, four, five]: AnswerCounts): LevelCounts => [
  one,
  two,
  three,
  four,
  five,
];

export const addAnswers = (left: AnswerCounts, right: AnswerCounts): AnswerCounts => [
  ...addLevels(levelsOfAnswers(left), levelsOfAnswers(right)),
  left[5] + right[5],
  left[6] + right[6],
];

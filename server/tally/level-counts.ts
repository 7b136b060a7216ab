import type { Level } from '../survey/definition.ts';

export type LevelCounts = readonly [number, number, number, number, number];

export const NO_LEVELS: LevelCounts = [0, 0, 0, 0, 0];

export const placeOfLevel = (level: Level): 0 | 1 | 2 | 3 | 4 => (level - 1) as 0 | 1 | 2 | 3 | 4;

export const oneAtLevel = (level: Level): LevelCounts => {
  const at = (candidate: Level): number => (candidate === level ? 1 : 0);
  return [at(1), at(2), at(3), at(4), at(5)];
};

export const addLevels = (
  [a1, a2, a3, a4, a5]: LevelCounts,
  [b1, b2, b3, b4, b5]: LevelCounts,
): LevelCounts => [a1 + b1, a2 + b2, a3 + b3, a4 + b4, a5 + b5];

export const subtractLevels = (
  [a1, a2, a3, a4, a5]: LevelCounts,
  [b1, b2, b3, b4, b5]: LevelCounts,
): LevelCounts => [a1 - b1, a2 - b2, a3 - b3, a4 - b4, a5 - b5];

export const countLevels = ([one, two, three, four, five]: LevelCounts): number =>
  one + two + three + four + five;

/**
 * Ballots by answer to one question. The seven numbers add up to the ballots of surveys that contain the question.
 */
export type AnswerCounts = readonly [...levels: LevelCounts, na: number, skipped: number];

export const NO_ANSWERS: AnswerCounts = [...NO_LEVELS, 0, 0];

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

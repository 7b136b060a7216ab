import type { Level } from '../survey/definition.ts';
import { addLevels, type LevelCounts, NO_LEVELS, oneAtLevel } from './level-counts.ts';

/**
 * Ballots at each answer of one question: levels 1 to 5, then "not applicable", then skipped.
 * The seven numbers add up to the ballots of surveys that ask the question.
 */
export type AnswerCounts = readonly [...levels: LevelCounts, na: number, skipped: number];

/** No ballot at any answer. */
export const NO_ANSWERS: AnswerCounts = [...NO_LEVELS, 0, 0];

/** One ballot's answer; undefined where it skipped the question. */
export const oneAnswer = (answer: Level | 'na' | undefined): AnswerCounts => [
  ...(typeof answer === 'number' ? oneAtLevel(answer) : NO_LEVELS),
  answer === 'na' ? 1 : 0,
  answer === undefined ? 1 : 0,
];

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

import type { Day } from '../lib/day.ts';
import type { Level } from '../survey/definition.ts';
import {
  type AnswerCounts,
  addAnswers,
  addLevels,
  type LevelCounts,
  levelsOfAnswers,
  NO_ANSWERS,
  NO_LEVELS,
  placeOfAnswer,
  placeOfLevel,
} from './level-counts.ts';

/** A level or `na` by question id. A question without an entry was skipped. */
export interface Answers {
  readonly levels: Readonly<Record<string, Level | 'na'>>;
  /** Ticked chips by question id. */
  readonly why: Readonly<Record<string, readonly string[]>>;
  /** Whether the citizen ticked that somebody suggested the answers; absent when the form did not ask. */
  readonly suggested?: boolean;
}

interface SuggestedCounts {
  readonly asked: number;
  readonly ticked: number;
}

/** Counts of a set of ballots. Tallies of disjoint sets add up (`mergeTallies`). */
export interface Tally {
  readonly ballots: number;
  readonly questions: Readonly<Record<string, AnswerCounts>>;
  /** Number of ticks by `question.chip`. */
  readonly chips: Readonly<Record<string, number>>;
  /** Ballots with at least three levels given, all of them equal. */
  readonly all_equal: number;
  /** Ballots with level 1 or 2 for a question, by question id and then by overall level 1 to 5. */
  readonly low: Readonly<Record<string, LevelCounts>>;
  /** Absent when no ballot was asked, so that sealed tallies of earlier versions keep their bytes. */
  readonly suggested?: SuggestedCounts;
}

export interface CounterDay {
  readonly day: Day;
  readonly counter_code: string;
  readonly counted: number;
  readonly set_aside: number;
}

const LOW_LEVEL = 2;

/** Minimum number of levels for `all_equal`: with fewer, equal answers mean nothing. */
const MIN_EQUAL = 3;

export const EMPTY_TALLY: Tally = { ballots: 0, questions: {}, chips: {}, all_equal: 0, low: {} };

export interface TalliedBallot {
  readonly answers: Answers;
  /** All questions of the ballot's survey, so that skipped ones are counted. */
  readonly question_ids: readonly string[];
}

type Mutable<Counts extends readonly number[]> = { -readonly [At in keyof Counts]: Counts[At] };

/** `overall` must be among the answers. */
export const tallyOf = (answers: Answers, questionIds: readonly string[]): Tally =>
  tallyOfBallots([{ answers, question_ids: questionIds }]);

/** Equals the merged tallies of the single ballots, but without allocating them. */
export function tallyOfBallots(ballots: readonly TalliedBallot[]): Tally {
  const questions: Record<string, Mutable<AnswerCounts>> = {};
  const low: Record<string, Mutable<LevelCounts>> = {};
  const chips: Record<string, number> = {};
  let allEqual = 0;
  let asked = 0;
  let ticked = 0;
  for (const { answers, question_ids } of ballots) {
    const { overall } = answers.levels;
    for (const id of question_ids) {
      const answer = answers.levels[id];
      questions[id] ??= [...NO_ANSWERS];
      questions[id][placeOfAnswer(answer)] += 1;
      if (
        id !== 'overall' &&
        typeof answer === 'number' &&
        answer <= LOW_LEVEL &&
        typeof overall === 'number'
      ) {
        low[id] ??= [...NO_LEVELS];
        low[id][placeOfLevel(overall)] += 1;
      }
      for (const chip of answers.why[id] ?? []) chips[`${id}.${chip}`] = (chips[`${id}.${chip}`] ?? 0) + 1;
    }
    if (isAllEqual(answers, question_ids)) allEqual += 1;
    if (answers.suggested !== undefined) asked += 1;
    if (answers.suggested) ticked += 1;
  }
  return {
    ballots: ballots.length,
    questions,
    chips,
    all_equal: allEqual,
    low,
    ...(asked === 0 ? {} : { suggested: { asked, ticked } }),
  };
}

function isAllEqual({ levels }: Answers, questionIds: readonly string[]): boolean {
  const given = questionIds.map((id) => levels[id]).filter((answer) => typeof answer === 'number');
  return given.length >= MIN_EQUAL && given.every((level) => level === given[0]);
}

function mergeRecords<T>(
  left: Readonly<Record<string, T>>,
  right: Readonly<Record<string, T>>,
  add: (a: T, b: T) => T,
): Record<string, T> {
  const merged: Record<string, T> = { ...left };
  for (const [key, value] of Object.entries(right)) {
    const known = merged[key];
    merged[key] = known === undefined ? value : add(known, value);
  }
  return merged;
}

/** For tallies of disjoint sets of ballots. Commutative and associative. */
export function mergeTallies(left: Tally, right: Tally): Tally {
  const suggested =
    left.suggested && right.suggested
      ? addSuggested(left.suggested, right.suggested)
      : (left.suggested ?? right.suggested);
  return {
    ballots: left.ballots + right.ballots,
    questions: mergeRecords(left.questions, right.questions, addAnswers),
    chips: mergeRecords(left.chips, right.chips, (a, b) => a + b),
    all_equal: left.all_equal + right.all_equal,
    low: mergeRecords(left.low, right.low, addLevels),
    ...(suggested && { suggested }),
  };
}

const addSuggested = (left: SuggestedCounts, right: SuggestedCounts): SuggestedCounts => ({
  asked: left.asked + right.asked,
  ticked: left.ticked + right.ticked,
});

export const sumTallies = (tallies: readonly Tally[]): Tally => tallies.reduce(mergeTallies, EMPTY_TALLY);

export const levelsOf = (tally: Tally, questionId: string): LevelCounts =>
  levelsOfAnswers(tally.questions[questionId] ?? NO_ANSWERS);

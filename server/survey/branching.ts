import type { Level, Question } from './definition.ts';

/** A ballot's answers as far as branching looks at them, both by question id. */
export interface BranchedAnswers {
  readonly levels: Readonly<Record<string, Level | 'na'>>;
  /** Ticked chips. */
  readonly why: Readonly<Record<string, readonly string[]>>;
}

/**
 * Whether a question is asked of somebody who gave these answers. One without a condition always is.
 * A condition on a skipped question is not met. Answers to questions that are not asked themselves must
 * have been dropped from `levels`, as `dropUnasked` does.
 */
export function isAsked(
  question: Pick<Question, 'show_if'>,
  levels: Readonly<Record<string, Level | 'na'>>,
): boolean {
  const condition = question.show_if;
  if (condition === undefined) return true;
  if (!Object.hasOwn(levels, condition.question)) return false;
  const given = String(levels[condition.question]);
  return condition.answers.some((answer) => answer === given);
}

/**
 * The answers to those of a survey's questions that are asked, in the survey's order. A page without
 * script shows every question, so a citizen may fill in one that does not apply, or change the answer that
 * it hung on; what then does not count is left out, and whatever hangs on that too.
 * Answers to questions that the survey does not have are left out as well.
 */
export function dropUnasked(
  survey: { readonly questions: readonly Pick<Question, 'id' | 'show_if'>[] },
  answers: BranchedAnswers,
): BranchedAnswers {
  const levels: Record<string, Level | 'na'> = {};
  const why: Record<string, readonly string[]> = {};
  for (const question of survey.questions) {
    if (!isAsked(question, levels)) continue;
    const level = Object.hasOwn(answers.levels, question.id) ? answers.levels[question.id] : undefined;
    const ticked = Object.hasOwn(answers.why, question.id) ? answers.why[question.id] : undefined;
    if (level !== undefined) levels[question.id] = level;
    if (ticked !== undefined) why[question.id] = ticked;
  }
  return { levels, why };
}

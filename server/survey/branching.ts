import type { Level, Question } from './definition.ts';

interface BranchedAnswers {
  readonly levels: Readonly<Record<string, Level | 'na'>>;
  readonly why: Readonly<Record<string, readonly string[]>>;
}

/**
 * A condition on a skipped question is not met. `levels` must not contain answers to questions that were not asked;
 * remove them with `dropUnasked`.
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
 * Removes answers to unknown questions and to questions that were not asked. The page without script shows every
 * question, so a citizen may answer one that does not apply, or later change the answer that it depends on.
 * Questions that depend on a removed answer are removed, too.
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

import type { Locale } from '../../web/types/locale.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';

/**
 * Texts from the newest survey version: of questions by id, of respondents' options by `kind.ID` and `field.ID`.
 */
export function questionNames(surveys: SurveyCatalogue, locale: Locale): Record<string, string> {
  const names: Record<string, string> = {};
  const oldestFirst = [...surveys.list()].sort((a, b) => a.version - b.version);
  for (const survey of oldestFirst) {
    for (const question of survey.questions) names[question.id] = question.text[locale];
    for (const part of ['kind', 'field'] as const) {
      for (const { id, text } of survey.respondent[part].options) names[`${part}.${id}`] = text[locale];
    }
  }
  return names;
}

/** Returns the chip's id when no survey contains it any more. */
export function chipName(
  surveys: SurveyCatalogue,
  questionId: string,
  chipId: string,
  locale: Locale,
): string {
  for (const survey of surveys.list()) {
    const question = survey.questions.find(({ id }) => id === questionId);
    const chip = question?.chips.options.find(({ id }) => id === chipId);
    if (chip) return chip.text[locale];
  }
  return chipId;
}

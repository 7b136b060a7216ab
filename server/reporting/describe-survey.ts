import type { Survey } from '../survey/definition.ts';
import type { SurveyTexts } from './lists.v1.ts';

type Labels = Pick<SurveyTexts, 'factors' | 'channels' | 'set_aside_reasons'>;

/** The texts for the ids in reports of this survey. */
export const describeSurvey = (survey: Survey, labels: Labels): SurveyTexts => ({
  schema: 'hailong.survey/1',
  id: survey.id,
  version: survey.version,
  sha256: survey.sha256,
  title: survey.title,
  levels: survey.levels,
  questions: survey.questions.map(({ id, official_item, factor, text, hint, na, chips }) => ({
    id,
    official_item,
    factor,
    text,
    hint,
    na,
    chips: chips.options,
  })),
  respondent_kinds: byId(survey.respondent.kind.options),
  fields: byId(survey.respondent.field.options),
  ...labels,
});

type Option = Survey['respondent']['kind']['options'][number];

const byId = (options: readonly Option[]): Record<string, Option['text']> =>
  Object.fromEntries(options.map(({ id, text }) => [id, text]));

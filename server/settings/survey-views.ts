import type { Survey, SurveyCatalogue } from '../survey/definition.ts';
import { surveyKey } from '../unit/survey-change.ts';

/** Names a survey by its id where its file is gone. */
export function nameSurveyInForce(
  surveys: SurveyCatalogue,
  { survey_id, survey_version }: { readonly survey_id: string; readonly survey_version: number },
): { id: string; version: number; title: string; key: string } {
  const found = surveys.find(survey_id, survey_version);
  return {
    id: survey_id,
    version: survey_version,
    title: found?.title.vi ?? survey_id,
    key: surveyKey(survey_id, survey_version),
  };
}

export function describeSurvey(survey: Survey) {
  const key = surveyKey(survey.id, survey.version);
  return {
    id: survey.id,
    version: survey.version,
    title: survey.title.vi,
    key,
    questions: survey.questions.length,
    isPublished: survey.is_published,
    previewHref: `/quan-tri/phieu/xem?phieu=${encodeURIComponent(key)}`,
  };
}

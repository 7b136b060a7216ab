import type { Day } from '../lib/day.ts';
import type { Db, Trx } from '../storage/schema.ts';
import type { SurveyCatalogue, SurveyDefinition } from '../survey/definition.ts';
import { findSurveyInForce } from './counter.store.ts';

/** A field (linh vuc) that a survey knows, with its words. */
export type FieldOption = SurveyDefinition['respondent']['field']['options'][number];

/**
 * The fields that a counter can serve: those of the survey that its citizens get on a day, and the one that
 * it serves already.
 */
export async function listFields(
  db: Db | Trx,
  surveys: SurveyCatalogue,
  counter: { readonly code: string; readonly field: string | null },
  day: Day,
): Promise<readonly FieldOption[]> {
  const inForce = await findSurveyInForce(db, counter.code, day);
  const survey = inForce && surveys.find(inForce.survey_id, inForce.survey_version);
  const options = survey?.respondent.field.options ?? [];
  const { field } = counter;
  if (field === null || options.some(({ id }) => id === field)) return options;
  const known = surveys.list().flatMap(({ respondent }) => respondent.field.options);
  return [...options, known.find(({ id }) => id === field) ?? { id: field, text: { vi: field, en: field } }];
}

import { maskPersonalDetails } from '../comment/masking.ts';
import type { Clock } from '../lib/clock.ts';
import type { WriteBatch } from '../storage/write-batch.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import type { Counter } from '../unit/counter.ts';
import { type Fault, type FormFields, parseResponse } from './answers.ts';
import { parseToken } from './form-token.ts';
import type { AcceptedResponse, StoreResult } from './store-responses.ts';

export interface IntakeDependencies {
  readonly batch: WriteBatch<AcceptedResponse, StoreResult>;
  readonly surveys: SurveyCatalogue;
  readonly clock: Clock;
  readonly tokenKey: Uint8Array;
}

export type SubmitResult =
  | { readonly kind: StoreResult }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] };

/**
 * Takes a submission in: checks it whole, judges it once, and resolves when the ballot is on disk.
 * Knows nothing of HTTP, so that paper and tablets can come the same way.
 * A form that was shown while its counter was open may still be sent after it closed: it may have
 * waited on a phone without a network. A closed counter shows no form, so it makes no tokens.
 */
export async function submitResponse(
  dependencies: IntakeDependencies,
  counter: Counter,
  fields: FormFields,
): Promise<SubmitResult> {
  const { batch, surveys, clock, tokenKey } = dependencies;
  const faults: Fault[] = [];
  const token = parseToken(tokenKey, counter.code, fields.get('t')?.[0], clock.now());
  if (typeof token === 'string') faults.push({ field: 't', code: token });

  const survey = findSurvey(surveys, fields.get('s')?.[0] ?? '');
  if (!survey?.is_published)
    return { kind: 'faulty', faults: [...faults, { field: 's', code: 'survey-unknown' }] };
  const parsed = parseResponse(survey, fields);
  if ('length' in parsed) return { kind: 'faulty', faults: [...faults, ...parsed] };
  if (typeof token === 'string') return { kind: 'faulty', faults };

  const kind = await batch.add({
    token_hash: token.hash,
    unit_code: counter.unit_code,
    counter_code: counter.code,
    channel: counter.channel,
    survey_id: survey.id,
    survey_version: survey.version,
    question_ids: survey.questions.map((question) => question.id),
    answers: parsed.answers,
    respondent: { ...parsed.respondent, field: counter.field ?? parsed.respondent.field },
    comment: parsed.comment === null ? null : maskPersonalDetails(parsed.comment),
    set_aside: null,
  });
  return { kind };
}

/** `mot-cua-ngan/1` → the survey; undefined for anything else. */
function findSurvey(surveys: SurveyCatalogue, reference: string) {
  const [, id, version] = /^([a-z0-9-]{1,40})\/([1-9]\d{0,2})$/.exec(reference) ?? [];
  return id === undefined ? undefined : surveys.find(id, Number(version));
}

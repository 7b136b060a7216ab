import type { Fault } from '../../web/types/fault.ts';
import { maskPersonalDetails } from '../comment/masking.ts';
import type { Clock } from '../lib/clock.ts';
import { dayOf, minuteOf } from '../lib/day.ts';
import type { SlipKey } from '../slip/slip.store.ts';
import type { Db } from '../storage/schema.ts';
import type { WriteBatch } from '../storage/write-batch.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import type { Before, IntakeMemory } from '../trust/intake-memory.ts';
import { type FormSource, judgeBallot, paceOf } from '../trust/judge-ballot.ts';
import { isOddHour } from '../trust/odd-hours.ts';
import type { Counter } from '../unit/counter.ts';
import { findInstallation } from '../unit/installation.store.ts';
import { canonicalAnswers, type FormFields, parseResponse } from './answers.ts';
import { parseToken, tokenScope } from './form-token.ts';
import { loadIntakeSettings } from './intake-settings.ts';
import type { AcceptedResponse, StoreResult } from './store-responses.ts';

interface IntakeDependencies {
  readonly db: Db;
  readonly batch: WriteBatch<AcceptedResponse, StoreResult>;
  readonly surveys: SurveyCatalogue;
  readonly clock: Clock;
  readonly tokenKey: Uint8Array;
  readonly intakeMemory: IntakeMemory;
}

/**
 * What the channel, such as the web, knows about a submission. Null means unknown; rules that need the value are
 * skipped.
 */
export interface FormOrigin {
  readonly source: FormSource | null;
  /** Ballots that the device submitted earlier today. */
  readonly sentToday: number | null;
  /** IP network of the sender; '' when unknown. Hashed in memory at once and deleted at the end of the day. */
  readonly network: string;
}

const UNKNOWN_ORIGIN: FormOrigin = { source: null, sentToday: null, network: '' };
const NOTHING_BEFORE: Before = { countedInWindow: 0, sameBefore: null, fromNetwork: null };

type SubmitResult =
  | { readonly kind: StoreResult }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] };

/**
 * Validates a submission, applies the intake rules, and resolves when the ballot is on disk. Independent of HTTP,
 * for channels such as paper and tablet. A form shown while its counter was open, or on the last day of a slip, can
 * be submitted later, because a phone may have been offline.
 */
export async function submitResponse(
  dependencies: IntakeDependencies,
  counter: Counter,
  fields: FormFields,
  origin: FormOrigin = UNKNOWN_ORIGIN,
  slip: SlipKey | null = null,
): Promise<SubmitResult> {
  const { db, batch, surveys, clock, tokenKey, intakeMemory } = dependencies;
  const faults: Fault[] = [];
  const scope = tokenScope(counter.code, slip?.hash);
  const token = parseToken(tokenKey, scope, fields.get('t')?.[0], clock.now());
  if (typeof token === 'string') faults.push({ field: 't', code: token });

  const survey = findSurvey(surveys, fields.get('s')?.[0] ?? '');
  if (!survey?.is_published)
    return { kind: 'faulty', faults: [...faults, { field: 's', code: 'survey-unknown' }] };
  const parsed = parseResponse(survey, fields);
  if ('length' in parsed) return { kind: 'faulty', faults: [...faults, ...parsed] };
  if (typeof token === 'string') return { kind: 'faulty', faults };

  const settingsOn = await loadIntakeSettings(db, counter.unit_code);
  // Testers send many ballots in a row from one phone, so during a trial the rules' results are only counted.
  const isTrial = (await findInstallation(db))?.official_since === null;
  const now = clock.now();
  const today = dayOf(now);
  const { rules, openingHours } = settingsOn(today);
  const arrival = {
    counterCode: counter.code,
    network: origin.network,
    answers: canonicalAnswers(parsed.answers).answers,
    now,
    today,
  };
  // A slip can be used only once, so earlier submissions do not make its ballot suspicious.
  const before = slip === null ? intakeMemory.look(arrival) : NOTHING_BEFORE;
  const answered = Object.keys(parsed.answers.levels).length;
  const pace = token.isTimed ? paceOf(now.getTime() - token.issuedAt.getTime(), answered) : null;
  const judged = judgeBallot(rules, { ...origin, ...before, pace });
  const undo = slip === null ? intakeMemory.note(arrival, judged === null) : () => {};

  try {
    const kind = await batch.add({
      token_hash: token.hash,
      issuedAt: token.issuedAt,
      unit_code: counter.unit_code,
      counter_code: counter.code,
      channel: slip === null ? counter.channel : 'slip',
      survey_id: survey.id,
      survey_version: survey.version,
      question_ids: survey.questions.map((question) => question.id),
      answers: parsed.answers,
      respondent: { ...parsed.respondent, field: counter.field ?? parsed.respondent.field },
      comment: parsed.comment === null ? null : maskPersonalDetails(parsed.comment),
      set_aside: isTrial ? null : judged,
      setAsideInTrial: isTrial ? judged : null,
      intake:
        slip === null
          ? {
              pace,
              inWindow: before.countedInWindow + 1,
              inRow: before.sameBefore === null ? null : before.sameBefore + 1,
              fromNetwork: before.fromNetwork === null ? null : before.fromNetwork + 1,
            }
          : null,
      isOddHour: isOddHour(openingHours, today, minuteOf(now)),
      slip,
    });
    if (kind !== 'stored') undo();
    return { kind };
  } catch (error) {
    undo();
    throw error;
  }
}

/** `reference`: id and version, such as `mot-cua-ngan/1`. */
function findSurvey(surveys: SurveyCatalogue, reference: string) {
  const [, id, version] = /^([a-z0-9-]{1,40})\/([1-9]\d{0,2})$/.exec(reference) ?? [];
  return id === undefined ? undefined : surveys.find(id, Number(version));
}

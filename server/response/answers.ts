import type { Fault } from '../../web/types/fault.ts';
import { normaliseText, truncateText } from '../lib/text.ts';
import { dropUnasked } from '../survey/branching.ts';
import { type Level, OVERALL, type Survey } from '../survey/definition.ts';
import type { Answers } from '../tally/tally.ts';

/** Submitted form fields; a field may have several values. */
export type FormFields = ReadonlyMap<string, readonly string[]>;

/** What citizens say about themselves; stored separately from the ballot. */
export interface Respondent {
  readonly kind: string | null;
  readonly field: string | null;
}

export interface ParsedResponse {
  readonly answers: Answers;
  readonly respondent: Respondent;
  /** Normalised, but personal data are not masked yet. Null when empty. */
  readonly comment: string | null;
}

/** In Unicode code points. */
export const COMMENT_LIMIT = 1_000;

const QUESTION_PREFIX = 'q.';
const CHIP_PREFIX = 'why.';

/**
 * Validates a submitted form; returns all faults at once. Only `overall` is required: a form without it is no
 * ballot. A level is exactly one of the characters `1`–`5`, without spaces, signs, zeros or digits of other
 * scripts. Chips that the survey does not offer for the given level are ignored. A comment that is too long is
 * rejected instead of truncated, so that no text is lost unnoticed.
 */
export function parseResponse(survey: Survey, fields: FormFields): ParsedResponse | readonly Fault[] {
  const faults: Fault[] = [];
  const levels: Record<string, Level | 'na'> = {};
  const ticked: Record<string, string[]> = {};
  const questions = new Map(survey.questions.map((question) => [question.id, question]));

  let namesUnknownQuestion = false;
  for (const [name, values] of fields) {
    if (name.startsWith(QUESTION_PREFIX)) {
      const question = questions.get(name.slice(QUESTION_PREFIX.length));
      if (!question) namesUnknownQuestion = true;
      else if (values.length > 1) faults.push({ field: name, code: 'level-repeated' });
      else {
        const answer = parseLevel(values[0] ?? '', question.na !== null);
        if (answer === undefined) faults.push({ field: name, code: 'level-invalid' });
        else if (answer !== null) levels[question.id] = answer;
      }
    } else if (name.startsWith(CHIP_PREFIX)) {
      const question = questions.get(name.slice(CHIP_PREFIX.length));
      const known = new Set(question?.chips.options.map((chip) => chip.id));
      if (!question) namesUnknownQuestion = true;
      else if (values.some((value) => !known.has(value))) faults.push({ field: name, code: 'chip-unknown' });
      else ticked[question.id] = [...new Set(values)].sort();
    }
  }
  // One fault for all unknown questions: they have no field on the page, and many of them must not produce a huge
  // page.
  if (namesUnknownQuestion) faults.push({ field: 'form', code: 'question-unknown' });
  if (levels[OVERALL] === undefined && !faults.some((fault) => fault.field === `q.${OVERALL}`)) {
    faults.push({ field: `q.${OVERALL}`, code: 'overall-missing' });
  }

  const kind = parseOption('kind', survey.respondent.kind.options, fields, faults);
  const field = parseOption('field', survey.respondent.field.options, fields, faults);
  const typed = (fields.get('comment') ?? []).join('\n');
  const comment = typed === '' ? '' : normaliseText(typed);
  if (comment.length > COMMENT_LIMIT && truncateText(comment, COMMENT_LIMIT) !== comment)
    faults.push({ field: 'comment', code: 'comment-too-long' });
  if (faults.length > 0) return faults;

  const asked = dropUnasked(survey, { levels, why: ticked });
  const why: Record<string, readonly string[]> = {};
  for (const [id, chips] of Object.entries(asked.why)) {
    const level = asked.levels[id];
    const limit = questions.get(id)?.chips.up_to_level ?? 0;
    if (typeof level === 'number' && level <= limit && chips.length > 0) why[id] = chips;
  }
  return { answers: { levels: asked.levels, why }, respondent: { kind, field }, comment: comment || null };
}

/** Null for an empty value, undefined for an invalid one. */
function parseLevel(value: string, allowsNa: boolean): Level | 'na' | null | undefined {
  if (value === '') return null;
  if (value === 'na') return allowsNa ? 'na' : undefined;
  return /^[1-5]$/.test(value) ? (Number(value) as Level) : undefined;
}

function parseOption(
  name: 'kind' | 'field',
  options: readonly { readonly id: string }[],
  fields: FormFields,
  faults: Fault[],
): string | null {
  const values = (fields.get(name) ?? []).filter((value) => value !== '');
  if (values.length === 0) return null;
  const value = values[0] as string;
  if (values.length > 1 || !options.some((option) => option.id === value)) {
    faults.push({ field: name, code: 'option-unknown' });
    return null;
  }
  return value;
}

/** JSON with sorted keys. No key may look like an integer, because objects always put such keys first. */
function writeSorted(record: Readonly<Record<string, unknown>>): string {
  const sorted: Record<string, unknown> = {};
  for (const key of Object.keys(record).sort()) sorted[key] = record[key];
  return JSON.stringify(sorted);
}

/** Canonical form for storage: sorted keys, no empty values. */
export function canonicalAnswers(answers: Answers): { answers: string; why: string | null } {
  const why = Object.keys(answers.why).length > 0 ? writeSorted(answers.why) : null;
  return { answers: writeSorted(answers.levels), why };
}

export const parseCanonical = (stored: { answers: string; why: string | null }): Answers => ({
  levels: JSON.parse(stored.answers) as Answers['levels'],
  why: stored.why === null ? {} : (JSON.parse(stored.why) as Answers['why']),
});

import { z } from 'zod';
import type { Channel } from '../storage/schema.ts';

/** The factors of the official form (QĐ 1001/QĐ-BNV, annexed questionnaire). */
export const FACTORS = ['access', 'procedure', 'official', 'result', 'feedback'] as const;
export type Factor = (typeof FACTORS)[number];

/** By item number of the official form (QĐ 1001/QĐ-BNV, annexed questionnaire). */
export const FACTOR_OF_ITEM: Readonly<Record<number, Factor>> = {
  24: 'access',
  25: 'access',
  26: 'access',
  27: 'procedure',
  28: 'procedure',
  29: 'procedure',
  30: 'procedure',
  31: 'official',
  32: 'official',
  33: 'official',
  34: 'result',
  35: 'result',
  36: 'result',
  37: 'feedback',
  38: 'feedback',
  39: 'feedback',
};

/** 1 is the worst. */
export type Level = 1 | 2 | 3 | 4 | 5;
export const LEVELS = [1, 2, 3, 4, 5] as const satisfies readonly Level[];

/** Id of the only required question, worded identically in every survey, so that counts of all surveys add up. */
export const OVERALL = 'overall';

/** The 39 questions of the official form, and `overall`. */
const MAX_QUESTIONS = 40;

/**
 * Normalised (NFC, trimmed) before the length is checked, because the text is stored so. Text that is not NFC is
 * accepted, because editors do not show the difference.
 */
const words = (limit: number) =>
  z
    .string()
    .normalize('NFC')
    .trim()
    .min(1)
    .max(limit)
    .refine((text) => !/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\ufffd]/u.test(text), {
      error: 'must be one line without control characters',
    });

const localised = (limit: number) => z.strictObject({ vi: words(limit), en: words(limit) });

/** Names of `Object.prototype` are reserved, because answers are looked up by id in plain objects. */
const isFreeName = (id: string): boolean => !(id in Object.prototype);
const ID_PATTERN = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const id = (limit: number) =>
  z
    .string()
    .regex(ID_PATTERN, 'must be lower-case words of a–z and 0–9 joined by "-"')
    .max(limit)
    .refine(isFreeName, 'is a reserved word');

const chipSchema = z.strictObject({ id: id(32), text: localised(60) });

const conditionSchema = z.strictObject({
  question: z.string(),
  answers: z.array(z.enum(['1', '2', '3', '4', '5', 'na'])).min(1),
});

const questionSchema = z.strictObject({
  id: id(32),
  /** Null when the official form has no such item. */
  official_item: z.number().int().min(1).max(200).nullable(),
  factor: z.enum(FACTORS).nullable(),
  text: localised(60),
  hint: localised(80).nullable(),
  /** Label of "not applicable"; null when the question does not offer it. */
  na: localised(40).nullable(),
  chips: z.strictObject({
    /** Chips are offered for answers at this level or lower. */
    up_to_level: z.number().int().min(1).max(5),
    heading: localised(80),
    options: z.array(chipSchema).max(8),
  }),
  show_if: conditionSchema.optional(),
});

const optionSchema = z.strictObject({ id: id(32), text: localised(60) });

/** `surveys/common.json`: what every survey must contain unchanged. */
export const commonSchema = z.strictObject({
  scale: z.strictObject({
    id: z.literal('satisfaction-5'),
    levels: z.strictObject({
      '1': localised(40),
      '2': localised(40),
      '3': localised(40),
      '4': localised(40),
      '5': localised(40),
    }),
  }),
  overall: questionSchema,
});

/** A survey file, `surveys/<id>/v<version>.json`. `check-survey.ts` has the rules that span several fields. */
export const surveySchema = z.strictObject({
  id: id(40),
  version: z.number().int().min(1).max(999),
  scale: z.literal('satisfaction-5'),
  formula: z.literal('share-satisfied/1'),
  title: localised(80),
  purpose: localised(120),
  items_heading: localised(80),
  questions: z.array(questionSchema).min(1).max(MAX_QUESTIONS),
  /** Optional questions about the respondent; tallied separately, never stored on the ballot. */
  respondent: z.strictObject({
    kind: z.strictObject({ heading: localised(80), options: z.array(optionSchema).max(6) }),
    field: z.strictObject({ heading: localised(80), options: z.array(optionSchema).max(12) }),
  }),
  comment: z.strictObject({ heading: localised(80) }),
});

export type Question = z.infer<typeof questionSchema>;
export type SurveyDefinition = z.infer<typeof surveySchema>;
export type CommonDefinition = z.infer<typeof commonSchema>;

export interface Survey extends SurveyDefinition {
  /** SHA-256 of the file's bytes, lower-case hexadecimal. */
  readonly sha256: string;
  /** Only a published survey can be in force; a draft can only be previewed. */
  readonly is_published: boolean;
  readonly levels: CommonDefinition['scale']['levels'];
}

export interface SurveyCatalogue {
  find(id: string, version: number): Survey | undefined;
  /** Sorted by id, then version. */
  list(): readonly Survey[];
}

/**
 * The newest published version of a channel's default survey. Citizens with an online dossier get another survey,
 * because they did not visit the office.
 * @throws Error when the survey folder lacks it.
 */
export function getDefaultSurvey(surveys: SurveyCatalogue, channel: Channel): Survey {
  const id = channel === 'link' ? 'truc-tuyen' : 'mot-cua-ngan';
  const newest = surveys.list().findLast((survey) => survey.id === id && survey.is_published);
  if (!newest) throw new Error(`no survey is published for the channel "${channel}"`);
  return newest;
}

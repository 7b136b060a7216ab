import { z } from 'zod';

/** The factors of the service block of the official form (QĐ 1001/QĐ-BNV, annexed questionnaire). */
export const FACTORS = ['access', 'procedure', 'official', 'result', 'feedback'] as const;
export type Factor = (typeof FACTORS)[number];

/** The factor of each service item, by its number in the official form (QĐ 1001/QĐ-BNV, annexed questionnaire). */
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

/** A level of the five-level scale, 1 the worst. */
export type Level = 1 | 2 | 3 | 4 | 5;
/** All levels, the worst first. */
export const LEVELS = [1, 2, 3, 4, 5] as const satisfies readonly Level[];

/** The one required question, worded alike in every survey, so that counts of all surveys add up. */
export const OVERALL = 'overall';

/** Most questions that a survey may have: the official form's 39 and `overall`. */
export const MAX_QUESTIONS = 40;

/** Measured as it is stored: NFC, no white space at its ends. Not refused for its form, as no editor shows it. */
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

/** The same words in every language of the product. */
const localised = (limit: number) => z.strictObject({ vi: words(limit), en: words(limit) });

/** No name of `Object.prototype` is an id: answers are looked up by id in plain records. */
const isFreeName = (id: string): boolean => !(id in Object.prototype);
const ID_PATTERN = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const id = (limit: number) =>
  z
    .string()
    .regex(ID_PATTERN, 'must be lower-case words of a–z and 0–9 joined by "-"')
    .max(limit)
    .refine(isFreeName, 'is a reserved word');

const chipSchema = z.strictObject({ id: id(32), text: localised(60) });

/** A question is asked only after one of these answers to an earlier one. */
const conditionSchema = z.strictObject({
  question: z.string(),
  answers: z.array(z.enum(['1', '2', '3', '4', '5', 'na'])).min(1),
});

const questionSchema = z.strictObject({
  id: id(32),
  /** Number in the official form; null where the form has no such item. */
  official_item: z.number().int().min(1).max(200).nullable(),
  factor: z.enum(FACTORS).nullable(),
  text: localised(60),
  hint: localised(80).nullable(),
  /** Words of "not applicable" for this question; null where there is no such answer. */
  na: localised(40).nullable(),
  chips: z.strictObject({
    /** Chips are offered at this level and below, 1–5. */
    up_to_level: z.number().int().min(1).max(5),
    heading: localised(80),
    options: z.array(chipSchema).max(8),
  }),
  show_if: conditionSchema.optional(),
});

const optionSchema = z.strictObject({ id: id(32), text: localised(60) });

/** What stands in `surveys/common.json`: the words that every survey shares to the letter. */
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

/** A survey file, `surveys/<id>/v<version>.json`. Rules that need more than one place stand in `check-survey`. */
export const surveySchema = z.strictObject({
  id: id(40),
  version: z.number().int().min(1).max(999),
  scale: z.literal('satisfaction-5'),
  formula: z.literal('share-satisfied/1'),
  title: localised(80),
  purpose: localised(120),
  items_heading: localised(80),
  questions: z.array(questionSchema).min(1).max(MAX_QUESTIONS),
  /** Optional questions about who answers; tallied apart, never stored on the ballot. */
  respondent: z.strictObject({
    kind: z.strictObject({ heading: localised(80), options: z.array(optionSchema).max(6) }),
    field: z.strictObject({ heading: localised(80), options: z.array(optionSchema).max(12) }),
  }),
  comment: z.strictObject({ heading: localised(80) }),
});

export type Question = z.infer<typeof questionSchema>;
export type SurveyDefinition = z.infer<typeof surveySchema>;
export type CommonDefinition = z.infer<typeof commonSchema>;

/** A survey as the product uses it. */
export interface Survey extends SurveyDefinition {
  /** SHA-256 of the file's bytes, lower-case hexadecimal. */
  readonly sha256: string;
  /** Only a published survey may be in force; a draft can be looked at. */
  readonly is_published: boolean;
  readonly levels: CommonDefinition['scale']['levels'];
}

/** All surveys, found by id and version. */
export interface SurveyCatalogue {
  find(id: string, version: number): Survey | undefined;
  /** By id, then version. */
  list(): readonly Survey[];
}

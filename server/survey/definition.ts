import { z } from 'zod';

/** The factors of the service block of the official form (QĐ 1001/QĐ-BNV, annexed questionnaire). */
export const FACTORS = ['access', 'procedure', 'official', 'result', 'feedback'] as const;
export type Factor = (typeof FACTORS)[number];

/** A level of the five-level scale, 1 the worst. */
export type Level = 1 | 2 | 3 | 4 | 5;
export const LEVELS = [1, 2, 3, 4, 5] as const satisfies readonly Level[];

/** The one required question, worded alike in every survey, so that counts of all surveys add up. */
export const OVERALL = 'overall';

/** Languages that every survey is written in. */
export const LOCALES = ['vi', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

const words = (limit: number) =>
  z
    .string()
    .min(1)
    .max(limit)
    .refine((text) => text === text.normalize('NFC').trim(), 'must be NFC without white space at its ends');

/** The same words in every language of the product. */
const localised = (limit: number) => z.strictObject({ vi: words(limit), en: words(limit) });

const idPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const chipSchema = z.strictObject({ id: z.string().regex(idPattern).max(32), text: localised(60) });

/** A question is asked only after one of these answers to an earlier one. */
const conditionSchema = z.strictObject({
  question: z.string(),
  answers: z.array(z.enum(['1', '2', '3', '4', '5', 'na'])).min(1),
});

const questionSchema = z.strictObject({
  id: z.string().regex(/^(overall|i\d{1,3}|[a-z][a-z0-9]*(-[a-z0-9]+)*)$/).max(32),
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

const optionSchema = z.strictObject({ id: z.string().regex(idPattern).max(32), text: localised(60) });

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

/** A survey file, `surveys/<id>/v<version>.json`. Checks that need more than one place stand in `load-surveys`. */
export const surveySchema = z.strictObject({
  id: z.string().regex(idPattern).max(40),
  version: z.number().int().min(1).max(999),
  scale: z.literal('satisfaction-5'),
  formula: z.literal('share-satisfied/1'),
  title: localised(80),
  purpose: localised(120),
  items_heading: localised(80),
  questions: z.array(questionSchema).min(1).max(60),
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
  list(): readonly Survey[];
}

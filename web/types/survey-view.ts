import type { Locale } from './locale.ts';

export type Localised = Readonly<Record<Locale, string>>;

export interface OptionView {
  readonly id: string;
  readonly text: Localised;
}

export interface QuestionView {
  readonly id: string;
  readonly text: Localised;
  readonly hint: Localised | null;
  /** Label of the answer "not applicable"; null: the question has none. */
  readonly na: Localised | null;
  readonly chips: {
    /** Reasons are offered after an answer of this level (1–5) or lower. */
    readonly up_to_level: number;
    readonly heading: Localised;
    readonly options: readonly OptionView[];
  };
  /** The question is meant for respondents who gave one of these answers to an earlier question. */
  readonly show_if?:
    | { readonly question: string; readonly answers: readonly (keyof LevelWords | 'na')[] }
    | undefined;
}

/** Labels of the five levels; 1 is the worst. */
export type LevelWords = Readonly<Record<'1' | '2' | '3' | '4' | '5', Localised>>;

export interface SurveyView {
  readonly id: string;
  readonly version: number;
  readonly title: Localised;
  readonly purpose: Localised;
  readonly items_heading: Localised;
  readonly levels: LevelWords;
  readonly questions: readonly QuestionView[];
  readonly respondent: Readonly<
    Record<'kind' | 'field', { readonly heading: Localised; readonly options: readonly OptionView[] }>
  >;
  readonly comment: { readonly heading: Localised };
}

/** Submitted values that the page shows again after a fault; empty on a first visit. */
export interface KeptAnswers {
  /** `1`–`5` or `na`, by question id. */
  readonly levels: Readonly<Record<string, string>>;
  /** Ids of ticked reasons, by question id. */
  readonly why: Readonly<Record<string, readonly string[]>>;
  readonly kind: string;
  readonly field: string;
  readonly comment: string;
}

import type { Locale } from '../formatting/numbers.ts';
import { surveyChoiceEn } from './survey-choice.en.ts';
import { type SurveyChoiceMessages, surveyChoiceVi } from './survey-choice.vi.ts';

/** The words of choosing and checking surveys in a language. */
export const surveyChoiceMessages = (locale: Locale): SurveyChoiceMessages =>
  locale === 'en' ? surveyChoiceEn : surveyChoiceVi;

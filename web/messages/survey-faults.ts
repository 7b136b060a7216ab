import type { Locale } from '../formatting/numbers.ts';
import { surveyFaultsEn } from './survey-faults.en.ts';
import { type SurveyFaultMessages, surveyFaultsVi } from './survey-faults.vi.ts';

/** What is wrong in a survey file, in a language. */
export const surveyFaultMessages = (locale: Locale): SurveyFaultMessages =>
  locale === 'en' ? surveyFaultsEn : surveyFaultsVi;

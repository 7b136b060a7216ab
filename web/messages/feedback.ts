import type { Locale } from '../formatting/numbers.ts';
import { feedbackEn } from './feedback.en.ts';
import { type FeedbackMessages, feedbackVi } from './feedback.vi.ts';

/** The words of citizens' comments, as the office reads them, in a language. */
export const feedbackMessages = (locale: Locale): FeedbackMessages =>
  locale === 'en' ? feedbackEn : feedbackVi;

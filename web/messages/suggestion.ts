import type { Locale } from '../types/locale.ts';
import { suggestionEn } from './suggestion.en.ts';
import { type SuggestionMessages, suggestionVi } from './suggestion.vi.ts';

/** The sentences about suggested answers in one language. */
export const suggestionMessages = (locale: Locale): SuggestionMessages =>
  locale === 'en' ? suggestionEn : suggestionVi;

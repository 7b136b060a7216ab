import type { Locale } from '../types/locale.ts';
import { reliabilityEn } from './reliability.en.ts';
import { type ReliabilityMessages, reliabilityVi } from './reliability.vi.ts';

/** The words on how far a figure can be believed, in a language. */
export const reliabilityMessages = (locale: Locale): ReliabilityMessages =>
  locale === 'en' ? reliabilityEn : reliabilityVi;

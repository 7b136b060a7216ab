import type { Locale } from '../types/locale.ts';
import { sealsEn } from './seals.en.ts';
import { type SealMessages, sealsVi } from './seals.vi.ts';

/** The words of the days' seals in a language. */
export const sealMessages = (locale: Locale): SealMessages => (locale === 'en' ? sealsEn : sealsVi);

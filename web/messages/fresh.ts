import type { Locale } from '../types/locale.ts';
import { freshEn } from './fresh.en.ts';
import { type FreshMessages, freshVi } from './fresh.vi.ts';

/** The words of a view that keeps itself fresh, in a language. */
export const freshMessages = (locale: Locale): FreshMessages => (locale === 'en' ? freshEn : freshVi);

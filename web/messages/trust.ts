import type { Locale } from '../types/locale.ts';
import { trustEn } from './trust.en.ts';
import { type TrustMessages, trustVi } from './trust.vi.ts';

/** The words of the rules that set ballots aside in a language. */
export const trustMessages = (locale: Locale): TrustMessages => (locale === 'en' ? trustEn : trustVi);

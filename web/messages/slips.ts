import type { Locale } from '../types/locale.ts';
import { slipsEn } from './slips.en.ts';
import { type SlipMessages, slipsVi } from './slips.vi.ts';

/** The sentences about one-time slips in one language. */
export const slipMessages = (locale: Locale): SlipMessages => (locale === 'en' ? slipsEn : slipsVi);

import type { Locale } from '../formatting/numbers.ts';
import { weeksEn } from './weeks.en.ts';
import { type WeekMessages, weeksVi } from './weeks.vi.ts';

/** The words of the staff's week in a language. */
export const weekMessages = (locale: Locale): WeekMessages => (locale === 'en' ? weeksEn : weeksVi);

import type { Locale } from '../types/locale.ts';
import { staffEn } from './staff.en.ts';
import { type StaffMessages, staffVi } from './staff.vi.ts';

/** The words of the staff, leader and public results pages in a language. */
export const staffMessages = (locale: Locale): StaffMessages => (locale === 'en' ? staffEn : staffVi);

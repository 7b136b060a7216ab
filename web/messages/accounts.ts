import type { Locale } from '../formatting/numbers.ts';
import { accountsEn } from './accounts.en.ts';
import { type AccountMessages, accountsVi } from './accounts.vi.ts';

/** The words of signing in and of administering people in a language. */
export const accountMessages = (locale: Locale): AccountMessages =>
  locale === 'en' ? accountsEn : accountsVi;

import type { Locale } from '../types/locale.ts';
import { transactionsEn } from './transactions.en.ts';
import { type TransactionMessages, transactionsVi } from './transactions.vi.ts';

/** The words about transactions in a language. */
export const transactionMessages = (locale: Locale): TransactionMessages =>
  locale === 'en' ? transactionsEn : transactionsVi;

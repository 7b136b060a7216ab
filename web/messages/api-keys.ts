import type { Locale } from '../formatting/numbers.ts';
import { apiKeysEn } from './api-keys.en.ts';
import { type ApiKeyMessages, apiKeysVi } from './api-keys.vi.ts';

/** The words of keys for programs in a language. */
export const apiKeyMessages = (locale: Locale): ApiKeyMessages => (locale === 'en' ? apiKeysEn : apiKeysVi);

import type { Locale } from '../../web/types/locale.ts';

export const LOCALES = ['vi', 'en'] as const satisfies readonly Locale[];

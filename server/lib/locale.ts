/** Languages that every page for citizens and every survey is written in. */
export const LOCALES = ['vi', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

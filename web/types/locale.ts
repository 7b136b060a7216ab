/** Languages of citizens' pages and surveys. */
export type Locale = 'vi' | 'en';

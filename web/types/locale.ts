/** Languages of the citizens' pages and of every survey. */
export type Locale = 'vi' | 'en';

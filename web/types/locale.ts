/** Languages that every page for citizens and every survey is written in. */
export type Locale = 'vi' | 'en';

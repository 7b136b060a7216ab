import type { Locale } from '../types/locale.ts';

/** The languages that a link has to know of. */
export interface LinkLanguages {
  readonly locale: Locale;
  /** What the server speaks when an address names no language; Vietnamese unless given. */
  readonly defaultLocale?: Locale;
}

/** Whether addresses must name the page's language for the next page to be in it. */
export const mustNameLanguage = ({ locale, defaultLocale = 'vi' }: LinkLanguages): boolean =>
  locale !== defaultLocale;

/** A path of this server, without a query, that leads to a page in the same language as this one. */
export const pageHref = (path: string, languages: LinkLanguages): string =>
  mustNameLanguage(languages) ? `${path}?lang=${languages.locale}` : path;

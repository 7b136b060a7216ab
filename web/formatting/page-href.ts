import type { Locale } from '../types/locale.ts';

export interface LinkLanguages {
  readonly locale: Locale;
  /** Language of pages whose URL names none; default: Vietnamese. */
  readonly defaultLocale?: Locale;
}

/** Whether links must name the page's language so that the next page is in the same language. */
export const mustNameLanguage = ({ locale, defaultLocale = 'vi' }: LinkLanguages): boolean =>
  locale !== defaultLocale;

/** A path without a query becomes a link to a page in the same language. */
export const pageHref = (path: string, languages: LinkLanguages): string =>
  mustNameLanguage(languages) ? `${path}?lang=${languages.locale}` : path;

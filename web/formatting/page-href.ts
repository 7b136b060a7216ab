import type { Locale } from '../types/locale.ts';

export interface LinkLanguages {
  readonly locale: Locale;
  /** Language of a page whose URL has no `lang`; default: Vietnamese. */
  readonly defaultLocale?: Locale;
}

/** Whether a link needs `lang` to lead to a page in the same language. */
export const mustNameLanguage = ({ locale, defaultLocale = 'vi' }: LinkLanguages): boolean =>
  locale !== defaultLocale;

/** Link to a page in the same language; `path` must have no query. */
export const pageHref = (path: string, languages: LinkLanguages): string =>
  mustNameLanguage(languages) ? `${path}?lang=${languages.locale}` : path;

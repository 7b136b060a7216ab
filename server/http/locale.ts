import type { Locale } from '../../web/types/locale.ts';
import { LOCALES } from '../lib/locale.ts';
import type { Http } from './environment.ts';

/** The language that the address asks for, else the installation's. */
export function parseLocale(c: Http): Locale {
  const asked = c.req.query('lang');
  return LOCALES.find((locale) => locale === asked) ?? c.get('app').config.defaultLocale;
}

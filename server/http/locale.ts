import type { Locale } from '../../web/types/locale.ts';
import { LOCALES } from '../lib/locale.ts';
import type { Http } from './environment.ts';

export function parseLocale(c: Http): Locale {
  const requested = c.req.query('lang');
  return LOCALES.find((locale) => locale === requested) ?? c.get('app').config.defaultLocale;
}

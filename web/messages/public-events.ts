import type { Locale } from '../types/locale.ts';
import { publicEventsEn } from './public-events.en.ts';
import { type PublicEventMessages, publicEventsVi } from './public-events.vi.ts';

/** The words of the public lines in a language. */
export const publicEventMessages = (locale: Locale): PublicEventMessages =>
  locale === 'en' ? publicEventsEn : publicEventsVi;

import type { Locale } from '../formatting/numbers.ts';
import { sipasEn } from './sipas.en.ts';
import { type SipasMessages, sipasVi } from './sipas.vi.ts';

/** The words of the page for the SIPAS figure in a language. */
export const sipasMessages = (locale: Locale): SipasMessages => (locale === 'en' ? sipasEn : sipasVi);

import type { Locale } from '../types/locale.ts';
import { alertsEn } from './alerts.en.ts';
import { type AlertMessages, alertsVi } from './alerts.vi.ts';

/** The words of alerts in a language. */
export const alertMessages = (locale: Locale): AlertMessages => (locale === 'en' ? alertsEn : alertsVi);

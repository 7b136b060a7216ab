import type { Locale } from '../formatting/numbers.ts';
import { unitSettingsEn } from './unit-settings.en.ts';
import { type UnitSettingsMessages, unitSettingsVi } from './unit-settings.vi.ts';

/** The words for the unit, its counters and its opening hours in a language. */
export const unitSettingsMessages = (locale: Locale): UnitSettingsMessages =>
  locale === 'en' ? unitSettingsEn : unitSettingsVi;

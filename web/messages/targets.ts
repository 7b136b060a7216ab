import type { Locale } from '../formatting/numbers.ts';
import { targetsEn } from './targets.en.ts';
import { type TargetMessages, targetsVi } from './targets.vi.ts';

/** The words of targets and of the minimum of ballots in a language. */
export const targetMessages = (locale: Locale): TargetMessages => (locale === 'en' ? targetsEn : targetsVi);

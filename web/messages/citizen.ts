import type { Locale } from '../types/locale.ts';
import { citizenEn } from './citizen.en.ts';
import { type CitizenMessages, citizenVi } from './citizen.vi.ts';

export const citizenMessages = (locale: Locale): CitizenMessages => (locale === 'en' ? citizenEn : citizenVi);

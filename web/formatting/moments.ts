import type { Locale } from '../types/locale.ts';
import { formatDay } from './dates.ts';

/** `2024-02-10T08:05:00+07:00` as `10/02/2024 08:05`; the offset must be Vietnam's. */
export const formatMoment = (instant: string, locale: Locale): string =>
  `${formatDay(instant.slice(0, 10), locale)} ${instant.slice(11, 16)}`;

import { type Day, isDay } from './day.ts';

/** More characters than any day takes, however it is written. */
const LONGEST = 40;

/**
 * The day that a person typed, in Vietnamese order (`5/2/2024`, `05-02-2024`, `05.02.2024`) or as
 * `2024-02-05`; null when a text is no day of the calendar.
 */
export function parseTypedDay(text: string): Day | null {
  const typed = text.length > LONGEST ? '' : text.trim();
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed) ?? [];
  const iso =
    day === undefined || month === undefined || year === undefined
      ? typed
      : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) ? iso : null;
}

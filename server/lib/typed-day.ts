import { type Day, isDay } from './day.ts';

/** Maximum number of characters; longer text is rejected before the regular expression runs. */
const LONGEST = 40;

/** Parses `5/2/2024`, `05-02-2024`, `05.02.2024` (Vietnamese order, day first) or ISO; null for anything else. */
export function parseTypedDay(text: string): Day | null {
  const typed = text.length > LONGEST ? '' : text.trim();
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed) ?? [];
  const iso =
    day === undefined || month === undefined || year === undefined
      ? typed
      : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) ? iso : null;
}

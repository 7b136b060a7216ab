import type { Fault } from '../../web/types/fault.ts';
import { type Day, isDay } from '../lib/day.ts';
import { normaliseLine, truncateText } from '../lib/text.ts';

/** Maximum length of a key's name in code points. */
const KEY_NAME_LIMIT = 120;

/**
 * Returns all faults of a request for a key, not only the first. A day in the past is a fault, because the
 * key would never be valid.
 */
export function findKeyRequestFaults(
  { name, expiresOn }: { readonly name: string; readonly expiresOn: Day | null },
  today: Day,
): Fault[] {
  const faults: Fault[] = [];
  const own = normaliseLine(name);
  if (own === '') faults.push({ field: 'name', code: 'key-name-missing' });
  if (truncateText(own, KEY_NAME_LIMIT) !== own) {
    faults.push({ field: 'name', code: 'key-name-too-long', params: { limit: KEY_NAME_LIMIT } });
  }
  if (expiresOn !== null && !isDay(expiresOn)) {
    faults.push({ field: 'expires', code: 'day-malformed', params: { day: expiresOn } });
  } else if (expiresOn !== null && expiresOn < today) {
    faults.push({ field: 'expires', code: 'day-past', params: { day: expiresOn } });
  }
  return faults;
}

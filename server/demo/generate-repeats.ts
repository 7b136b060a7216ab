import { type Day, weekdayOf } from '../lib/day.ts';
import type { SeededRandom } from '../lib/seeded-random.ts';
import { isOpen } from './generate-ballots.ts';

/** A day on which one phone is passed around in the queue and sends more ballots than may count per day. */
const PHONE_PASSED_AROUND: Day = '2024-11-20';

/**
 * Draws the number of ballots of a counter and day that are set aside because they exceed the limit per
 * device.
 */
export function generateRepeats(random: SeededRandom, counterIndex: number, day: Day): number {
  if (!isOpen(day)) return 0;
  if (day === PHONE_PASSED_AROUND && counterIndex === 3) return 7;
  // Mondays are crowded, and people helping in the queue submit for others.
  return random.next() < (weekdayOf(day) === 1 ? 0.25 : 0.08) ? 1 : 0;
}

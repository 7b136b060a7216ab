import { type Day, weekdayOf } from '../lib/day.ts';
import type { SeededRandom } from '../lib/seeded-random.ts';
import { isOpen } from './generate-ballots.ts';

/** A phone passed around in the queue sends more ballots than count per day. */
const PHONE_PASSED_AROUND: Day = '2024-11-20';

/** The number of ballots of a counter and day that exceed the limit per device, and so are set aside. */
export function generateRepeats(random: SeededRandom, counterIndex: number, day: Day): number {
  if (!isOpen(day)) return 0;
  if (day === PHONE_PASSED_AROUND && counterIndex === 3) return 7;
  // Mondays are crowded, and people helping in the queue submit for others.
  return random.next() < (weekdayOf(day) === 1 ? 0.25 : 0.08) ? 1 : 0;
}

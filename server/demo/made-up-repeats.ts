import { type Day, weekdayOf } from '../lib/day.ts';
import type { SeededRandom } from '../lib/seeded-random.ts';
import { isOpen } from './made-up-ballots.ts';

/** A phone that was passed around in the queue: more ballots of one day than are counted. */
const PHONE_PASSED_AROUND: Day = '2024-11-20';

/** How many ballots of a counter come from a phone that has had its two of the day: set aside by the rule. */
export function makeUpRepeats(random: SeededRandom, counterIndex: number, day: Day): number {
  if (!isOpen(day)) return 0;
  if (day === PHONE_PASSED_AROUND && counterIndex === 3) return 7;
  // Mondays are crowded, and whoever helps in the queue sends for others.
  return random.next() < (weekdayOf(day) === 1 ? 0.25 : 0.08) ? 1 : 0;
}

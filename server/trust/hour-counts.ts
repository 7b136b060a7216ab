import type { Day } from '../lib/day.ts';
import type { IntakeCount } from './intake-measures.ts';

/**
 * What is kept of the hours at which a unit's ballots of a day came: how many at ordinary ones, how many at odd
 * ones (`odd-hour.ts`), those of slips apart. No counter, no time, nothing of an answer, and of all ballots
 * alike, whether they count or were set aside.
 */
export const HOUR_MEASURES = ['hours-ordinary', 'hours-odd', 'hours-odd-slips'] as const;

/** What one ballot adds to its day. */
export interface BallotHour {
  /** Null: not known, as on paper. */
  readonly isOdd: boolean | null;
  readonly isSlip: boolean;
}

/** The counts that ballots of one day add, by measure. */
export function countHours(ballots: readonly BallotHour[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { isOdd, isSlip } of ballots) {
    if (isOdd === null) continue;
    const measure = !isOdd ? HOUR_MEASURES[0] : isSlip ? HOUR_MEASURES[2] : HOUR_MEASURES[1];
    counts.set(measure, (counts.get(measure) ?? 0) + 1);
  }
  return counts;
}

/** The ballots of a day that came at odd hours. */
export interface OddHours {
  readonly day: Day;
  readonly slips: number;
  readonly others: number;
}

/** The odd hours of every day of the counts, in the order of days. */
export function readHours(counts: readonly IntakeCount[]): OddHours[] {
  const days = new Map<Day, OddHours>();
  for (const { day, measure, n } of counts) {
    const known = days.get(day) ?? { day, slips: 0, others: 0 };
    const slips = measure === HOUR_MEASURES[2] ? n : known.slips;
    const others = measure === HOUR_MEASURES[1] ? n : known.others;
    days.set(day, { day, slips, others });
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

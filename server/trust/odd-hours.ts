import type { Day } from '../lib/day.ts';
import { minutesOf, type OpeningHours, sessionsOf } from '../unit/opening-hours.ts';
import type { IntakeCount } from './intake-measures.ts';

/**
 * Daily numbers of a unit's ballots at ordinary and odd hours (`isOddHour`), slips separately; ballots set aside
 * are included. They contain no counter, time or answers.
 */
export const HOUR_MEASURES = ['hours-ordinary', 'hours-odd', 'hours-odd-slips'] as const;

interface BallotHour {
  /** null: unknown, as for paper forms. */
  readonly isOdd: boolean | null;
  readonly isSlip: boolean;
}

/** Numbers to add to the stored counts, by measure, for ballots of one day. */
export function countHours(ballots: readonly BallotHour[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { isOdd, isSlip } of ballots) {
    if (isOdd === null) continue;
    const measure = !isOdd ? HOUR_MEASURES[0] : isSlip ? HOUR_MEASURES[2] : HOUR_MEASURES[1];
    counts.set(measure, (counts.get(measure) ?? 0) + 1);
  }
  return counts;
}

/** Ballots of a day at odd hours. A day without a row was not counted, which differs from zero ballots. */
export interface OddHours {
  readonly day: Day;
  readonly slips: number;
  /** Ballots from all channels but slips. */
  readonly others: number;
}

/** Sorted by day; zeros for a day on which all ballots came at ordinary hours. */
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

/**
 * Tolerance in minutes before the first opening hour and after the last: people come early, leave late, and answer
 * on the way home. The noon break is never odd.
 */
const MARGIN_MINUTES = 60;

/** `minutes` after midnight in Vietnam, 0–1439. Days without opening hours are odd. */
export function isOddHour(hours: OpeningHours, day: Day, minutes: number): boolean {
  const sessions = sessionsOf(hours, day);
  const [first] = sessions;
  const last = sessions.at(-1);
  if (first === undefined || last === undefined) return true;
  return minutes < minutesOf(first.from) - MARGIN_MINUTES || minutes >= minutesOf(last.to) + MARGIN_MINUTES;
}

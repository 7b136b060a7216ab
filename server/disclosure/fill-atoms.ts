import { addDays, type Day, startOfDay } from '../lib/day.ts';
import { atomOf, listAtoms, type Span } from '../period/atoms.ts';
import { DAYS_UNTIL_CLOSING } from '../period/period.ts';
import { GROUP_SIZE } from '../tally/headline-step.ts';
import { countLevels, type LevelCounts } from '../tally/level-counts.ts';
import type { Tally } from '../tally/tally.ts';

/** Ballots of a unit and day: either those that count, or those set aside. */
export interface DayBallots {
  readonly day: Day;
  /** Overall levels in the running headline: whole groups of five, in order of arrival. */
  readonly stepped: LevelCounts;
  readonly rest: LevelCounts;
  /** All ballots of the day, by cell key. */
  readonly cells: ReadonlyMap<string, Tally>;
}

/** An atom with the ballots that figures count as ballots of this atom. */
export interface FilledAtom extends Span {
  /**
   * The atom's days that have ballots, and days carried in from earlier atoms; empty when the ballots were
   * carried forward to a later atom.
   */
  readonly days: readonly DayBallots[];
  /** The named period that ends with the atom has closed, so all of its ballots are shown. */
  readonly isClosed: boolean;
}

/** Every atom ends together with some named period, and closes when that period closes. */
const isClosed = (atom: Span, now: Date): boolean =>
  now.getTime() >= startOfDay(addDays(atom.to, DAYS_UNTIL_CLOSING + 1)).getTime();

export const countBallots = (days: readonly DayBallots[]): number =>
  days.reduce((sum, { stepped, rest }) => sum + countLevels(stepped) + countLevels(rest), 0);

/**
 * Fills the atoms from the first of `days` to `to`. Weeks overlap months and quarters, so figures of closed
 * periods can be subtracted down to a single atom. An atom with one to four ballots is therefore counted with
 * the next atom in every period, until there are at least five together: no closed atom ever has one to four.
 * Which atoms are joined depends only on the number of ballots, never on answers.
 */
export function fillAtoms(days: readonly DayBallots[], to: Day, now: Date): FilledAtom[] {
  const first = days[0];
  if (first === undefined) return [];
  let carried: DayBallots[] = [];
  let lastBefore: Day = '';
  return listAtoms(first.day, to).map((atom) => {
    const own = days.filter(({ day }) => atom.from <= day && day <= atom.to);
    // Keeps the order in which days were released: past releases must not change.
    const isBefore = ({ day }: DayBallots) => day <= lastBefore;
    const filled = [...own.filter(isBefore), ...carried, ...own.filter((day) => !isBefore(day))];
    const closed = isClosed(atom, now);
    const isCarriedOn = closed && countBallots(filled) < GROUP_SIZE;
    carried = isCarriedOn ? filled : [];
    lastBefore = addDays(atom.to, DAYS_UNTIL_CLOSING);
    return { ...atom, days: isCarriedOn ? [] : filled, isClosed: closed };
  });
}

interface CountedDay {
  readonly day: Day;
  readonly ballots: number;
}

/**
 * The first day whose ballots may be carried into the days after `counts`; null when `counts` does not reach
 * back far enough. `counts` must end at the end of an atom.
 */
export function findCarryStart(counts: readonly CountedDay[]): Day | null {
  const byAtom = new Map<Day, number>();
  for (const { day, ballots } of counts) {
    const end = atomOf(day).to;
    byAtom.set(end, (byAtom.get(end) ?? 0) + ballots);
  }
  // An atom that has five ballots of its own carries nothing forward, whatever was carried into it.
  const last = [...byAtom]
    .filter(([, ballots]) => ballots >= GROUP_SIZE)
    .map(([end]) => end)
    .sort()
    .at(-1);
  return last === undefined ? null : addDays(last, 1);
}

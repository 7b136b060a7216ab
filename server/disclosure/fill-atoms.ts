import { addDays, type Day, startOfDay } from '../lib/day.ts';
import { atomOf, listAtoms, type Span } from '../period/atoms.ts';
import { DAYS_UNTIL_CLOSING } from '../period/period.ts';
import { GROUP_SIZE } from '../tally/headline-step.ts';
import { countLevels, type LevelCounts } from '../tally/level-counts.ts';
import type { Tally } from '../tally/tally.ts';

/** One day's ballots of a unit: those that count, or those that were set aside. */
export interface DayBallots {
  readonly day: Day;
  /** Overall levels that the running headline showed: whole groups of five, in the order of arrival. */
  readonly stepped: LevelCounts;
  /** Overall levels of the day's other ballots. */
  readonly rest: LevelCounts;
  /** All of the day's ballots, by the key of their cell. */
  readonly cells: ReadonlyMap<string, Tally>;
}

/** An atom with the ballots that figures count in it. */
export interface FilledAtom extends Span {
  /** Its own days that have ballots, and those carried into it; none when they were carried on. */
  readonly days: readonly DayBallots[];
  /** Whether the period that ends with the atom has closed: then all of its ballots are shown. */
  readonly isSettled: boolean;
}

/** Every atom is the end of some named period; it settles when that one closes. */
const isSettled = (atom: Span, now: Date): boolean =>
  now.getTime() >= startOfDay(addDays(atom.to, DAYS_UNTIL_CLOSING + 1)).getTime();

/** All ballots of some days. */
export const countBallots = (days: readonly DayBallots[]): number =>
  days.reduce((sum, { stepped, rest }) => sum + countLevels(stepped) + countLevels(rest), 0);

/**
 * Fills the atoms from the first of `days` to `to`. Weeks overlap months and quarters, so what closed
 * periods show can be subtracted down to a single atom. One to four ballots of an atom are therefore
 * counted with the next atom, for all periods alike, and on from there until they are five together: no
 * settled atom is ever filled with one to four. It depends on how many ballots came, never on answers.
 */
export function fillAtoms(days: readonly DayBallots[], to: Day, now: Date): FilledAtom[] {
  const first = days[0];
  if (first === undefined) return [];
  let carried: DayBallots[] = [];
  let lastBefore: Day = '';
  return listAtoms(first.day, to).map((atom) => {
    const own = days.filter(({ day }) => atom.from <= day && day <= atom.to);
    // In the order in which they were released: existing releases are not recomputed.
    const isBefore = ({ day }: DayBallots) => day <= lastBefore;
    const filled = [...own.filter(isBefore), ...carried, ...own.filter((day) => !isBefore(day))];
    const settled = isSettled(atom, now);
    const isCarriedOn = settled && countBallots(filled) < GROUP_SIZE;
    carried = isCarriedOn ? filled : [];
    lastBefore = addDays(atom.to, DAYS_UNTIL_CLOSING);
    return { ...atom, days: isCarriedOn ? [] : filled, isSettled: settled };
  });
}

/** How many ballots a day brought. */
export interface DayCount {
  readonly day: Day;
  readonly ballots: number;
}

/**
 * The first day whose ballots may be carried into what comes after `counts`; null where the counts do not go
 * back far enough to say. They are those of some days that end with an atom.
 */
export function findCarryStart(counts: readonly DayCount[]): Day | null {
  const byAtom = new Map<Day, number>();
  for (const { day, ballots } of counts) {
    const end = atomOf(day).to;
    byAtom.set(end, (byAtom.get(end) ?? 0) + ballots);
  }
  // An atom that has a group by itself carries nothing on, whatever was carried into it.
  const last = [...byAtom]
    .filter(([, ballots]) => ballots >= GROUP_SIZE)
    .map(([end]) => end)
    .sort()
    .at(-1);
  return last === undefined ? null : addDays(last, 1);
}

import type { Day } from '../lib/day.ts';
import type { Database } from '../storage/schema.ts';
import { GROUP_SIZE } from '../tally/group-size.ts';
import type { CounterDay } from '../tally/tally.ts';

/**
 * Ballots that enter the figures together: those of a counter's finished days from `from` to `day`. They count in the
 * periods that contain `day`.
 *
 * The threat: an official serves one person, looks at the figures before and after, and reads that person's answer
 * from the difference. So every figure is a sum of whole releases, and every release has at least five ballots that
 * count; then any difference of two figures is made of whole releases too.
 */
export interface Release {
  readonly counter_code: string;
  readonly from: Day;
  readonly day: Day;
  readonly counted: number;
  readonly set_aside: number;
}

/**
 * Set if an earlier version, which had other rules, stored reports; these still cover the earlier days. `begins_on`:
 * first day of the figures. `first_release`: last day in a stored report. No release ends before it, so that a
 * difference between an old and a new figure isolates no fewer ballots than the old ones did.
 */
export type FigureStart = Omit<Database['figure_starts'], 'unit_code'>;

/** The finished days of a unit in chronological order, and their releases. */
export interface Gathered {
  readonly start: FigureStart;
  /** Minimum number of ballots in a release; 1 in a trial, where small groups are shown. */
  readonly least: number;
  readonly days: readonly CounterDay[];
  readonly releases: readonly Release[];
}

/**
 * Groups each counter's days until five ballots count. Ballots set aside are released together with those that count.
 * The remaining days are released only together with later ones. Depends on numbers only, never on answers.
 */
export function gatherDays(
  days: readonly CounterDay[],
  start: FigureStart,
  least: number = GROUP_SIZE,
): Gathered {
  const used = days.filter(({ day }) => day >= start.begins_on);
  const waiting = new Map<string, Omit<Release, 'day'>>();
  const releases: Release[] = [];
  for (const { day, counter_code, counted, set_aside } of used) {
    const before = waiting.get(counter_code) ?? { counter_code, from: day, counted: 0, set_aside: 0 };
    const sum = { ...before, counted: before.counted + counted, set_aside: before.set_aside + set_aside };
    if (sum.counted >= least && day >= start.first_release) {
      releases.push({ ...sum, day });
      waiting.delete(counter_code);
    } else waiting.set(counter_code, sum);
  }
  return { start, least, days: used, releases };
}

const countAll = (items: readonly Pick<Release, 'counted' | 'set_aside'>[]): number =>
  items.reduce((sum, { counted, set_aside }) => sum + counted + set_aside, 0);

export const countReceived = (days: readonly CounterDay[], from: Day, to: Day): number =>
  countAll(days.filter(({ day }) => from <= day && day <= to));

/** Ballots that were received but not released by the end of `day`, whether they will count or not. */
export const countWaiting = ({ days, releases }: Pick<Gathered, 'days' | 'releases'>, day: Day): number =>
  countAll(days.filter((one) => one.day <= day)) - countAll(releases.filter((one) => one.day <= day));

import type { Day } from '../lib/day.ts';
import type { Database } from '../storage/schema.ts';
import { GROUP_SIZE } from '../tally/group-size.ts';
import type { CounterDay } from '../tally/tally.ts';

/**
 * Ballots of a counter's finished days `from` to `day`, which enter the figures together. They count in the periods
 * that contain `day`. The threat: an official serves one person, looks at the figures before and after, and reads
 * that person's answer from the difference. So every figure is a sum of whole releases with at least five counted
 * ballots each; the difference of two figures then consists of whole releases, too.
 */
export interface Release {
  readonly counter_code: string;
  readonly from: Day;
  readonly day: Day;
  readonly counted: number;
  readonly set_aside: number;
}

/**
 * Exists if an earlier version of the program, whose rules were different, stored reports. `begins_on`: first day
 * of the figures by the current rules. `first_release`: last day in a stored report; no release ends before this
 * day, so that the difference of an old and a new figure does not isolate fewer ballots than the old figures did.
 */
export type FigureStart = Omit<Database['figure_starts'], 'unit_code'>;

/** The finished days of a unit in chronological order, and the releases made of these days. */
export interface Gathered {
  readonly start: FigureStart;
  /** Minimum number of ballots in a release; 1 in a trial, where small groups are shown. */
  readonly least: number;
  readonly days: readonly CounterDay[];
  readonly releases: readonly Release[];
}

/**
 * Groups each counter's days into releases of at least five counted ballots. Ballots set aside are released with
 * the counted ballots of their days. The last days wait for later ones. Depends on numbers only, never on answers.
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

/** Ballots, counted or set aside, that were received but not released by the end of `day`. */
export const countWaiting = ({ days, releases }: Pick<Gathered, 'days' | 'releases'>, day: Day): number =>
  countAll(days.filter((one) => one.day <= day)) - countAll(releases.filter((one) => one.day <= day));

import type { Day } from '../lib/day.ts';
import type { Channel } from '../storage/schema.ts';

/** Every kind of alert, in the order in which pages show them. */
export const ALERT_IDS = [
  'more-than-transactions',
  'sudden-rise',
  'odd-hours',
  'silent-counter',
  'batch-use',
] as const;

export type AlertId = (typeof ALERT_IDS)[number];

/**
 * Something that only later data show and that chance hardly explains. It asks somebody to look; it says
 * nothing of what the reason is, moves no figure and sets no ballot aside.
 */
export interface Alert {
  readonly id: AlertId;
  /** A counter's code; null: the whole unit. */
  readonly counter: string | null;
  /** The channel it is about; null: all, or those that the kind of alert looks at. */
  readonly channel: Channel | null;
  /** The days that it is about, both included. */
  readonly from: Day;
  readonly to: Day;
  /** What was found, in the unit of the kind: ballots, percent, used slips, working days. */
  readonly observed: number;
  /** What was to be expected, in the same unit, not rounded. */
  readonly expected: number;
  /** The chance of this or more of it where nothing is unusual, 0–1; null: no matter of chance. */
  readonly p: number | null;
  /** The `p` from which on down it is an alert (`false-alarms.ts`); null with `p`. */
  readonly level: number | null;
  /** The other numbers of the arithmetic, by name; texts are days, codes and ids. */
  readonly params: Readonly<Record<string, number | string>>;
}

import type { Day } from '../lib/day.ts';
import type { Channel } from '../storage/schema.ts';

/** In the order in which pages list alerts. */
export const ALERT_IDS = [
  'more-than-transactions',
  'sudden-rise',
  'odd-hours',
  'silent-counter',
  'batch-use',
  'one-network',
] as const;

export type AlertId = (typeof ALERT_IDS)[number];

/**
 * An anomaly that only later data show and that is very unlikely by chance. An alert asks staff to review the
 * anomaly; it names no cause, changes no figure and sets no ballot aside.
 */
export interface Alert {
  readonly id: AlertId;
  /** Counter code; null: the whole unit. */
  readonly counter: string | null;
  /** null: all channels that this kind of alert considers. */
  readonly channel: Channel | null;
  /** First and last day of the anomaly, both included. */
  readonly from: Day;
  readonly to: Day;
  /** The unit depends on the kind of alert: ballots, percent, used slips or working days. */
  readonly observed: number;
  /** Same unit as `observed`, not rounded. */
  readonly expected: number;
  /** p-value, 0–1; null when the anomaly is certain rather than improbable. */
  readonly p: number | null;
  /**
   * Significance level (`false-alarms.ts`): there is an alert if `p` is at most this. Null when `p` is null.
   */
  readonly level: number | null;
  /** Further numbers of the computation. Strings are days, counter codes or batch ids. */
  readonly params: Readonly<Record<string, number | string>>;
}

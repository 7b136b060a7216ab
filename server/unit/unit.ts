import type { Day } from '../lib/day.ts';

/** A body whose service is rated: a commune's People's Committee (đơn vị). */
export interface Unit {
  /** Lower-case letters, digits and hyphens; kept through renamings and mergers. */
  readonly code: string;
  readonly official_code: string | null;
  readonly name: string;
  /** The office that receives the reports. */
  readonly receiver: string;
  /** Shown to citizens who want an answer; null: not filled in. */
  readonly contact_phone: string | null;
  /** No period that ended before this day is reported. */
  readonly opened_on: Day;
}

import type { Day } from '../lib/day.ts';

export interface SealTables {
  /** One row per settled day of a unit. Append-only, by trigger. */
  day_seals: {
    unit_code: string;
    day: Day;
    /** Ballots received, including those set aside. */
    ballots: number;
    /** SHA-256 of ballots and tallies, hexadecimal. */
    digest: string;
    /** SHA-256 of the previous day's `chain`, the day and its `digest`, hexadecimal. */
    chain: string;
    /** Usually the day after `day`; later if the server was off or was upgraded. */
    sealed_on: Day;
  };
  /**
   * Seals of days that were settled too early because of a wrong clock, moved from `day_seals`. Append-only, by
   * trigger.
   */
  voided_seals: SealTables['day_seals'] & { voiding: number };
  /** One row each time that seals are voided. Append-only, by trigger. */
  seal_voidings: {
    unit_code: string;
    /** Numbered from 1 within the unit. */
    voiding: number;
    /** First day with a void seal. Its new seal continues the chain from `head`. */
    from_day: Day;
    reason: string;
    head: string;
    /** JSON: revision of each report that was stored too early, by period. */
    reports: string;
  };
}

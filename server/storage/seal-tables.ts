import type { Day } from '../lib/day.ts';

/** Seals of days, those in force and those that are void. */
export interface SealTables {
  /** Digest of each settled day of a unit. Append-only, by trigger. */
  day_seals: {
    unit_code: string;
    day: Day;
    /** Number of ballots received, set aside or not. */
    ballots: number;
    /** SHA-256 of ballots and tallies, hexadecimal. */
    digest: string;
    /** SHA-256 of the chain of the day before, the day, its digest; hexadecimal. */
    chain: string;
    /** Usually the next day; later if the server was off or was upgraded. */
    sealed_on: Day;
  };
  /** Moved from `day_seals`: seals of days that a clock ahead of time ended. Append-only, by trigger. */
  voided_seals: SealTables['day_seals'] & { voiding: number };
  /** Append-only, by trigger. */
  seal_voidings: {
    unit_code: string;
    /** From 1 within the unit. */
    voiding: number;
    /** First void day, which is sealed again with `head` as the chain before it. */
    from_day: Day;
    reason: string;
    head: string;
    /** JSON: revisions of the reports that were closed too early, by period. */
    reports: string;
  };
}

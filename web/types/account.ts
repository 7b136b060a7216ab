/** What somebody is to be, as it was typed. */
export interface RoleChoice {
  readonly role: string;
  /** Whether all counters are seen, those to come included; else those named. */
  readonly allCounters: boolean;
  readonly counters: readonly string[];
}

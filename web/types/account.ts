export interface RoleChoice {
  readonly roles: readonly string[];
  /** True: all counters, including future ones; false: only those listed. */
  readonly allCounters: boolean;
  readonly counters: readonly string[];
}

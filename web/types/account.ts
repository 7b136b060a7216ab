export interface RoleChoice {
  readonly roles: readonly string[];
  /** Whether the person sees all counters, future ones included; otherwise only the listed ones. */
  readonly allCounters: boolean;
  readonly counters: readonly string[];
}

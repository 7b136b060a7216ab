export interface RoleChoice {
  readonly role: string;
  /** All counters, future ones included; otherwise those listed. */
  readonly allCounters: boolean;
  readonly counters: readonly string[];
}

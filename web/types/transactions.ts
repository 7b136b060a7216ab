/** What a number of transactions is about: a run of days (both included) of a counter or the whole unit. */
export interface EntryKey {
  readonly from: string;
  readonly to: string;
  /** A counter's code; null: the whole unit. */
  readonly counter: string | null;
}

/** A counter as far as pages name it. */
export interface CounterName {
  readonly code: string;
  readonly name: string;
}

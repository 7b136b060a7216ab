/** What a number of transactions covers: an inclusive range of days at a counter or in the whole unit. */
export interface EntryKey {
  readonly from: string;
  readonly to: string;
  /** A counter's code; null: the whole unit. */
  readonly counter: string | null;
}

export interface CounterName {
  readonly code: string;
  readonly name: string;
}

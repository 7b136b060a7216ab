/** The transactions that one number counts: those of an inclusive range of days, at a counter or in the whole unit. */
export interface EntryKey {
  readonly from: string;
  readonly to: string;
  /** Null: the whole unit. */
  readonly counter: string | null;
}

export interface CounterName {
  readonly code: string;
  readonly name: string;
}

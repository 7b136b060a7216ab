/** The fewest used slips that may be added to what is shown. Method §7. */
const LEAST_SHOWN = 5;

/** What is known of a batch's used slips when a day has ended. */
export interface BatchUses {
  /** All that were used. */
  readonly used: number;
  /** Those of them that are shown. */
  readonly shown: number;
  readonly isExpired: boolean;
}

/**
 * How many more used slips of a batch are shown from now on. In groups of at least five, so that nobody sees
 * whether the citizen of yesterday has used theirs; what is left over joins once, when the batch has expired,
 * unless the whole batch had fewer than five.
 */
export function findUsesToShow({ used, shown, isExpired }: BatchUses): number {
  const waiting = used - shown;
  if (waiting >= LEAST_SHOWN) return waiting;
  return isExpired && shown > 0 ? waiting : 0;
}

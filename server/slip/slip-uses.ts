/** The smallest number of used slips added to the shown count at once. Method §7. */
const MIN_USES_SHOWN = 5;

/** Use of a batch's slips at the end of a day. */
interface BatchUses {
  readonly used: number;
  /** The part of `used` that is shown already. */
  readonly shown: number;
  readonly isExpired: boolean;
}

/**
 * How many more used slips to show. In groups of at least five, so that nobody sees whether yesterday's
 * citizen used theirs. The remainder is added once, when the batch has expired, unless the whole batch had
 * fewer than five.
 */
export function findUsesToShow({ used, shown, isExpired }: BatchUses): number {
  const waiting = used - shown;
  if (waiting >= MIN_USES_SHOWN) return waiting;
  return isExpired && shown > 0 ? waiting : 0;
}

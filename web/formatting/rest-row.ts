/** Ids of the last row of a table, which has the ballots of all groups that are too small to be shown. */
const RESTS: readonly string[] = ['not-separated', 'unclassified'];

/** Null if suppressed. The last row has a number although it is marked as suppressed, so that the table adds up. */
export const shownCount = (id: string, n: number | null, isSuppressed: boolean): number | null =>
  isSuppressed && !RESTS.includes(id) ? null : n;

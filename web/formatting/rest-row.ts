/**
 * Ids of last rows of tables: the ballots of all groups, or of all reasons, that are too small to be shown.
 */
const RESTS: readonly string[] = ['not-separated', 'unclassified'];

/**
 * Number of a row; null if suppressed. A last row of `RESTS` is marked as suppressed too, but has a number,
 * so that tables add up.
 */
export const shownCount = (id: string, n: number | null, isSuppressed: boolean): number | null =>
  isSuppressed && !RESTS.includes(id) ? null : n;

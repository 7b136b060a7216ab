/** Last rows of tables: the ballots of all groups, or of all reasons, that are too small to be shown. */
const RESTS: readonly string[] = ['not-separated', 'unclassified'];

/** Null if suppressed. Rows of `RESTS` are marked as suppressed, but have a number, so that tables add up. */
export const shownCount = (id: string, n: number | null, isSuppressed: boolean): number | null =>
  isSuppressed && !RESTS.includes(id) ? null : n;

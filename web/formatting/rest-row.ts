/** Last rows of tables: ballots of no shown group, and ballots set aside for no shown reason. */
const RESTS: readonly string[] = ['not-separated', 'unclassified'];

/** Number of a row; null where it is hidden. The rest is marked as hidden too, but has a number, so that tables add up. */
export const shownCount = (id: string, n: number | null, isSuppressed: boolean): number | null =>
  isSuppressed && !RESTS.includes(id) ? null : n;

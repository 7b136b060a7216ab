import { GROUP_SIZE } from '../tally/group-size.ts';

/** Ballots of a counter in a week, as known at the end of a day. Excludes ballots set aside. */
interface CommentGroup {
  /** Number of the counter's ballots that the week's figures include. */
  readonly shown: number;
  /** Number of the counter's ballots on finished days, whether the figures include them or not. */
  readonly finished: number;
  /** Value of `finished` when comments of this group were last shown. */
  readonly taken: number;
  /** Whether the week is closed; its figures are then final. */
  readonly isClosed: boolean;
}

/** Decision on all hidden comments of a group together. */
type GroupVerdict = 'show' | 'wait' | 'withhold';

/**
 * Decides on hidden comments of a counter's week (method §7: at least five ballots of that counter and week,
 * in releases). They are shown together, and only when the counter's figures have grown by five ballots since
 * comments were last shown. So a comment never reveals a ballot that the figures do not include yet, and
 * always belongs to one of at least five new ballots. The remainder is shown when the week has closed and
 * its last ballots are released, if the week has five ballots at all.
 */
export function judgeGroup({ shown, finished, taken, isClosed }: CommentGroup): GroupVerdict {
  if (shown >= taken + GROUP_SIZE) return 'show';
  if (!isClosed) return 'wait';
  if (finished < GROUP_SIZE) return 'withhold';
  return shown === finished ? 'show' : 'wait';
}

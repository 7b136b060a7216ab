import { GROUP_SIZE } from '../tally/headline-step.ts';

/** A counter's week at the end of a day. Excludes ballots set aside. */
interface CommentGroup {
  /** The counter's ballots in the week's figures. */
  readonly shown: number;
  /** Ballots of finished days, shown or not. */
  readonly finished: number;
  /** `finished` when comments of this group were last shown. */
  readonly taken: number;
  /** A closed week's figures are final. */
  readonly isClosed: boolean;
}

/** For the hidden comments of a group, all together. */
type GroupVerdict = 'show' | 'wait' | 'withhold';

/**
 * Decides on hidden comments of a counter's week (method §7: at least five ballots of that counter and week,
 * in releases). They are shown together, and only when the counter's figures have grown by five ballots since
 * comments were last shown. So a comment never reveals a ballot that the figures do not include yet, and
 * always belongs to one of at least five new ballots. The remainder is shown when the week closes, if the
 * week has five ballots at all.
 */
export function judgeGroup({ shown, finished, taken, isClosed }: CommentGroup): GroupVerdict {
  if (shown >= taken + GROUP_SIZE) return 'show';
  if (!isClosed) return 'wait';
  return finished >= GROUP_SIZE ? 'show' : 'withhold';
}

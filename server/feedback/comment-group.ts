import { GROUP_SIZE } from '../tally/group-size.ts';

/** Ballots of one counter in one week, without those set aside: its comments are shown together with its figures. */
interface CommentGroup {
  /** Ballots of the group that figures include. */
  readonly shown: number;
  /** Ballots of the counter on finished days, in the figures or not. */
  readonly finished: number;
  /** Ballots of the counter on finished days, at the time when comments of this group were last shown. */
  readonly taken: number;
  readonly isClosed: boolean;
}

type GroupVerdict = 'show' | 'wait' | 'withhold';

/**
 * Decides whether the hidden comments of a counter's week are shown, all together. They are shown when the figures
 * include five ballots more than the counter had when comments were last shown. So a comment never reveals a ballot
 * that the figures do not include yet, and belongs to one of at least five ballots. When the week is closed, all
 * its comments are shown if the week has five ballots, else withheld.
 */
export function judgeGroup({ shown, finished, taken, isClosed }: CommentGroup): GroupVerdict {
  if (shown >= taken + GROUP_SIZE) return 'show';
  if (!isClosed) return 'wait';
  if (finished < GROUP_SIZE) return 'withhold';
  return shown === finished ? 'show' : 'wait';
}

import { GROUP_SIZE } from '../tally/headline-step.ts';

/** What is known of a counter's week when a day has ended. Ballots that were set aside count in none of it. */
export interface CommentGroup {
  /** Ballots of the counter that the week's figures show. */
  readonly shown: number;
  /** Its ballots of finished days, shown or not. */
  readonly finished: number;
  /** Those of them whose comments were shown before. */
  readonly taken: number;
  /** Whether the week is closed: all of its figures are shown, for ever. */
  readonly isClosed: boolean;
}

/** What becomes of the comments that wait: shown together, go on waiting, or never shown. */
export type GroupVerdict = 'show' | 'wait' | 'withhold';

/**
 * Decides over the waiting comments of a counter's week (method §7: at least five ballots of that counter
 * and week, in releases). They are shown together, and only when the counter's figures have grown by five
 * ballots beyond those whose comments were shown before. So nobody learns from a comment that a ballot has
 * come which the figures do not show yet, and a comment is always one of at least five ballots that came
 * since the last ones. What is left joins when the week closes, if the week has five ballots at all.
 */
export function judgeGroup({ shown, finished, taken, isClosed }: CommentGroup): GroupVerdict {
  if (shown >= taken + GROUP_SIZE) return 'show';
  if (!isClosed) return 'wait';
  return finished >= GROUP_SIZE ? 'show' : 'withhold';
}

import { recordAct } from '../act/record-act.ts';
import { dayOf } from '../lib/day.ts';
import { AppError } from '../lib/errors.ts';
import type { User } from '../staff/user.ts';
import type { Deps } from '../storage/deps.ts';
import type { CommentState } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import { type CommentKey, commentName, commentReference } from './comment-query.ts';
import { findShownComment, updateCommentState } from './shown-comment.store.ts';

/**
 * Changes the state of comments, all or none. The log records the state and the comments' references, nothing
 * of their text. Comments that already have the state are skipped.
 * @throws AppError `not-found` `comment-unknown` when a comment does not exist or the user cannot see it.
 */
export function markComments(
  deps: Deps,
  user: User,
  unitCode: string,
  keys: readonly CommentKey[],
  state: CommentState,
): Promise<void> {
  // A fixed order, so that two people who mark the same comments cannot deadlock.
  const inOrder = [...keys].sort((a, b) => (commentName(a) < commentName(b) ? -1 : 1));
  return inTransaction(deps.db, async (trx) => {
    const marked: string[] = [];
    for (const key of inOrder) {
      const comment = await findShownComment(trx, unitCode, key);
      if (!comment || (user.counters !== null && !user.counters.includes(comment.counter_code))) {
        throw new AppError('not-found', 'comment-unknown');
      }
      if (comment.state === state) continue;
      const marked_on = dayOf(deps.clock.now());
      await updateCommentState(trx, unitCode, key, { state, marked_by: user.name, marked_on });
      marked.push(commentReference(key.id));
    }
    if (marked.length === 0) return;
    const params = { count: marked.length, state, references: marked.join(', ') };
    await recordAct(trx, deps, user, 'comments-marked', params);
  });
}

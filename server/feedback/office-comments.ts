import { recordAct } from '../act/record-act.ts';
import { countComments, listComments } from '../comment/comment.store.ts';
import { dayOf } from '../lib/day.ts';
import { AppError } from '../lib/errors.ts';
import type { User } from '../staff/user.ts';
import type { Deps } from '../storage/deps.ts';
import type { CommentState, Db } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import {
  type CommentMark,
  type CommentQuery,
  commentName,
  commentReference,
  searchWords,
} from './comment-query.ts';
import { findShownComment, updateCommentState } from './shown-comment.store.ts';

export const COMMENTS_PAGE_SIZE = 20;

/**
 * One page of comments, and the number of comments by state. `counters`: codes that the user may see; null for all.
 * A page number beyond the last page gives the last page.
 */
export async function loadComments(
  db: Db,
  unitCode: string,
  counters: readonly string[] | null,
  query: CommentQuery,
) {
  const { state, counter, search } = query;
  const wanted = {
    unitCode,
    counters: counter === null ? counters : [counter],
    words: searchWords(search),
  };
  const counts = await countComments(db, wanted);
  const total = counts[state ?? 'total'];
  const pages = Math.max(1, Math.ceil(total / COMMENTS_PAGE_SIZE));
  const page = Math.min(query.page, pages);
  const offset = (page - 1) * COMMENTS_PAGE_SIZE;
  const comments = await listComments(db, { ...wanted, state, limit: COMMENTS_PAGE_SIZE, offset });
  return { comments, counts, page, pages };
}

/**
 * Changes the state of comments, all or none. The log records states and references, but no text. Comments that
 * already have the state are skipped. Returns the marks that undo the change.
 * @throws AppError `not-found` `comment-unknown` when a comment does not exist or the user may not see it.
 */
export function markComments(
  deps: Deps,
  user: User,
  unitCode: string,
  marks: readonly CommentMark[],
): Promise<CommentMark[]> {
  // A fixed order, so that two people who mark the same comments cannot deadlock.
  const inOrder = [...marks].sort((a, b) => (commentName(a.key) < commentName(b.key) ? -1 : 1));
  return inTransaction(deps.db, async (trx) => {
    const undo: CommentMark[] = [];
    const marked = new Map<CommentState, string[]>();
    for (const { key, state } of inOrder) {
      const comment = await findShownComment(trx, unitCode, key);
      if (!comment || (user.counters !== null && !user.counters.includes(comment.counter_code))) {
        throw new AppError('not-found', 'comment-unknown');
      }
      if (comment.state === state) continue;
      const marked_on = dayOf(deps.clock.now());
      await updateCommentState(trx, unitCode, key, { state, marked_by: user.name, marked_on });
      undo.push({ key, state: comment.state });
      marked.set(state, [...(marked.get(state) ?? []), commentReference(key.id)]);
    }
    for (const [state, references] of marked) {
      const params = { count: references.length, state, references: references.join(', ') };
      await recordAct(trx, deps, user, 'comments-marked', params);
    }
    return undo;
  });
}

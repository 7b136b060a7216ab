import type { CommentState, Db } from '../storage/schema.ts';
import { COMMENT_STATES, type CommentQuery, searchWords } from './comment-query.ts';
import { countCommentsByState, listComments, type ShownComment } from './shown-comment.store.ts';

export const COMMENTS_PAGE_SIZE = 20;

interface CommentsView {
  readonly comments: readonly ShownComment[];
  /** Number of comments by state, for the current counter and search. */
  readonly counts: Readonly<Record<CommentState, number>>;
  /** Page number, from 1; a number beyond the last page becomes the last page. */
  readonly page: number;
  /** Number of pages, at least 1. */
  readonly pages: number;
}

/** `counters`: codes that the user can see; null for all. */
export async function loadComments(
  db: Db,
  unitCode: string,
  counters: readonly string[] | null,
  query: CommentQuery,
): Promise<CommentsView> {
  const { state, counter, search } = query;
  const wanted = {
    unitCode,
    counters: counter === null ? counters : [counter],
    words: searchWords(search),
  };
  const counts = await countCommentsByState(db, wanted);
  const total = COMMENT_STATES.filter((one) => state === null || one === state).reduce(
    (sum, one) => sum + counts[one],
    0,
  );
  const pages = Math.max(1, Math.ceil(total / COMMENTS_PAGE_SIZE));
  const page = Math.min(query.page, pages);
  const offset = (page - 1) * COMMENTS_PAGE_SIZE;
  const comments = await listComments(db, { ...wanted, state, limit: COMMENTS_PAGE_SIZE, offset });
  return { comments, counts, page, pages };
}

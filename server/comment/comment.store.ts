import type { Day } from '../lib/day.ts';
import type { Trx } from '../storage/schema.ts';

/** A comment on its way in. Its id is drawn apart from the ballot's, so that nothing joins the two. */
export interface IncomingComment {
  readonly id: string;
  readonly unit_code: string;
  readonly counter_code: string;
  readonly day: Day;
  /** Normalised and masked. */
  readonly text: string;
}

/** Puts comments into the box of days that are not over. */
export async function insertComments(trx: Trx, comments: readonly IncomingComment[]): Promise<void> {
  if (comments.length > 0)
    await trx
      .insertInto('comment_box')
      .values([...comments])
      .execute();
}

/** Moves a finished day's comments to their week, in the order of their random ids; the day is forgotten. */
export async function emptyCommentBox(trx: Trx, day: Day, week: string): Promise<void> {
  const comments = await trx.deleteFrom('comment_box').where('day', '=', day).returningAll().execute();
  comments.sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const { day: _forgotten, ...comment } of comments) {
    await trx
      .insertInto('comments')
      .values({ ...comment, week })
      .execute();
  }
}

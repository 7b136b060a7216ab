import { emptyCommentBox } from '../comment/comment.store.ts';
import type { Clock } from '../lib/clock.ts';
import { addDays, dayOf } from '../lib/day.ts';
import { periodOf } from '../period/period.ts';
import { scrubRemovedRows } from '../storage/dialect.ts';
import type { Db } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import { reorderHeadlineSteps } from '../tally/headline-step.store.ts';
import { reorderRespondentTallies } from '../tally/respondent-tally.store.ts';
import { reorderTallies } from '../tally/tally.store.ts';
import { emptyBox, listDaysInBox } from './ballot.store.ts';
import { findLastSettledDay, insertSettledDay } from './settled-day.store.ts';
import { deleteExpiredTokens, reorderSpentTokens } from './spent-token.store.ts';
import { SPENT_TOKEN_DAYS } from './store-responses.ts';

/** Tables whose rows a citizen's request changes or a day's end takes out. */
const REWRITTEN_TABLES = [
  'ballot_box',
  'comment_box',
  'spent_tokens',
  'tallies',
  'respondent_tallies',
  'headline_steps',
] as const;

/**
 * Ends every day that is over: its ballots and comments leave the box in the order of their random
 * ids, its spent tokens and counts are written anew, expired tokens go, and what the engine still holds of
 * the old order is taken off the disk. Safe to repeat and to interrupt. Returns whether a day was ended.
 * @throws Error where another program keeps the database from being cleaned; the day has then not ended.
 */
export async function emptyBallotBox(db: Db, clock: Clock): Promise<boolean> {
  const today = dayOf(clock.now());
  const yesterday = addDays(today, -1);
  const settled = await findLastSettledDay(db);
  if (settled !== null && settled >= yesterday) return false;

  for (const day of await listDaysInBox(db, today)) {
    const week = periodOf('week', day).id;
    // Apart, so that on PostgreSQL no two kinds of row share the mark of one transaction. The ballots go
    // last: as long as they are in the box, an interrupted end of their day is begun again.
    await inTransaction(db, (trx) => reorderSpentTokens(trx, addDays(day, SPENT_TOKEN_DAYS)));
    await inTransaction(db, (trx) => reorderTallies(trx, day));
    await inTransaction(db, (trx) => reorderRespondentTallies(trx, day));
    await inTransaction(db, (trx) => reorderHeadlineSteps(trx, day));
    await inTransaction(db, (trx) => emptyCommentBox(trx, day, week));
    await inTransaction(db, (trx) => emptyBox(trx, day));
  }
  await inTransaction(db, (trx) => deleteExpiredTokens(trx, today));
  // Before the day counts as ended, so that it is tried again where it was not possible.
  await scrubRemovedRows(db, REWRITTEN_TABLES);
  await inTransaction(db, (trx) => insertSettledDay(trx, yesterday));
  return true;
}

import { emptyCommentBox } from '../comment/comment.store.ts';
import type { Clock } from '../lib/clock.ts';
import { addDays, type Day, dayOf, laterOf, listDays } from '../lib/day.ts';
import { type Random, systemRandom } from '../lib/random.ts';
import { periodOf } from '../period/period.ts';
import { settleSlips } from '../slip/settle-slips.ts';
import { scrubRemovedRows } from '../storage/dialect.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import { reorderHeadlineSteps } from '../tally/headline-step.store.ts';
import { reorderRespondentTallies } from '../tally/respondent-tally.store.ts';
import { reorderTallies } from '../tally/tally.store.ts';
import { reorderIntakeCounts } from '../trust/intake-count.store.ts';
import { emptyBox, listDaysInBox } from './ballot.store.ts';
import { findLastSettledDay, holdSubmissions, insertSettledDay } from './settled-day.store.ts';
import { deleteExpiredTokens, reorderSpentTokens } from './spent-token.store.ts';
import { SPENT_TOKEN_DAYS } from './store-responses.ts';

/**
 * Ends every day that is over: its ballots and comments leave the box in the order of random
 * ids, its spent tokens, used slips and counts are rewritten, expired tokens are deleted, and traces of the old
 * order are removed from the disk. Safe to repeat and to interrupt. Returns whether a day was ended:
 * not where a ballot came in meanwhile, with which the next call ends it.
 * @throws Error where another program keeps the database from being cleaned; the day has then not ended.
 */
export async function emptyBallotBox(db: Db, clock: Clock, random: Random = systemRandom): Promise<boolean> {
  const today = dayOf(clock.now());
  const yesterday = addDays(today, -1);
  const settled = await findLastSettledDay(db);
  if (settled !== null && settled >= yesterday) return false;

  for (const day of await listDaysInBox(db, today)) {
    const week = periodOf('week', day).id;
    // Apart, so that on PostgreSQL no two kinds of row share the mark of one transaction.
    await inTransaction(db, (trx) => emptyBox(trx, random, day));
    await inTransaction(db, (trx) => emptyCommentBox(trx, day, week));
  }
  await inTransaction(db, (trx) => deleteExpiredTokens(trx, today));
  for (const day of unsettledDays(settled, yesterday)) {
    await inTransaction(db, (trx) => reorderSpentTokens(trx, addDays(day, SPENT_TOKEN_DAYS)));
    await inTransaction(db, (trx) => reorderTallies(trx, day));
    await inTransaction(db, (trx) => reorderRespondentTallies(trx, day));
    await inTransaction(db, (trx) => reorderHeadlineSteps(trx, day));
    await inTransaction(db, (trx) => reorderIntakeCounts(trx, day));
  }
  await settleSlips(db, settled === null ? yesterday : addDays(settled, 1), yesterday);
  await scrubRemovedRows(
    db,
    ['ballot_box', 'comment_box', 'spent_tokens'],
    ['tallies', 'respondent_tallies', 'headline_steps', 'intake_counts', 'spent_slips'],
  );
  // Last, so that whatever was interrupted is done again.
  return inTransaction(db, (trx) => settle(trx, today));
}

/**
 * Notes that yesterday is over, unless a ballot came into its box meanwhile: one whose transaction took its
 * day before midnight and was held up. It is then done again; after the note no ballot gets that day.
 */
async function settle(trx: Trx, today: Day): Promise<boolean> {
  await holdSubmissions(trx);
  if ((await listDaysInBox(trx, today)).length > 0) return false;
  await insertSettledDay(trx, addDays(today, -1));
  return true;
}

/** A pause longer than this (holidays, a repair) leaves older days' counts as they lie. */
const LONGEST_PAUSE_DAYS = 400;

/** The days since the last one that was ended. */
function unsettledDays(settled: Day | null, yesterday: Day): Day[] {
  const oldest = addDays(yesterday, 1 - (settled === null ? SPENT_TOKEN_DAYS : LONGEST_PAUSE_DAYS));
  return listDays(settled === null ? oldest : laterOf(addDays(settled, 1), oldest), yesterday);
}

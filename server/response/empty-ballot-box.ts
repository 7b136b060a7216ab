import { emptyCommentBox } from '../comment/comment.store.ts';
import type { Clock } from '../lib/clock.ts';
import { addDays, type Day, dayOf, laterOf, listDays } from '../lib/day.ts';
import { type Random, systemRandom } from '../lib/random.ts';
import { periodOf } from '../period/period.ts';
import { settleSlips } from '../slip/settle-slips.ts';
import { scrubRemovedRows } from '../storage/dialect.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import { reorderRespondentTallies } from '../tally/respondent-tally.store.ts';
import { reorderTallies } from '../tally/tally.store.ts';
import { reorderIntakeCounts } from '../trust/intake-count.store.ts';
import { emptyBox, listDaysInBox } from './ballot.store.ts';
import { blockSubmissions, findLastSettledDay, insertSettledDay } from './settled-day.store.ts';
import { deleteExpiredTokens, reorderSpentTokens } from './spent-token.store.ts';
import { SPENT_TOKEN_DAYS } from './store-responses.ts';

/**
 * Settles every day that is over: moves its ballots and comments out of the box in order of random ids, rewrites
 * its spent tokens, used slips and counts in key order, deletes expired tokens, and scrubs traces of the old order
 * from the disk. Idempotent; safe to interrupt. Returns false when no day was settled because none is due or a
 * ballot arrived meanwhile; the next call then settles the day.
 * @throws Error when another program keeps the database from being scrubbed; the day is then not settled.
 */
export async function emptyBallotBox(db: Db, clock: Clock, random: Random = systemRandom): Promise<boolean> {
  const today = dayOf(clock.now());
  const yesterday = addDays(today, -1);
  const settled = await findLastSettledDay(db);
  if (settled !== null && settled >= yesterday) return false;

  for (const day of await listDaysInBox(db, today)) {
    const week = periodOf('week', day).id;
    // Separate transactions, because on PostgreSQL rows of one transaction share an `xmin`, which would link
    // ballots and comments.
    await inTransaction(db, (trx) => emptyBox(trx, random, day));
    await inTransaction(db, (trx) => emptyCommentBox(trx, day, week));
  }
  await inTransaction(db, (trx) => deleteExpiredTokens(trx, today));
  for (const day of unsettledDays(settled, yesterday)) {
    await inTransaction(db, (trx) => reorderSpentTokens(trx, addDays(day, SPENT_TOKEN_DAYS)));
    await inTransaction(db, (trx) => reorderTallies(trx, day));
    await inTransaction(db, (trx) => reorderRespondentTallies(trx, day));
    await inTransaction(db, (trx) => reorderIntakeCounts(trx, day));
  }
  await settleSlips(db, settled === null ? yesterday : addDays(settled, 1), yesterday);
  await scrubRemovedRows(
    db,
    ['ballot_box', 'comment_box', 'spent_tokens'],
    ['tallies', 'respondent_tallies', 'intake_counts', 'spent_slips'],
  );
  // Recorded last, so that the work is repeated after an interruption.
  return inTransaction(db, (trx) => settle(trx, today));
}

/**
 * Records that yesterday is settled and gets no more ballots. Returns false if its box contains ballots again,
 * because a delayed transaction may have determined its day before midnight; the caller must then repeat the work.
 */
async function settle(trx: Trx, today: Day): Promise<boolean> {
  await blockSubmissions(trx);
  if ((await listDaysInBox(trx, today)).length > 0) return false;
  await insertSettledDay(trx, addDays(today, -1));
  return true;
}

/** Counts of earlier days are not rewritten, even if the server was off for longer. */
const MAX_PAUSE_DAYS = 400;

function unsettledDays(settled: Day | null, yesterday: Day): Day[] {
  const oldest = addDays(yesterday, 1 - (settled === null ? SPENT_TOKEN_DAYS : MAX_PAUSE_DAYS));
  return listDays(settled === null ? oldest : laterOf(addDays(settled, 1), oldest), yesterday);
}

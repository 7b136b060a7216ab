import { makeDailyCopy } from './backup/copies.ts';
import { judgeClock } from './clock/confirm-clock.ts';
import { deleteOldComments } from './comment/delete-old-comments.ts';
import type { Context } from './context.ts';
import { showComments } from './feedback/show-comments.ts';
import { dayOf } from './lib/day.ts';
import { closePeriods } from './reporting/close-periods.ts';
import { emptyBallotBox } from './response/empty-ballot-box.ts';
import { sealDays } from './seal/seal-days.ts';
import { deleteEnded, writeAccess } from './staff/write-access.ts';
import { removeTraces } from './start/start-official.ts';
import { copyDatabaseInThread } from './storage/copy-in-thread.ts';
import { sqlitePathOf } from './storage/sqlite-file.ts';
import { switchOnRules } from './trust/switch-on-rules.ts';

const INTERVAL_MS = 60_000;
/** Time after midnight until a day is settled, so that all its ballots have arrived. */
const REST_MS = 5 * 60_000;

/**
 * Settles and seals days that are over, publishes comments, deletes old ones, closes periods, backs up the
 * database. While the machine's date is doubted, only the access log is written and the backup made, because the
 * other steps cannot be undone. Calls `onSettled` when only the backup, which may be slow, is left.
 * @throws AggregateError when some steps failed; the other steps are done nevertheless.
 */
export async function runDailyWork(context: Context, onSettled: () => void = () => {}): Promise<void> {
  const { db, clock, surveys, log } = context;
  if (clock.isGuess) {
    onSettled();
    return runAll([() => writeAccess(context), () => copyDaily(context)]);
  }
  const rested = { now: () => new Date(clock.now().getTime() - REST_MS) };
  const counted = (work: () => Promise<number>, message: string) => async () => {
    const count = await work();
    if (count > 0) log.info({ count }, message);
  };
  return runAll([
    () => writeAccess(context),
    async () => {
      if (await removeTraces(context)) log.info('what the trial left in files was removed');
    },
    async () => {
      const hasEnded = await emptyBallotBox(db, rested);
      if (hasEnded) log.info('a day has ended: its ballots left the box');
      // Not reached if settling failed, because the day's comments are then not in their week yet.
      await showComments(db);
      if (!hasEnded) return;
      const rules = await switchOnRules(db, rested);
      if (rules.length > 0) log.info({ rules }, 'rules were switched on from tomorrow');
    },
    counted(() => deleteOldComments(db, rested), 'comments were deleted: their retention is over'),
    counted(() => sealDays(db, rested), 'days were sealed'),
    () => deleteEnded(context),
    counted(() => closePeriods(db, surveys, clock), 'reports of closed periods were stored'),
    async () => onSettled(),
    // No backup in the first minutes of a day, when ballots of the day before can still arrive.
    async () => {
      if (dayOf(rested.now()) === dayOf(clock.now())) await copyDaily(context);
    },
  ]);
}

/**
 * Runs the steps in order; a failed step does not stop the next ones.
 * @throws AggregateError
 */
async function runAll(duties: readonly (() => Promise<void>)[]): Promise<void> {
  const errors: unknown[] = [];
  for (const duty of duties) await duty().catch((error: unknown) => errors.push(error));
  if (errors.length > 0) throw new AggregateError(errors, errors.map(String).join('; '));
}

/** A failed backup is retried after an hour, not at each turn. */
async function copyDaily({ config, clock, log, isDemo }: Context): Promise<void> {
  const source = sqlitePathOf(config.databaseUrl);
  if (source === null || isDemo) return;
  try {
    const copy = await makeDailyCopy(source, config.dataDir, clock, copyDatabaseInThread);
    if (copy !== null) log.info({ copy }, "the day's copy of the database was made");
  } catch (error) {
    log.error({ err: error }, 'the backup failed; it is retried in an hour');
  }
}

/**
 * Runs the daily work now and then every minute. Resolves after the first run, except for its backup, which may
 * take longer. The returned function stops the repetition and waits for a run in progress.
 */
export async function scheduleDailyWork(served: Context): Promise<() => Promise<void>> {
  const context = { ...served, db: served.workDb };
  let running: Promise<void> = Promise.resolve();
  let isWarned = false;
  const judgeAndRun = async (onSettled?: () => void) => {
    await judgeClock(context.db, context.clock);
    const doubt = context.clock.doubt();
    if (doubt !== null && !isWarned)
      context.log.warn(doubt, "the machine's clock is doubted: an administrator can confirm it at /quan-tri");
    isWarned = doubt !== null;
    await runDailyWork(context, onSettled);
  };
  let isBusy = false;
  const turn = (onSettled?: () => void) => {
    if (isBusy) return;
    isBusy = true;
    running = judgeAndRun(onSettled)
      .catch((error: unknown) => {
        if (context.health.failed(error) === null)
          context.log.error({ err: error }, 'the daily work failed; it is retried');
      })
      .finally(() => {
        isBusy = false;
      });
  };
  const settled = new Promise<void>((resolve) => turn(resolve));
  await Promise.race([settled, running]);
  const timer = setInterval(() => turn(), INTERVAL_MS);
  return async () => {
    clearInterval(timer);
    await running;
  };
}

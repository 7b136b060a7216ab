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

/** How often the server looks for work. */
const INTERVAL_MS = 60_000;
/** Days are settled this long after midnight, when all ballots of the day have arrived. */
const REST_MS = 5 * 60_000;

/**
 * Settles and seals days that are over, publishes comments, deletes old ones, closes periods, backs up the database.
 * While the day is a guess, only the access log is written and the backup made: all other steps cannot be undone.
 * `onSettled` is called when everything that affects figures is done, before the backup, which may be slow.
 * @throws AggregateError when some steps failed; the others are done.
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
      // Not reached if settling failed, because the day's comments are not settled then.
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
    // Today's backup is not made in the first minutes, when ballots of the day before can still arrive.
    async () => {
      if (dayOf(rested.now()) === dayOf(clock.now())) await copyDaily(context);
    },
  ]);
}

/**
 * Steps run in order; a failed one does not stop those after it.
 * @throws AggregateError when some failed.
 */
async function runAll(duties: readonly (() => Promise<void>)[]): Promise<void> {
  const errors: unknown[] = [];
  for (const duty of duties) await duty().catch((error: unknown) => errors.push(error));
  if (errors.length > 0) throw new AggregateError(errors, errors.map(String).join('; '));
}

/** A failed backup is retried after an hour, not after a minute. */
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
 * Runs the daily work and repeats it. Resolves when everything that affects figures is done; the backup may
 * still be running. The returned function stops the repetition and waits for a running turn.
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

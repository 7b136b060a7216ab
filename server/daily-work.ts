import { makeDailyCopy } from './backup/daily-copy.ts';
import { deleteOldComments } from './comment/delete-old-comments.ts';
import type { Context } from './context.ts';
import { showComments } from './feedback/show-comments.ts';
import { dayOf, daysBetween } from './lib/day.ts';
import { closePeriods } from './reporting/close-periods.ts';
import { emptyBallotBox } from './response/empty-ballot-box.ts';
import { findLastSettledDay } from './response/settled-day.store.ts';
import { findSealAhead, sealDays } from './seal/seal-days.ts';
import { deleteEnded } from './staff/delete-ended.ts';
import { copyDatabaseInThread } from './storage/copy-in-thread.ts';
import { sqlitePathOf } from './storage/sqlite-file.ts';
import { switchOnRules } from './trust/switch-on-rules.ts';

/** Between two looks at what is due. */
const INTERVAL_MS = 60_000;
/** A day's box is emptied this long after midnight: ballots on their way have then arrived. */
const REST_MS = 5 * 60_000;

/**
 * Does what the calendar asks: ends and seals days that are over, shows comments that may be seen and deletes
 * old ones, closes periods that are due, copies the database. `onSettled` is called when all is done that figures
 * hang on, before the copy, which takes as long as the database is large and changes nothing.
 * @throws AggregateError when parts of it failed; the others are done.
 */
export async function runDailyWork(context: Context, onSettled: () => void = () => {}): Promise<void> {
  const { db, clock, surveys, log } = context;
  const rested = { now: () => new Date(clock.now().getTime() - REST_MS) };
  const duties = [
    async () => {
      const hasEnded = await emptyBallotBox(db, rested);
      if (hasEnded) log.info('a day has ended: its ballots left the box');
      // Not without it: what a failed turn has moved is of a day that does not count as finished yet.
      await showComments(db);
      if (!hasEnded) return;
      const rules = await switchOnRules(db, rested);
      if (rules.length > 0) log.info({ rules }, 'rules were switched on from tomorrow');
    },
    async () => {
      const deleted = await deleteOldComments(db, rested);
      if (deleted > 0) log.info({ count: deleted }, 'comments were deleted: their time of keeping is over');
    },
    async () => {
      const sealed = await sealDays(db, rested);
      if (sealed > 0) log.info({ count: sealed }, 'days were sealed');
    },
    () => deleteEnded(context),
    async () => {
      const closed = await closePeriods(db, surveys, clock);
      if (closed > 0) log.info({ count: closed }, 'reports of closed periods were stored');
    },
    async () => onSettled(),
    // In a day's first minutes the box still holds the day before: a copy made then would lack its end.
    async () => {
      if (dayOf(rested.now()) === dayOf(clock.now())) await copyDaily(context);
    },
  ];
  // One after the other, and none waits for another to succeed.
  const errors: unknown[] = [];
  for (const duty of duties) await duty().catch((error: unknown) => errors.push(error));
  if (errors.length > 0) throw new AggregateError(errors, errors.map(String).join('; '));
}

/** Last, so that the copy has the day's end in it; tried again in an hour, not in a minute. */
async function copyDaily({ config, clock, log, isDemo }: Context): Promise<void> {
  const source = sqlitePathOf(config.databaseUrl);
  if (source === null || isDemo) return;
  try {
    const copy = await makeDailyCopy(source, config.dataDir, clock, copyDatabaseInThread);
    if (copy !== null) log.info({ copy }, "the day's copy of the database was made");
  } catch (error) {
    log.error({ err: error }, 'the copy of the database failed; it is tried again in an hour');
  }
}

/** A pause longer than this is more often a clock that is wrong than an office that was closed. */
const LONGEST_PAUSE_DAYS = 45;
/** A clock that was wrong at the start is put right by the network within minutes. */
const TRUST_AFTER_MS = 6 * 3_600_000;

/**
 * Whether today is so far from the last day that ended that the clock is doubted. What a wrong clock would
 * end and close stays so for ever, so the daily work waits until the process has seen that time go on for
 * six hours.
 */
export async function isClockDoubtful({ db, clock }: Context, uptimeMs: number): Promise<boolean> {
  const settled = await findLastSettledDay(db);
  if (settled === null || uptimeMs >= TRUST_AFTER_MS) return false;
  return daysBetween(settled, dayOf(clock.now())) > LONGEST_PAUSE_DAYS;
}

/**
 * Does the daily work and repeats it while the process lives. Resolves when all is done that figures hang on, with
 * how to stop it, which waits for a running turn: the first start of a day makes its copy while it serves already.
 */
export async function scheduleDailyWork(context: Context): Promise<() => Promise<void>> {
  let running: Promise<void> = Promise.resolve();
  let isWarned = false;
  let isBehind = false;
  const runUnlessDoubtful = async (onSettled?: () => void) => {
    const ahead = await findSealAhead(context.db, context.clock);
    if (ahead !== null && !isBehind) {
      context.log.warn(
        { sealed: ahead },
        'the clock went back: ballots get the day after the last sealed one',
      );
    }
    isBehind = ahead !== null;
    if (!(await isClockDoubtful(context, process.uptime() * 1000))) return runDailyWork(context, onSettled);
    if (!isWarned) context.log.warn('the clock is far ahead of the last day that ended: is it right?');
    isWarned = true;
  };
  let isBusy = false;
  const turn = (onSettled?: () => void) => {
    if (isBusy) return;
    isBusy = true;
    running = runUnlessDoubtful(onSettled)
      .catch((error: unknown) =>
        context.log.error({ err: error }, 'the daily work failed; it is tried again'),
      )
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

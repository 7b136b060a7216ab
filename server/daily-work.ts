import { makeDailyCopy } from './backup/daily-copy.ts';
import type { Context } from './context.ts';
import { dayOf } from './lib/day.ts';
import { closePeriods } from './reporting/close-periods.ts';
import { emptyBallotBox } from './response/empty-ballot-box.ts';
import { forgetEnded } from './staff/forget-ended.ts';
import { copyDatabaseInThread } from './storage/copy-in-thread.ts';
import { sqlitePathOf } from './storage/sqlite-file.ts';

/** Between two looks at what is due. */
const INTERVAL_MS = 60_000;
/** A day's box is emptied this long after midnight: ballots on their way have then arrived. */
const REST_MS = 5 * 60_000;

/**
 * Does what the calendar asks: ends days that are over, closes periods that are due, copies the database.
 * @throws AggregateError when parts of it failed; the others are done.
 */
export async function runDailyWork(context: Context): Promise<void> {
  const { db, clock, surveys, log } = context;
  const rested = { now: () => new Date(clock.now().getTime() - REST_MS) };
  const duties = [
    async () => {
      if (await emptyBallotBox(db, rested)) log.info('a day has ended: its ballots left the box');
    },
    () => forgetEnded(context),
    async () => {
      const closed = await closePeriods(db, surveys, clock);
      if (closed > 0) log.info({ count: closed }, 'reports of closed periods were stored');
    },
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

/**
 * Does the daily work and repeats it while the process lives. Resolves after the first turn, with how to
 * stop it, which waits for a running turn.
 */
export async function scheduleDailyWork(context: Context): Promise<() => Promise<void>> {
  let running: Promise<void> = Promise.resolve();
  let isBusy = false;
  const turn = () => {
    if (isBusy) return;
    isBusy = true;
    running = runDailyWork(context)
      .catch((error: unknown) =>
        context.log.error({ err: error }, 'the daily work failed; it is tried again'),
      )
      .finally(() => {
        isBusy = false;
      });
  };
  turn();
  await running;
  const timer = setInterval(turn, INTERVAL_MS);
  return async () => {
    clearInterval(timer);
    await running;
  };
}

import { setTimeout as wait } from 'node:timers/promises';
import { OpenDatabaseError, openDatabase } from './database.ts';
import type { Patience } from './postgres-pool.ts';
import type { Db } from './schema.ts';
import { storageCauseOf } from './storage-cause.ts';

interface WaitLimits {
  readonly totalMs: number;
  readonly pauseMs: number;
}

/** After a power cut the machine of the database may take longer to start than this one. */
const TWO_MINUTES: WaitLimits = { totalMs: 120_000, pauseMs: 5_000 };

/**
 * Opens a database that may still be starting. `onWait` is called after every failed attempt. Any other
 * fault, such as a wrong password, fails at once.
 * @throws OpenDatabaseError
 */
export async function waitForDatabase(
  url: string,
  patience: Patience,
  onWait: (error: OpenDatabaseError) => void,
  { totalMs, pauseMs }: WaitLimits = TWO_MINUTES,
): Promise<Db> {
  const giveUpAt = performance.now() + totalMs;
  for (;;) {
    try {
      return await openDatabase(url, patience);
    } catch (error) {
      const cause = storageCauseOf(error);
      const mayCome = cause === 'unreachable' || cause === 'slow' || cause === 'busy';
      if (!mayCome || !(error instanceof OpenDatabaseError) || performance.now() + pauseMs > giveUpAt)
        throw error;
      onWait(error);
    }
    await wait(pauseMs);
  }
}
